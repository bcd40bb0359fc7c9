// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_map.h"

namespace vraagbaak::analysis {

// Function words that stand at the edge of a sentence, from dictionaries/nl/sentence-edges.tsv. Immutable;
// safe to share between threads.
class SentenceEdges {
 public:
  // Throws Error where the dictionary is missing or broken.
  explicit SentenceEdges(const DictionarySource& dictionaries);

  // True for a capitalised word that plainly begins a sentence: `Daarnaast`, `Het`, `Indien`.
  bool begins_sentence(std::string_view word) const { return begins_.contains(word); }
  // True for a word no sentence ends with: `de`, `van`, `omdat`.
  bool goes_on(std::string_view word) const { return goes_on_.contains(word); }
  // True for a word that links the labels of questions answered together: `en` of `1. en 2.`, `tot`.
  bool links_labels(std::string_view word) const { return links_.contains(word); }

 private:
  WordSet begins_;
  WordSet goes_on_;
  WordSet links_;
};

}  // namespace vraagbaak::analysis
