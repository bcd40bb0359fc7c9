// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "analysis/figures/figure_lexicon.h"
#include "analysis/figures/piece.h"
#include "model/decimal.h"

namespace vraagbaak::analysis {

// The pieces of one text, with what reads them. The text and the lexicon outlive it.
struct Reading {
  std::string_view text;
  std::span<const Piece> pieces;
  std::span<const SpelledNumber> numbers;
  const FigureLexicon* lexicon = nullptr;

  bool has(std::size_t at) const { return at < pieces.size(); }
  std::string_view text_of(std::size_t at) const {
    return text.substr(pieces[at].begin, pieces[at].end - pieces[at].begin);
  }
  bool is_digits(std::size_t at) const { return has(at) && pieces[at].kind == PieceKind::digits; }
  bool is_word(std::size_t at) const { return has(at) && pieces[at].kind == PieceKind::word; }
  bool is_symbol(std::size_t at, char symbol) const {
    return has(at) && pieces[at].kind == PieceKind::symbol && pieces[at].symbol == symbol;
  }
  // No white space before that piece.
  bool is_glued(std::size_t at) const { return has(at) && pieces[at].gap == Gap::none; }
  // In the same line or the one after, so that the two may belong together.
  bool is_near(std::size_t at) const { return has(at) && pieces[at].gap <= Gap::line; }
  bool has_role(std::size_t at, Role role) const {
    return has(at) && lexicon->has_role(pieces[at].word, role);
  }
  EntryMatch match(std::size_t at, Category category) const { return lexicon->match(pieces, at, category); }
  EntryMatch match_before(std::size_t end, Category category) const {
    return lexicon->match_before(pieces, end, category);
  }
  EntryMatch match_role(std::size_t at, Role role) const { return lexicon->match_role(pieces, at, role); }
};

// A number read at a place. Pieces [begin, end).
struct NumberMatch {
  Decimal value;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool spelled = false;   // in words, at least its first part
  bool fraction = false;  // a part of one: "een kwart", "twee derde", "½"
  int power = 0;          // of the magnitude behind it: 6 for miljoen; 0 for none
  bool plain = false;     // a single run of digits, nothing else
};

// What a run of digits with points, commas and blanks between is, where it is no number.
struct ChainMatch {
  std::size_t end = 0;  // piece behind the chain
  std::size_t runs = 0;
  char separator = 0;  // between the runs; 0 where they are not all the same
};

// Chains are read this far; longer ones are no numbers and go on as another chain.
inline constexpr std::size_t kLongestChain = 32;

// The number written in digits at `at`, in Dutch notation: 2.000.051,75  14 000  0.200  17.6  1,234.56.
// No sign, no magnitude. nullopt where the digits are none: 1.2.3, 31.12.2022, 007.
std::optional<NumberMatch> read_digit_number(const Reading& reading, std::size_t at);

// The chain of digits joined by single points, commas, slashes, hyphens or colons that begins at `at`.
ChainMatch read_chain(const Reading& reading, std::size_t at);

// The number at `at` in digits or words, with magnitude words behind: 2,5 miljoen, drie miljard, honderd
// duizend, anderhalf miljoen, vijf en een half, een kwart, ½. nullopt where none begins there; the article
// "een" alone is none.
std::optional<NumberMatch> read_number(const Reading& reading, std::size_t at);

// The rank in words at `at`: "achtste", "tweeduizend en zestiende", "vier miljoenste".
std::optional<NumberMatch> read_rank(const Reading& reading, std::size_t at);

}  // namespace vraagbaak::analysis
