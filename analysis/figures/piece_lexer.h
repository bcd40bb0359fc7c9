// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/figures/piece.h"

namespace vraagbaak::analysis {

class FigureLexicon;

// A text cut into pieces, with the numbers its compound words spell.
struct PieceList {
  std::vector<Piece> pieces;
  std::vector<SpelledNumber> numbers;
};

// Cuts `text` into pieces and looks each up in the vocabulary. Linear in the text; text beyond 4 GiB is left
// out. The memory of `reused` is used again.
PieceList cut_pieces(std::string_view text, const FigureLexicon& lexicon, PieceList reused = {});

// A dictionary form cut the same way, folded: "km/u" into "km", "/", "u".
std::vector<std::string> split_form(std::string_view form);

// The hash of a folded word, one character at a time (FNV-1a).
inline constexpr std::uint32_t kHashSeed = 2166136261u;
constexpr std::uint32_t hash_step(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
}

}  // namespace vraagbaak::analysis
