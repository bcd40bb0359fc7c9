// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vraagbaak::analysis {

// One character of a text as the figure rules see it.
struct FoldedCharacter {
  enum class Class : std::uint8_t { letter, digit, blank, symbol };
  Class character_class = Class::symbol;
  std::uint8_t size = 1;  // bytes it takes in the text
  char ascii = 0;  // letter: lower case without accent, 0 where it has no ASCII base or is to be left out
};

// The same for a character beyond ASCII.
FoldedCharacter fold_beyond_ascii(std::string_view text, std::size_t at);

// The character at `at` < text.size(). Ill-formed bytes are symbols of one byte.
inline FoldedCharacter fold_character(std::string_view text, std::size_t at) {
  using Class = FoldedCharacter::Class;
  const char c = text[at];
  if (static_cast<unsigned char>(c) >= 0x80) return fold_beyond_ascii(text, at);
  const char lower = static_cast<char>(c | 0x20);
  if (lower >= 'a' && lower <= 'z') return {.character_class = Class::letter, .size = 1, .ascii = lower};
  if (c >= '0' && c <= '9') return {.character_class = Class::digit, .size = 1, .ascii = c};
  const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
  return {.character_class = blank ? Class::blank : Class::symbol, .size = 1, .ascii = c};
}

// A dictionary form as the rules compare it: lower case, accents off, other characters as they are.
std::string fold_letters(std::string_view text);

}  // namespace vraagbaak::analysis
