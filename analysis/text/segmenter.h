// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/sentence_splitter.h"
#include "analysis/text/tokenizer.h"
#include "model/token.h"

namespace vraagbaak::analysis {

// Text → tokens and sentences. Immutable; safe to share between threads.
class Segmenter {
 public:
  // Throws Error where a dictionary it needs is broken.
  explicit Segmenter(const DictionarySource& dictionaries);

  // Any bytes; spans are bytes of `text`. Empty text gives no tokens and no sentences. Linear time.
  Segmentation segment(std::string_view text) const;

 private:
  Tokenizer tokenizer_;
  SentenceSplitter sentence_splitter_;
};

}  // namespace vraagbaak::analysis
