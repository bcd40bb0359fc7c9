// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// Names by gazetteer, by generic word (Agentschap …, … Network), by title and first name, and by capitals.
// In order; none overlaps another. Linear in the words.
std::vector<NameCandidate> find_names(const NameText& text);

}  // namespace vraagbaak::analysis
