// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// Acts, decrees, decisions, treaties and articles of them: "wet van 8 april 1965 betreffende …", "artikel 7,
// § 2, van het decreet van …", "Verordening (EU) nr. 12/2019", "koninklijk besluit van 3 mei 2004",
// "mestrichtlijn", each with its full title. In order, none overlapping. Linear in the words.
std::vector<NameCandidate> find_legislation(const NameText& text);

}  // namespace vraagbaak::analysis
