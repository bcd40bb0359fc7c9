// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::query {

// Dutch words that documents use for one another, from dictionaries/nl/synonyms.tsv. Immutable; safe to share
// between threads.
class Synonyms {
 public:
  // `analyzer` gives the stems; it is not kept. Throws Error where the dictionary is broken.
  Synonyms(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer);

  // The other words of every group that holds a word with the stem of `term` ("~bedrijf"), each once;
  // normalized words or phrases. Empty where there is no group.
  std::vector<std::string> of(std::string_view stem_term) const;

 private:
  std::vector<std::vector<std::string>> groups_;
  std::unordered_map<std::string, std::vector<std::size_t>> groups_of_;  // by stem term
};

}  // namespace vraagbaak::query
