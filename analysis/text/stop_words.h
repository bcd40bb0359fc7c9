// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_map.h"

namespace vraagbaak::analysis {

// The languages the analysis knows.
enum class Language { nl, en, fr };

// "nl", "en", "fr" (ISO 639-1).
std::string_view to_string(Language language);

// Words that say nothing of a text's subject: articles, pronouns, prepositions, auxiliaries. From
// dictionaries/{nl,en,fr}/stopwords.tsv. Immutable; safe to share between threads.
class StopWords {
 public:
  explicit StopWords(const DictionarySource& source);

  // `word` as normalize() gives it.
  bool contains(std::string_view word, Language language) const;

  // All of them, in the order of the dictionary.
  const WordSet& words(Language language) const { return words_[static_cast<std::size_t>(language)]; }

 private:
  std::array<WordSet, 3> words_;
};

}  // namespace vraagbaak::analysis
