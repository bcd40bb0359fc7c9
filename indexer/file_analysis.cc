// SPDX-License-Identifier: EUPL-1.2
#include "indexer/file_analysis.h"

#include <sys/stat.h>

#include <cerrno>
#include <exception>
#include <utility>

#include "digest/sha256.h"

namespace vraagbaak::indexer {
namespace {

// Whether a file that could not be read is only out of reach: no longer there, or too large, it is not.
bool is_out_of_reach(const std::string& source) {
  struct stat status {};
  if (::stat(source.c_str(), &status) != 0) return errno != ENOENT && errno != ENOTDIR;
  return S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) <= kLargestFile;
}

std::string said(const Problem& problem) {
  return problem.what + ": " + problem.mend;
}

// `weigh` is told the bytes of the text before it is analysed.
void read_and_analyse(const FoundFile& found, std::size_t number, const AnalysisTools& tools,
                      const std::function<void(std::uint64_t)>& weigh, AnalysedFile& outcome) {
  Result<std::string> bytes = read_file(found.source);
  if (!bytes) {
    outcome.error = said(bytes.problem());
    outcome.document_stays = is_out_of_reach(found.source);
    return;
  }
  outcome.file.size = bytes->size();
  outcome.file.content_hash = sha256(*bytes);
  outcome.key = content_key(outcome.file.content_hash, found.source);
  if (!tools.claims.claim(*outcome.key, number)) return;
  Result<SourceText> source = read_document(std::move(bytes).value(), found.shown, tools.options);
  if (!source) {
    outcome.error = said(source.problem());
    return;
  }
  outcome.left_out = std::move(source.value().left_out);
  weigh(source->text.size());
  outcome.entry = std::make_unique<store::IndexEntry>(
      tools.builder.build(outcome.file, std::move(source).value(), tools.phrases));
}

}  // namespace

bool ContentClaims::claim(const ContentKey& key, std::size_t number) {
  const std::lock_guard lock(mutex_);
  const auto [first, is_new] = jobs_.emplace(key, number);
  if (!is_new && first->second < number) return false;
  first->second = number;
  return true;
}

AnalysedFile analyse_file(const FoundFile& found, std::size_t number, const AnalysisTools& tools,
                          const std::function<void(std::uint64_t)>& weigh) {
  AnalysedFile outcome;
  outcome.file.source = found.source;
  outcome.file.document_path = found.document_path;
  outcome.file.size = found.size;
  outcome.file.mtime_ns = trusted_mtime(found.mtime_ns);
  try {
    read_and_analyse(found, number, tools, weigh, outcome);
  } catch (const std::exception& error) {
    outcome.error = std::string("cannot be analysed (") + error.what() + "): leave it out and report it";
  }
  return outcome;
}

}  // namespace vraagbaak::indexer
