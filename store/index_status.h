// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "store/index_writer.h"
#include "store/records.h"

namespace vraagbaak::store {

// How an index stands: what it holds, what it was made with, what its last run did and could not read.
struct IndexStatus {
  struct Count {
    std::string name;
    std::size_t documents = 0;
    friend bool operator==(const Count&, const Count&) = default;
  };
  struct Part {
    std::string name;
    std::uint64_t bytes = 0;
  };
  int schema_version = 0;  // where it is not kSchemaVersion, nothing below but the two next is known
  std::string fingerprint;
  std::string made_by;
  bool is_ready = false;  // the first build came to its end
  std::string run_state;  // of the last run that wrote: "running", "done", "stopped"; empty: none yet
  RunRecord last_run;     // the last that came to its end or was stopped; `finished` is empty: none
  IndexCounts counts;
  std::size_t files = 0;
  std::size_t tables = 0;
  std::vector<Count> types;  // the most frequent first, as the two next
  std::vector<Count> formats;
  std::vector<Count> languages;
  std::vector<FileFailure> failures;  // by source and part
  std::vector<Part> parts;            // of the file, the largest first; empty where it took too long to tell
};

// Of the index at `file`, finished or not, whatever version made it. Telling the parts apart means reading
// the whole file; after `patience` they are left out. Throws Error where the file cannot be read, is damaged
// or is no index of ours.
IndexStatus read_status(const std::filesystem::path& file, std::chrono::milliseconds patience);

// The version of SQLite that is in use: "3.40.1".
std::string sqlite_version();

}  // namespace vraagbaak::store
