// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/entity_finder.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/entities/alias_resolver.h"
#include "analysis/entities/definition_finder.h"
#include "analysis/entities/entity_lexicon.h"
#include "analysis/entities/kind_decider.h"
#include "analysis/entities/legislation_finder.h"
#include "analysis/entities/name_finder.h"
#include "analysis/entities/name_words.h"
#include "analysis/entities/quoted_finder.h"

namespace vraagbaak::analysis {
namespace {

// Of candidates that overlap the surer one stays, of equally sure ones the longer.
std::vector<NameCandidate> keep_surest(std::vector<NameCandidate> candidates, std::size_t word_count) {
  std::ranges::stable_sort(candidates, [](const NameCandidate& a, const NameCandidate& b) {
    if (a.certainty != b.certainty) return a.certainty > b.certainty;
    return a.last - a.first > b.last - b.first;
  });
  std::vector<bool> taken(word_count, false);
  std::vector<NameCandidate> kept;
  for (const NameCandidate& name : candidates) {
    bool is_free = true;
    for (std::size_t w = name.first; w < name.last; ++w) is_free = is_free && !taken[w];
    if (!is_free) continue;
    for (std::size_t w = name.first; w < name.last; ++w) taken[w] = true;
    kept.push_back(name);
  }
  std::ranges::sort(kept, {}, &NameCandidate::first);
  return kept;
}

void append(std::vector<NameCandidate>& to, const std::vector<NameCandidate>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

EntityFinder::EntityFinder(const DictionarySource& dictionaries)
    : lexicon_(std::make_unique<const EntityLexicon>(dictionaries)) {}

EntityFinder::~EntityFinder() = default;
EntityFinder::EntityFinder(EntityFinder&&) noexcept = default;
EntityFinder& EntityFinder::operator=(EntityFinder&&) noexcept = default;

EntityList EntityFinder::find(std::string_view text, const Segmentation& segmentation) const {
  const WordHold hold;
  return find(text, segmentation, number_words(text, segmentation.tokens));
}

EntityList EntityFinder::find(std::string_view text, const Segmentation& segmentation,
                              std::span<const WordNumber> numbers) const {
  const std::vector<NameWord> words = scan_name_words(text, segmentation, numbers, lexicon_->vocabulary());
  const NameText name_text{text, words, *lexicon_};
  const FoundNames found = find_names(name_text);
  std::vector<NameCandidate> candidates = found.names;
  const Definitions definitions = find_definitions(name_text, candidates);
  append(candidates, find_legislation(name_text));
  append(candidates, find_quoted_names(name_text));
  append(candidates, definitions.whole);
  for (const auto& [full, shorter] : definitions.pairs) {
    candidates.push_back(full);
    candidates.push_back(shorter);
  }
  const std::vector<NameCandidate> names =
      decide_kinds(name_text, keep_surest(std::move(candidates), words.size()), definitions, found.barred);
  return resolve_aliases(name_text, names, definitions);
}

}  // namespace vraagbaak::analysis
