// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/related_words.h"

#include <algorithm>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::query {

namespace {

constexpr std::size_t kBeginning = 3;  // bytes by which words are looked up
constexpr std::string_view kParticiple = "ge";

std::string beginning_of(std::string_view word) {
  return std::string(word.substr(0, kBeginning));
}

}  // namespace

RelatedWords::RelatedWords(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer)
    : analyzer_(analyzer) {
  const analysis::DictionaryFile file(dictionaries, "nl/related-words.tsv", {"word", "related"});
  for (const analysis::DictionaryRow& row : file) {
    const std::string one = analysis::normalize(row[0]);
    const std::string other = analysis::normalize(row[1]);
    if (other.empty()) file.reject(row, "there is no related word", "add it in the second cell");
    by_beginning_[beginning_of(one)].pairs.emplace_back(one, other);
    by_beginning_[beginning_of(other)].pairs.emplace_back(other, one);
  }
}

std::vector<std::string> RelatedWords::of(std::string_view stem_term) const {
  std::vector<std::string> words;
  if (!stem_term.starts_with('~')) return words;
  const std::string_view stem = stem_term.substr(1);
  const auto look_under = [&](const std::string& beginning) {
    const auto at = by_beginning_.find(beginning);
    if (at == by_beginning_.end()) return;
    const Group& group = at->second;
    std::call_once(group.is_stemmed, [&] {
      for (const auto& [word, related] : group.pairs) group.stems.push_back(analyzer_.stem_term(word));
    });
    for (std::size_t i = 0; i < group.pairs.size(); ++i) {
      if (group.stems[i] != stem_term) continue;
      const std::string& related = group.pairs[i].second;
      if (std::ranges::find(words, related) == words.end()) words.push_back(related);
    }
  };
  const std::string own = beginning_of(stem);
  look_under(own);
  const std::string participle = beginning_of(std::string(kParticiple).append(stem));
  if (participle != own) look_under(participle);
  return words;
}

}  // namespace vraagbaak::query
