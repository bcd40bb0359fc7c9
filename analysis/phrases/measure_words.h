// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/phrases/noun_phrases.h"
#include "analysis/text/word_map.h"

namespace vraagbaak::analysis {

// A word that says what is measured, and where it stands among the words of a sentence.
struct MeasureHit {
  std::size_t word = 0;
  std::string_view measure;  // the family; lives as long as the dictionary
};

// The words of nl/measures.tsv by family. Immutable; safe to share between threads.
class MeasureWords {
 public:
  // Throws Error where the dictionary is broken.
  explicit MeasureWords(const DictionarySource& dictionaries);

  // In order. A verb whose particle does not follow within a clause's length ("kende" without "toe") is none.
  std::vector<MeasureHit> find(std::span<const PhraseWord> words) const;
  // The family of the first such word in a header or caption, by its words or the end of a compound
  // ("projectkosten"); empty where there is none.
  std::string_view in_text(std::string_view text) const;

 private:
  struct Entry {
    std::string measure;
    std::string particle;
  };
  const Entry* entry_for(std::string_view folded, std::span<const PhraseWord> behind) const;

  WordMap<std::vector<Entry>> by_form_;
};

}  // namespace vraagbaak::analysis
