// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "analysis/entities/definition_finder.h"
#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// Gives each name one kind for the whole document: the surest mentions vote, then the words around the
// others; short forms follow the long ones (an acronym its full name, a surname its person). Drops what is no
// name after all (an abbreviation of a common noun, a guess that no other place supports) and adds the places
// where a name of the document stands and its own sentence could not show it (sentence starts, headings in
// capitals). `names` in order, none overlapping; what comes back too. Expected time linear in the words.
std::vector<NameCandidate> decide_kinds(const NameText& text, const std::vector<NameCandidate>& names,
                                        const Definitions& definitions, const std::vector<bool>& barred);

}  // namespace vraagbaak::analysis
