// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <utility>
#include <vector>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// A full name and the short form the text gives it: "Federaal Planbureau (FPB)". Indexes into the names.
struct NameDefinition {
  std::size_t full = 0;
  std::size_t shorter = 0;
};

// Puts the mentions of one thing together: spellings that differ in capitals, hyphens or a legal form, names
// the gazetteer holds for one thing, names the text defines, a surname and its person. Every name must have
// its kind. The entity is called by its fullest spelling; entities in the order of their first mention.
EntityList resolve_aliases(const NameText& text, const std::vector<NameCandidate>& names,
                           const std::vector<NameDefinition>& definitions);

}  // namespace vraagbaak::analysis
