// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/unspaced_words.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace vraagbaak::analysis {

struct UnspacedWords::Iterator {
  std::unique_ptr<icu::BreakIterator> words;
};

UnspacedWords::UnspacedWords() = default;
UnspacedWords::~UnspacedWords() = default;

std::vector<ByteSpan> UnspacedWords::split(std::string_view text, ByteSpan run) {
  UErrorCode status = U_ZERO_ERROR;
  if (!iterator_) {
    iterator_ = std::make_unique<Iterator>();
    iterator_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) iterator_->words.reset();
  }
  if (!iterator_->words) return {run};
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data() + run.begin, static_cast<std::int64_t>(run.size()), &status);
  if (U_SUCCESS(status)) iterator_->words->setText(&source, status);
  std::vector<ByteSpan> words;
  if (U_SUCCESS(status)) {
    std::size_t begin = 0;
    for (std::int32_t end = iterator_->words->next(); end != icu::BreakIterator::DONE;
         end = iterator_->words->next()) {
      words.push_back({run.begin + begin, run.begin + static_cast<std::size_t>(end)});
      begin = static_cast<std::size_t>(end);
    }
  }
  utext_close(&source);
  if (words.empty() || words.back().end != run.end) return {run};
  return words;
}

}  // namespace vraagbaak::analysis
