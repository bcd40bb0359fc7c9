// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/content_matcher.h"
#include "indexer/entry_builder.h"
#include "indexer/file_scanner.h"
#include "indexer/readers/reader.h"
#include "model/result.h"
#include "store/index_writer.h"

namespace vraagbaak::indexer {

// What became of one file that was to be read.
struct AnalysedFile {
  store::SourceFile file;
  std::optional<ContentKey> key;             // nullopt where the file could not be read
  std::unique_ptr<store::IndexEntry> entry;  // none: a failure, or an earlier file has the same content
  std::string error;                         // "what is wrong: the mend"
  bool document_stays = false;    // with error: the file was out of reach, its content may be what it was
  std::vector<Problem> left_out;  // of an archive; `where` is the part
};

// The contents that are being analysed in a run: what several files hold is analysed for the first of them.
// Safe to share between threads.
class ContentClaims {
 public:
  // Whether the file with that number has to analyse that content itself: no file before it does.
  bool claim(const ContentKey& key, std::size_t number);

 private:
  std::mutex mutex_;
  std::unordered_map<ContentKey, std::size_t, ContentKeyHash> jobs_;
};

// What files are analysed with; all must outlive the analysis.
struct AnalysisTools {
  const EntryBuilder& builder;
  const ReadOptions& options;
  ContentClaims& claims;
  const store::PhraseBook& phrases;
};

// Reads the file with that number in the order of the run and analyses it. Whatever goes wrong with it stays
// with it: nothing is thrown. `weigh` is told the bytes of the text before it is analysed.
AnalysedFile analyse_file(const FoundFile& found, std::size_t number, const AnalysisTools& tools,
                          const std::function<void(std::uint64_t)>& weigh);

}  // namespace vraagbaak::indexer
