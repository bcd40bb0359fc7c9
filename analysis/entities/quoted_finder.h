// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// Names between quotation marks that capitals alone would not show: behind a word that announces one (het
// project “van boer tot bord”), or with a capital first inside a sentence (‘Drenthe beweegt!’). In order,
// none overlapping. Linear in the words.
std::vector<NameCandidate> find_quoted_names(const NameText& text);

}  // namespace vraagbaak::analysis
