// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "store/records.h"

namespace vraagbaak::indexer {

// A file that did not get into the index, and why.
struct FailedFile {
  std::string path;   // as found: the given path and what follows it
  std::string error;  // what is wrong and the mend
  friend bool operator==(const FailedFile&, const FailedFile&) = default;
};

struct IndexSummary {
  store::IndexCounts totals;  // of the index after the run
  std::size_t added = 0;      // documents
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;         // their file is gone or can no longer be read as a document
  std::vector<FailedFile> failed;  // in the order of the scan
  std::size_t bytes_read = 0;      // of the files that were analysed
  double seconds = 0;
};

// How far the run is. Bytes and files count only what has to be analysed.
struct IndexProgress {
  enum class Stage : std::uint8_t { scanning, analysing, finishing };
  Stage stage = Stage::scanning;
  std::size_t files_done = 0;
  std::size_t files_total = 0;
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;
  double bytes_per_second = 0;
  double seconds_left = 0;  // estimated from the rate so far; 0 where nothing is known yet
};

struct IndexOptions {
  std::size_t threads = 0;                 // that analyse; 0: as many as the machine has
  std::uint64_t batch_bytes = 16 << 20;    // of text in one transaction: what a kill can cost
  std::uint64_t waiting_bytes = 10 << 20;  // of files read but not yet written: bounds memory
  bool ocr = false;  // read pages that are pictures, where the programs for it are installed
  std::function<void(const IndexProgress&)>
      progress;  // called on the calling thread, at most about 20 times a second
};

// Brings the index `db` up to date with the files below `paths` (folders and files): new and changed ones are
// read and analysed, those whose file is gone are taken out, unchanged ones are left alone. Documents of
// other folders that the index holds already stay. A file reached twice counts once. A document's path is
// relative to the given folder (of a given file: its name); where two files would get the same, the later one
// gets the folder's name before it. An index that is absent, of another version or made with other
// dictionaries is built in `db`.building, which takes the place of `db` when it is whole; a run that was cut
// off is gone on with. Throws Error where a given path is not there, `db` is another program's file or in use
// by another run, or the disk is full. A file that cannot be read as a document is listed in `failed` and
// stops nothing.
IndexSummary index_paths(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& db,
                         const analysis::DictionarySource& dictionaries, const IndexOptions& options = {});

}  // namespace vraagbaak::indexer
