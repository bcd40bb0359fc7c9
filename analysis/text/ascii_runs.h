// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vraagbaak::analysis {

// Runs of ASCII letters and digits, looked for eight bytes at a time. Offsets count bytes; text of any
// encoding may be given, bytes beyond ASCII are neither.

// Eight bytes as a number, the first the lowest, and back.
inline std::uint64_t load_eight(const char* from) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, from, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  return bytes;
}
inline void store_eight(char* to, std::uint64_t bytes) {
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  std::memcpy(to, &bytes, sizeof bytes);
}

// The high bit of each byte that is from `first` to `last`, both ASCII.
constexpr std::uint64_t bytes_between(std::uint64_t bytes, char first, char last) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  constexpr std::uint64_t kHigh = 0x80 * kEach;
  const std::uint64_t low = bytes & ~kHigh;
  const std::uint64_t from_first = low + (0x80U - static_cast<unsigned char>(first)) * kEach;
  const std::uint64_t behind_last = low + (0x7FU - static_cast<unsigned char>(last)) * kEach;
  return from_first & ~behind_last & ~bytes & kHigh;
}

// Eight bytes, and how many of the first are ASCII letters; these in lower case.
struct EightLetters {
  std::uint64_t folded = 0;
  std::size_t letters = 0;
};
constexpr EightLetters fold_eight(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  const std::uint64_t folded = bytes | 0x20 * kEach;
  const std::uint64_t others = ~bytes_between(folded, 'a', 'z') & 0x80 * kEach;
  return {.folded = folded, .letters = static_cast<std::size_t>(std::countr_zero(others)) / 8};
}

// The end of the ASCII letters that begin at `at`; `at` where none does.
inline std::size_t letters_end(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size()) {
    const std::size_t letters = fold_eight(load_eight(text.data() + at)).letters;
    at += letters;
    if (letters < 8) return at;
  }
  const auto is_letter = [](char c) {
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'z';
  };
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}

// The first digit at or behind `at`; the size of the text where there is none.
inline std::size_t find_digit(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t digits = bytes_between(load_eight(text.data() + at), '0', '9');
    if (digits != 0) return at + static_cast<std::size_t>(std::countr_zero(digits)) / 8;
  }
  while (at < text.size() && !(text[at] >= '0' && text[at] <= '9')) ++at;
  return at < text.size() ? at : text.size();
}

}  // namespace vraagbaak::analysis
