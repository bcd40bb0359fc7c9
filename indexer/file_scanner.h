// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/path_filter.h"
#include "store/index_writer.h"

namespace vraagbaak::indexer {

// A file that is to be in the index.
struct FoundFile {
  std::string source;         // absolute path, without symbolic links in its folder
  std::string document_path;  // relative to the given folder, well-formed UTF-8
  std::string shown;          // for messages: the given path and what follows it
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::size_t order = 0;  // its place among all that the scan met
};

// What was looked through: files of the index that lie in it but were not found are gone.
struct ScanScope {
  std::string source;  // absolute path of a folder or file
  bool is_folder = true;
};

struct Scan {
  std::vector<FoundFile> files;  // by path within each given path; each source once
  std::vector<ScanScope> scopes;
  // What is no file to read: a link to a folder, a named pipe, a device … or a folder that could not be
  // looked through, a file that could not be looked at.
  struct PassedOver {
    std::string shown;
    std::string source;
    std::string document_path;
    std::string reason;          // what is wrong and the mend
    bool is_unreadable = false;  // what the index has from there is left alone
    std::size_t order = 0;
  };
  std::vector<PassedOver> passed_over;
};

// The files at and below `paths` that `filter` lets through. In folders nothing is said of names that begin
// with a dot, of what the filter keeps out, and of the index `db` itself with the files that belong to it.
// Links to files are followed, links to folders are not (they may run in circles). Nothing is opened but
// folders. Throws Error where one of `paths` is not there.
Scan scan_files(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& db,
                const PathFilter& filter = {});

// Whether `file` is the index `db` or one that SQLite and a build put beside it: vraagbaak.db-wal,
// vraagbaak.db.building … Both absolute.
bool belongs_to_index(const std::filesystem::path& file, const std::filesystem::path& db);

// What is to be done with the files of a scan.
struct ScanPlan {
  struct Job {
    FoundFile file;
    const store::SourceFile* known = nullptr;  // what the index holds of it; in the list given to plan_scan()
  };
  // A failure that is told again, with the file or folder it is shown as now.
  struct Failure {
    store::FileFailure failure;
    std::string shown;
    std::size_t order = 0;
  };
  std::vector<Job> jobs;                            // new or perhaps changed: to be read
  std::vector<std::string> gone;                    // sources in the index whose file is no longer there
  std::vector<const store::SourceFile*> unchanged;  // by size and time
  std::vector<Failure> failures;                    // of what is passed over or has not changed since
  std::vector<std::string> mended;                  // sources of known failures that no longer hold
};

// Compares a scan with the files in the index and with what is known to have failed: a known file of the same
// size and time is unchanged, and a failure of such a file holds, as long as the same helps with reading
// (`read_with`); with an empty `read_with` all that failed is tried again. Gives files whose document path
// would not be unique another one. A new file whose path belongs to a document from a place that is no longer
// there (a folder that was moved) takes that document over.
ScanPlan plan_scan(Scan scan, const std::vector<store::SourceFile>& known,
                   const std::vector<store::FileFailure>& failures = {}, std::string_view read_with = {});

// For a rebuild: adds the files of the old index that lie outside what was looked through and are still
// there, and lets every file keep the document path it had.
void carry_over(Scan& scan, const std::vector<store::SourceFile>& old);

}  // namespace vraagbaak::indexer
