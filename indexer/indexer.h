// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "indexer/entry_builder.h"
#include "indexer/path_filter.h"
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
  std::size_t unchanged = 0;       // by content; the file may have another name, place or time
  std::size_t removed = 0;         // their files are gone or can no longer be read as a document
  std::size_t renamed = 0;         // files that were found under another path
  std::size_t duplicates = 0;      // files with the content of another: one document, with all its paths
  std::vector<FailedFile> failed;  // in the order of the scan
  std::size_t bytes_read = 0;      // of the files that were analysed
  double seconds = 0;
  bool is_stopped = false;     // before its end: what was analysed is kept, the next run goes on
  std::size_t files_left = 0;  // that a stopped run did not come to

  // Whether the index is another than before.
  bool has_changes() const { return added + updated + removed + renamed > 0; }
};

// What became of a file, where anything did.
struct FileEvent {
  enum class Kind : std::uint8_t { added, updated, renamed, duplicate, removed, failed };
  Kind kind = Kind::added;
  std::string path;    // as it is shown; of `removed` the absolute path
  std::string detail;  // of renamed: where it was; of duplicate: the document it is; of failed: why
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
  std::size_t threads = 0;  // that analyse; 0: as many as the machine has
  // Both count a kilobyte a file besides.
  std::uint64_t batch_bytes = 8 << 20;     // of text in one transaction: what a kill can cost, and memory
  std::uint64_t waiting_bytes = 10 << 20;  // of files read but not yet written: bounds memory
  bool ocr = false;    // read pages that are pictures, where the programs for it are installed
  bool retry = false;  // read files again that could not be read and have not changed since
  bool is_watch =
      false;  // more runs follow: the index stays in WAL mode, so that they hold up nobody who reads
  PathFilter filter{};  // which files are read; those of the index that it keeps out go out of the index
  // Asked often, by several threads; once it says true the run comes to its end with what it has. May be
  // empty.
  std::function<bool()> is_stopped{};
  std::function<void(const FileEvent&)> event{};  // called on the calling thread; may be empty
  std::function<void(const IndexProgress&)>
      progress{};  // called on the calling thread, at most about 20 times a second
};

// Brings indexes up to date with folders of documents.
class Indexer {
 public:
  // The dictionaries must outlive it.
  explicit Indexer(const analysis::DictionarySource& dictionaries) : builder_(dictionaries) {}

  // Brings the index `db` up to date with the files below `paths` (folders and files): new and changed ones
  // are read and analysed, those whose file is gone are taken out, unchanged ones are left alone. A file that
  // has another name or place, and the content it had, keeps its document; several files with the same
  // content are one document. Documents of other folders that the index holds already stay. A file reached
  // twice counts once. A document's path is relative to the given folder (of a given file: its name); where
  // two files would get the same, the later one gets the folder's name before it. An index that is absent, of
  // another version or made with other dictionaries is built in `db`.building, which takes the place of `db`
  // when it is whole; a run that was stopped or cut off is gone on with. Throws Error where a given path is
  // not there, `db` is another program's file or the disk is full, and InUse (indexer/build_target.h) where
  // another run is at work on `db`. A file that cannot be read as a document is listed in `failed` and stops
  // nothing; where it is the system that does not let us read it, its document stays as it was.
  IndexSummary run(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& db,
                   const IndexOptions& options = {});

 private:
  EntryBuilder builder_;
};

// One run of an Indexer.
inline IndexSummary index_paths(const std::vector<std::filesystem::path>& paths,
                                const std::filesystem::path& db,
                                const analysis::DictionarySource& dictionaries,
                                const IndexOptions& options = {}) {
  return Indexer(dictionaries).run(paths, db, options);
}

}  // namespace vraagbaak::indexer
