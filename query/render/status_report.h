// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/render/style.h"
#include "store/index_status.h"

namespace vraagbaak::query::render {

// How an index stands, seen from outside and inside.
struct StatusReport {
  // A first build or a rebuild beside the index.
  struct Build {
    bool is_running = false;  // or it was stopped or cut off
    std::size_t documents = 0;
  };
  std::string index;  // its file
  // "ready"; "updating": a run is at work; "stopped": an update was stopped or cut off; "outdated": made by
  // another version or with other dictionaries; "building", "unfinished": there is no index yet, its build is
  // under way or was stopped or cut off.
  std::string state;
  bool is_usable = false;      // questions are answered from it
  bool is_up_to_date = false;  // made by this program, with these dictionaries
  std::uint64_t bytes = 0;     // on disk, with what SQLite keeps beside it
  std::string program;         // version of this program
  std::string sqlite;
  int schema = 0;             // version of the format that this program writes
  store::IndexStatus status;  // of the index; where there is none yet, of its build
  std::optional<Build> build;
  std::optional<std::vector<std::string>> damage;  // what a check found; not set: not checked
};

std::string status_json(const StatusReport& report);
std::string status_text(const StatusReport& report, const Style& style);

}  // namespace vraagbaak::query::render
