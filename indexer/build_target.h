// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <vector>

#include "model/error.h"
#include "store/index_file.h"

namespace vraagbaak::indexer {

// Another run of indexing is at work on the file.
class InUse : public Error {
 public:
  using Error::Error;
};

// The file an index run writes, held for this run alone until the target is destroyed: the index itself where
// it is ready and up to date; otherwise FILE.building, which publish() puts in the index's place. A
// FILE.building that a run before left unfinished, made by the same analysis, is gone on with; any other is
// thrown away.
class BuildTarget {
 public:
  // Throws Error where `db` is another program's file or in a folder that is not there or may not be written;
  // InUse where another run holds it.
  BuildTarget(const std::filesystem::path& db, const store::IndexIdentity& identity);
  ~BuildTarget();
  BuildTarget(const BuildTarget&) = delete;
  BuildTarget& operator=(const BuildTarget&) = delete;

  const std::filesystem::path& file() const { return file_; }
  // True where `db` is an index that this build is to replace.
  bool replaces_index() const { return replaces_index_; }
  // Puts the finished file in the index's place, on disk. Nothing to do where it is the index itself.
  void publish();

 private:
  void hold(const std::filesystem::path& file);

  std::filesystem::path db_;
  std::filesystem::path file_;
  bool replaces_index_ = false;
  std::vector<int>
      locks_;  // descriptors; closed last, as closing one lets go of SQLite's own locks on the file
};

// Whether a run is at work on that file now (an index or its FILE.building). Not for a file that this process
// has open with SQLite: closing it would let go of SQLite's locks.
bool is_being_written(const std::filesystem::path& file);

}  // namespace vraagbaak::indexer
