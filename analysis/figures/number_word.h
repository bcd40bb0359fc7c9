// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "analysis/figures/figure_lexicon.h"
#include "analysis/figures/piece.h"

namespace vraagbaak::analysis {

// False where the first letters of a folded word cannot begin a spelled number. Cheap: looks at two letters.
bool may_spell_number(std::string_view folded);

// The number a folded compound word spells, below 10^18: "tweeentwintig", "honderdentwee",
// "vijfentwintighonderd", "negentienvijfenveertig" (1945), "drieduizendtweehonderdtwintigste" (an ordinal).
// nullopt where the word is anything else. Linear in the word.
std::optional<SpelledNumber> read_number_word(std::string_view folded, const FigureLexicon& lexicon);

}  // namespace vraagbaak::analysis
