// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "analysis/entities/definition_finder.h"
#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// Puts the mentions of one thing together: what the text defines and what the gazetteers hold for one thing;
// spellings that differ in capitals, hyphens, spaces, small words or one letter; names with and without
// article, legal form or place; acronyms and the one name of the document they can stand for; a surname and
// its person. Only names of the same kind come together, unless the text defines one by the other. Every name
// must have its kind. The entity is called by its fullest spelling; entities in the order of their first
// mention. Expected time linear in the names.
EntityList resolve_aliases(const NameText& text, const std::vector<NameCandidate>& names,
                           const Definitions& definitions);

}  // namespace vraagbaak::analysis
