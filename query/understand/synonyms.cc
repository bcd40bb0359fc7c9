// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/synonyms.h"

#include <algorithm>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

Synonyms::Synonyms(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer) {
  const analysis::DictionaryFile file(dictionaries, "nl/synonyms.tsv", {"word", "synonyms"});
  for (const analysis::DictionaryRow& row : file) {
    std::vector<std::string> group = split_word_group(row[1]);
    if (group.empty()) file.reject(row, "there is no synonym", "add it in the second cell");
    group.insert(group.begin(), analysis::normalize(row[0]));
    for (const std::string& word : group) {
      if (word.find(' ') != std::string::npos)
        continue;  // a phrase is found through its words only as an alternative
      auto& groups = groups_of_[analyzer.stem_term(word)];
      if (groups.empty() || groups.back() != groups_.size()) groups.push_back(groups_.size());
    }
    groups_.push_back(std::move(group));
  }
}

std::vector<std::string> Synonyms::of(std::string_view stem_term) const {
  std::vector<std::string> words;
  const auto at = groups_of_.find(std::string(stem_term));
  if (at == groups_of_.end()) return words;
  for (const std::size_t group : at->second) {
    for (const std::string& word : groups_[group]) {
      if (std::ranges::find(words, word) == words.end()) words.push_back(word);
    }
  }
  return words;
}

}  // namespace vraagbaak::query
