// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/entity_finder.h"

#include "analysis/entities/alias_resolver.h"
#include "analysis/entities/entity_lexicon.h"
#include "analysis/entities/kind_decider.h"
#include "analysis/entities/name_finder.h"
#include "analysis/entities/name_words.h"

namespace vraagbaak::analysis {

EntityFinder::EntityFinder(const DictionarySource& dictionaries)
    : lexicon_(std::make_unique<const EntityLexicon>(dictionaries)) {}

EntityFinder::~EntityFinder() = default;
EntityFinder::EntityFinder(EntityFinder&&) noexcept = default;
EntityFinder& EntityFinder::operator=(EntityFinder&&) noexcept = default;

EntityList EntityFinder::find(std::string_view text, const Segmentation& segmentation) const {
  const std::vector<NameWord> words =
      scan_name_words(text, segmentation.sentences, lexicon_->names(), lexicon_->words());
  const NameText name_text{text, words, *lexicon_};
  const std::vector<NameCandidate> names = decide_kinds(name_text, find_names(name_text));
  return resolve_aliases(name_text, names, {});
}

}  // namespace vraagbaak::analysis
