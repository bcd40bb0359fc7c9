// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/rates.h"

#include <vector>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

RateWords::RateWords(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, "rate-words.tsv", {"form", "role", "rate"});
  for (const analysis::DictionaryRow& row : file) {
    const std::string form = analysis::normalize(row[0]);
    if (row[1] == "per") {
      per_.insert(form);
      continue;
    }
    if (row[1] != "behind" && row[1] != "alone")
      file.reject(row, std::string(row[1]).append(" is no role"), "write per, behind or alone");
    if (row[2].empty()) file.reject(row, "there is no rate", "add it in the third cell");
    (row[1] == "behind" ? behind_ : alone_).emplace(form, row[2]);
  }
}

std::set<std::string> RateWords::in(std::string_view text) const {
  std::set<std::string> rates;
  const std::vector<std::string> words = split_words(analysis::normalize(text));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto alone = alone_.find(words[i]); alone != alone_.end()) rates.insert(alone->second);
    if (!per_.contains(words[i]) || i + 1 == words.size()) continue;
    const auto behind = behind_.find(words[i + 1]);
    rates.insert(behind != behind_.end() ? behind->second : "thing");
  }
  return rates;
}

}  // namespace vraagbaak::query
