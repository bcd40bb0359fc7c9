// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text_sample.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/reader.h"
#include "indexer/readers/sniff.h"

namespace vraagbaak::indexer {
namespace {

// Twice as much makes a sample no better by 1 %.
constexpr std::uint64_t kSampleBytes = 4U << 20;
constexpr std::uint64_t kLeastShare = 4;
// Of one file: or a long one would be most of the sample.
constexpr std::size_t kMostOfFile = 128U << 10;

bool is_read_here(FileKind kind) {
  switch (kind) {
    case FileKind::text:
    case FileKind::csv:
    case FileKind::markdown:
    case FileKind::json:
    case FileKind::html:
    case FileKind::xml:
    case FileKind::docx:
    case FileKind::open_text:
      return true;
    default:
      return false;
  }
}

// Empty where it is not to be had.
std::string text_of(const FoundFile& file) {
  Result<std::string> bytes = read_file(file.source);
  if (!bytes || !is_read_here(sniff(*bytes))) return {};
  Result<SourceText> source = read_document(std::move(bytes).value(), file.shown);
  if (!source) return {};
  std::string text = std::move(source.value().text);
  text.resize(std::min(text.size(), kMostOfFile));
  return text;
}

}  // namespace

std::vector<std::string> sample_texts(const std::vector<ScanPlan::Job>& jobs) {
  std::uint64_t all = 0;
  for (const ScanPlan::Job& job : jobs) all += job.file.size;
  const std::uint64_t wanted = std::min(kSampleBytes, all / kLeastShare);
  std::vector<std::string> texts;
  std::uint64_t passed = 0;  // bytes of files so far, and of those taken
  std::uint64_t taken = 0;
  for (const ScanPlan::Job& job : jobs) {
    passed += job.file.size;
    // As much as is due by now: a file comes when it fits.
    const double due = static_cast<double>(passed) * static_cast<double>(wanted) / static_cast<double>(all);
    if (job.file.size == 0 || static_cast<double>(taken + job.file.size) > due) continue;
    taken += job.file.size;
    std::string text = text_of(job.file);
    if (!text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace vraagbaak::indexer
