// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/byte_span.h"

namespace vraagbaak::analysis {

enum class PieceKind : std::uint8_t {
  word,    // letters, also with digits behind them: "projecten", "euro's", "m2", "FLUX50"
  digits,  // a run of ASCII digits, nothing else
  symbol,  // one visible character that is neither
};

// The white space before a piece.
enum class Gap : std::uint8_t {
  none,
  space,      // one blank, also a no-break or narrow one
  wide,       // several blanks or a tab: in layout text another column
  line,       // one line break
  paragraph,  // a blank line, or the start of the text
  page,       // a form feed
};

// The finest pieces the figure rules look at. In order, without overlap; white space, web addresses and
// e-mail addresses lie in no piece.
struct Piece {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  std::uint32_t number = 0;  // index into PieceList::numbers where `word` is kNumberWord
  std::uint16_t word = 0;    // the vocabulary's word, 0 where it does not know it
  PieceKind kind = PieceKind::symbol;
  Gap gap = Gap::none;
  char symbol = 0;        // of a symbol, folded to ASCII: any dash '-', any single quote '\''; '?' for others
  bool no_break = false;  // the gap is one no-break blank
};

inline constexpr std::uint16_t kUnknownWord = 0;
inline constexpr std::uint16_t kNumberWord = 1;  // a number spelled out as one word: "tweeëntwintig"

// A number spelled out as one word.
struct SpelledNumber {
  std::int64_t value = 0;
  bool ordinal = false;  // "vijfentwintigste"
};

}  // namespace vraagbaak::analysis
