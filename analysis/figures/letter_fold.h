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

// The character at `at` < text.size(). Ill-formed bytes are symbols of one byte.
FoldedCharacter fold_character(std::string_view text, std::size_t at);

// A dictionary form as the rules compare it: lower case, accents off, other characters as they are.
std::string fold_letters(std::string_view text);

}  // namespace vraagbaak::analysis
