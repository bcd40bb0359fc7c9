// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/figures/piece.h"
#include "analysis/text/ascii_runs.h"
#include "analysis/text/text_hash.h"

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

// The hash of a folded word, eight bytes a step, the last ones filled up with zeros.
inline std::uint32_t letters_hash(std::string_view folded) {
  std::uint64_t hash = 0;
  for (std::size_t at = 0; at < folded.size(); at += 8) {
    const std::string_view part = folded.substr(at, 8);
    char filled[8] = {};
    std::memcpy(filled, part.data(), part.size());
    hash = mixed_hash(hash, load_eight(filled));
  }
  return static_cast<std::uint32_t>(hash);
}

}  // namespace vraagbaak::analysis
