// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// Gives each name one kind for the whole document and drops what no other place supports: the surest mentions
// vote, then the words around the others, then the short forms follow the long ones (a surname its person).
// `names` in order, none overlapping; what comes back too. Expected time linear in the names.
std::vector<NameCandidate> decide_kinds(const NameText& text, std::vector<NameCandidate> names);

// The same for every spelling of a name in capitals and small letters and with or without a hyphen.
std::uint64_t name_key(const NameText& text, const NameCandidate& name);

}  // namespace vraagbaak::analysis
