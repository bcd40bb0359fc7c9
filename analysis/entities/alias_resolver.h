// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "analysis/entities/definition_finder.h"
#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// Puts the mentions of one thing together: spellings that differ in capitals, hyphens or a legal form, names
// the gazetteer holds for one thing, names the text defines, a surname and its person. Every name must have
// its kind. The entity is called by its fullest spelling; entities in the order of their first mention.
EntityList resolve_aliases(const NameText& text, const std::vector<NameCandidate>& names,
                           const Definitions& definitions);

}  // namespace vraagbaak::analysis
