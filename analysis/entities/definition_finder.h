// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// What a text says about its own names.
struct Definitions {
  // A full name and its short form: "Federaal Planbureau" and "FPB" of "Federaal Planbureau (FPB)". Both have
  // the same kind, or none where only the document can tell.
  std::vector<std::pair<NameCandidate, NameCandidate>> pairs;
  // Full names with their short form in brackets inside: "ontwikkelingsmaatschappij (OM) Drenthe".
  std::vector<NameCandidate> whole;
  // Keys (name_key) of abbreviations of common nouns: "CO" of "koolstofmonoxide (CO)". No names.
  std::unordered_set<std::uint64_t> common;
};

// Acronyms in brackets behind what they abbreviate, letter by letter (Schwartz and Hearst, "A simple
// algorithm for identifying abbreviation definitions in biomedical text", 2003), so that a full name in small
// letters is found as well; and brackets behind a name of several words. `names` as find_names gives them.
// Linear in the words.
Definitions find_definitions(const NameText& text, const std::vector<NameCandidate>& names);

}  // namespace vraagbaak::analysis
