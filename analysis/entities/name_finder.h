// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

struct FoundNames {
  std::vector<NameCandidate> names;  // in order; none overlaps another
  std::vector<bool> barred;          // by word: capitals that belong to no name (policy fields, publications)
};

// Names by gazetteer, by generic word (Agentschap …, … Network), by title and first name, and by capitals.
// Linear in the words.
FoundNames find_names(const NameText& text);

}  // namespace vraagbaak::analysis
