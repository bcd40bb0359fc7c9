// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "store/index_writer.h"

namespace vraagbaak::indexer {

// A file that is to be in the index.
struct FoundFile {
  std::string source;         // absolute path, without symbolic links in its folder
  std::string document_path;  // relative to the given folder, well-formed UTF-8
  std::string shown;          // for messages: the given path and what follows it
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
};

// What was looked through: files of the index that lie in it but were not found are gone.
struct ScanScope {
  std::string source;  // absolute path of a folder or file
  bool is_folder = true;
};

struct Scan {
  std::vector<FoundFile> files;  // by path within each given path; each source once
  std::vector<ScanScope> scopes;
  // Folders that could not be looked through and files that could not be looked at: path shown, reason. What
  // the index has from there is left alone.
  struct Unreadable {
    std::string shown;
    std::string source;
    std::string reason;
  };
  std::vector<Unreadable> unreadable;
};

// The files at and below `paths`. Names that begin with a dot are passed over in folders, as are links to
// folders (they may run in circles), special files, and the index `db` itself with the files that belong to
// it. Throws Error where one of `paths` is not there.
Scan scan_files(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& db);

// What is to be done with the files of a scan.
struct ScanPlan {
  struct Job {
    FoundFile file;
    const store::SourceFile* known = nullptr;  // what the index holds of it; in the list given to plan_scan()
  };
  std::vector<Job> jobs;          // new or perhaps changed: to be read
  std::vector<std::string> gone;  // sources in the index whose file is no longer there
  std::size_t unchanged = 0;      // by size and time
};

// Compares a scan with the files in the index: a known file of the same size and time is unchanged. Gives
// files whose document path would not be unique another one. A new file whose path belongs to a document from
// a place that is no longer there (a folder that was moved) takes that document over.
ScanPlan plan_scan(Scan scan, const std::vector<store::SourceFile>& known);

// For a rebuild: adds the files of the old index that lie outside what was looked through and are still
// there, and lets every file keep the document path it had.
void carry_over(Scan& scan, const std::vector<store::SourceFile>& old);

}  // namespace vraagbaak::indexer
