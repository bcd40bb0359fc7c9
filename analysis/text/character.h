// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vraagbaak::analysis {

// What segmentation needs to know of a character. From the Unicode properties as ICU has them.
enum class CharacterKind : std::uint8_t {
  end,        // no character: the end of the text
  space,      // White_Space, line ends included
  lower,      // Ll
  upper,      // Lu, Lt
  letter,     // other letters: Lo, Lm
  digit,      // Nd
  numeral,    // other numbers: ² ½ Ⅳ
  extend,     // goes with the character before: marks, format characters (soft hyphen)
  ideograph,  // Line_Break=Ideographic or Complex_Context (Chinese, Japanese, Thai …): written without spaces
  symbol,     // everything else: punctuation, symbols, controls, ill-formed bytes
};

struct Character {
  char32_t code_point = 0;
  std::uint8_t size = 0;  // bytes; 0 at the end of the text
  CharacterKind kind = CharacterKind::end;

  constexpr bool is_letter() const {
    return kind == CharacterKind::lower || kind == CharacterKind::upper || kind == CharacterKind::letter;
  }
  constexpr bool is_digit() const { return kind == CharacterKind::digit; }
  // Stands inside a word or number without any rule.
  constexpr bool is_word() const {
    return is_letter() || is_digit() || kind == CharacterKind::numeral || kind == CharacterKind::extend;
  }
  constexpr bool is_space() const { return kind == CharacterKind::space; }
};

// The kind of one code point; ASCII from a table, the rest from ICU.
CharacterKind character_kind(char32_t code_point);

// The kind of each ASCII byte.
struct AsciiKinds {
  CharacterKind kind[128];
};
constexpr AsciiKinds make_ascii_kinds() {
  AsciiKinds table{};
  for (int c = 0; c < 128; ++c) {
    CharacterKind kind = CharacterKind::symbol;
    if (c == ' ' || (c >= '\t' && c <= '\r')) kind = CharacterKind::space;
    if (c >= '0' && c <= '9') kind = CharacterKind::digit;
    if (c >= 'a' && c <= 'z') kind = CharacterKind::lower;
    if (c >= 'A' && c <= 'Z') kind = CharacterKind::upper;
    table.kind[c] = kind;
  }
  return table;
}
inline constexpr AsciiKinds kAsciiKinds = make_ascii_kinds();

// The character that begins at, or ends at, byte `offset` of `text`; kind `end` beyond the text.
Character wide_character_at(std::string_view text, std::size_t offset);
Character wide_character_before(std::string_view text, std::size_t offset);

inline Character character_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = static_cast<std::uint8_t>(text[offset]);
  if (byte < 0x80) return {byte, 1, kAsciiKinds.kind[byte]};
  return wide_character_at(text, offset);
}
inline Character character_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return {};
  const auto byte = static_cast<std::uint8_t>(text[offset - 1]);
  if (byte < 0x80) return {byte, 1, kAsciiKinds.kind[byte]};
  return wide_character_before(text, offset);
}

}  // namespace vraagbaak::analysis
