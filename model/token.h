// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "model/byte_span.h"

namespace vraagbaak {

enum class TokenKind : std::uint8_t {
  word,         // holds a letter
  number,       // digits with their separators: 2.000.051,75  14  1985-1987  '80
  punctuation,  // everything else that is visible
};

// A piece of text between which no space stands. Tokens are in order, do not overlap, and hold every
// character that is not white space.
struct Token {
  ByteSpan span;
  TokenKind kind = TokenKind::word;

  friend bool operator==(const Token&, const Token&) = default;
};

// A sentence: its span without outer white space, and which tokens of the text it holds.
struct Sentence {
  ByteSpan span;
  std::size_t first_token = 0;  // index
  std::size_t token_count = 0;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// A text cut into tokens and sentences; every token lies in exactly one sentence.
struct Segmentation {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace vraagbaak
