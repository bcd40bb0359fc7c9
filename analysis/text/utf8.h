// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vraagbaak::analysis {

// One step through a UTF-8 text. Where the bytes are ill-formed, `code_point` is U+FFFD, `well_formed` is
// false and `size` covers the maximal ill-formed part (Unicode 15, section 3.9, U+FFFD substitution of
// maximal subparts).
struct Utf8Step {
  char32_t code_point = 0;
  std::uint8_t size = 0;  // bytes, 1–4; 0 only at the end of the text
  bool well_formed = true;
};

// The code point that begins at byte `offset`; size 0 at or beyond the end. `offset` need not be a boundary:
// a continuation byte there counts as one ill-formed byte.
Utf8Step utf8_step(std::string_view text, std::size_t offset);

// The code point that ends at byte `offset` (the last one of text[0, offset)); size 0 at the beginning. For
// well-formed text the exact inverse of utf8_step.
Utf8Step utf8_step_back(std::string_view text, std::size_t offset);

// Byte offset of the first ill-formed byte; nullopt where all of `text` is well-formed UTF-8 (NUL is
// well-formed).
std::optional<std::size_t> first_ill_formed(std::string_view text);
inline bool is_utf8(std::string_view text) {
  return !first_ill_formed(text);
}

// `text` with each maximal ill-formed part replaced by U+FFFD; well-formed text comes back unchanged.
std::string repair_utf8(std::string_view text);

}  // namespace vraagbaak::analysis
