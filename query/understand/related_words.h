// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::query {

// Dutch words that say much the same as another: "annuleren" and "geannuleerd", "gevolg" and "consequentie".
// What a question says with the one, a document may say with the other; weaker than the synonyms of a clerk's
// list (Synonyms). Immutable; safe to share between threads.
class RelatedWords {
 public:
  // Reads nl/related-words.tsv; throws Error where it is broken. The analyzer must outlive it.
  RelatedWords(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer);

  // The words related to those with this stem ("~annuleer"), as they stand in the list. Words are stemmed
  // when one that begins like them is first asked for, so that reading thousands of pairs costs next to
  // nothing; a word is found as long as it begins like its stem, "ge" aside.
  std::vector<std::string> of(std::string_view stem_term) const;

 private:
  // Words that begin alike.
  struct Group {
    std::vector<std::pair<std::string, std::string>> pairs;  // a word, and one related to it
    mutable std::once_flag is_stemmed;
    mutable std::vector<std::string> stems;  // of the first of each pair
  };

  const analysis::Analyzer& analyzer_;
  std::unordered_map<std::string, Group> by_beginning_;
};

}  // namespace vraagbaak::query
