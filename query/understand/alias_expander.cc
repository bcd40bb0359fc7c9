// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/alias_expander.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analysis/text/normalizer.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

namespace {

constexpr double kAliasStrength = 0.9;
// A name may stand for several things; the most mentioned ones count.
constexpr std::size_t kMostEntities = 2;
constexpr std::size_t kMostWords = 8;

void add_name(QuestionTerm& term, const std::string& name, const analysis::Analyzer& analyzer) {
  const std::vector<std::string> words = split_words(analysis::normalize(name));
  if (words.empty() || words.size() > kMostWords) return;
  std::vector<std::string> terms;
  for (const std::string& word : words) terms.push_back(analyzer.stem_term(word));
  const bool known =
      std::ranges::any_of(term.variants, [&](const TermVariant& at) { return at.terms == terms; });
  if (!known) term.variants.push_back({std::move(terms), kAliasStrength});
}

}  // namespace

void add_aliases(Question& question, const store::IndexReader& reader, const analysis::Analyzer& analyzer) {
  for (QuestionTerm& term : question.terms) {
    if (!term.is_name) continue;
    const std::vector<store::EntityRecord> entities = reader.entities_named(term.word);
    for (std::size_t i = 0; i < std::min(entities.size(), kMostEntities); ++i) {
      add_name(term, entities[i].name, analyzer);
      for (const std::string& alias : reader.aliases(entities[i].id)) add_name(term, alias, analyzer);
    }
  }
}

}  // namespace vraagbaak::query
