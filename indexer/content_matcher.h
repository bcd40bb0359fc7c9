// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/file_scanner.h"
#include "store/index_writer.h"

namespace vraagbaak::indexer {

// By what two files are known to be the same document: their content, and how their name makes it be read.
// The first 127 bits of the SHA-256: enough that no two contents with the same are known or can be made, and
// small, for a run keeps one for every file.
struct ContentKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;  // its last bit: how it is read
  friend bool operator==(const ContentKey&, const ContentKey&) = default;
};
struct ContentKeyHash {
  std::size_t operator()(const ContentKey& key) const noexcept { return key.first; }
};

// `content_hash`: as sha256() gives it.
ContentKey content_key(std::string_view content_hash, std::string_view name);

// Files whose content the index has already, wherever they are now.
struct ContentMatch {
  enum class Kind : std::uint8_t {
    touched,  // the file has another time alone
    renamed,  // the document's file was elsewhere, or under another name, and is not there any more
    copied,   // the document has its file still: this is a further one
  };
  Kind kind = Kind::touched;
  store::SourceFile file;  // as it is now, with its document
  std::string before;      // of renamed: the source that it had
  FoundFile found;
};

// Compares the files of the plan that are new or perhaps changed with the documents of the index by size, and
// where that agrees by content. Takes those whose content is known out of the plan's jobs, sources that were
// renamed out of what is gone, and from a job the document that has gone elsewhere. Files are read on
// `threads` threads; one that cannot be read, or once `is_stopped` says so, stays a job. `known` as in
// plan_scan().
std::vector<ContentMatch> match_contents(ScanPlan& plan, const std::vector<store::SourceFile>& known,
                                         std::size_t threads, const std::function<bool()>& is_stopped);

// The time of a file as far as it tells of a change: 0 where the file changed so short before now that it
// might change again within the grain of its time stamp.
std::int64_t trusted_mtime(std::int64_t mtime_ns);

}  // namespace vraagbaak::indexer
