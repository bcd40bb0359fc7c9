// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vraagbaak::analysis {

// The bytes of a text of at most 8 as a number; of two texts of the same size the same only for the same
// text.
inline std::uint64_t short_text_number(std::string_view text) {
  const char* const at = text.data();
  const std::size_t size = text.size();
  const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
  const auto load4 = [](const char* from) {
    std::uint32_t part = 0;
    std::memcpy(&part, from, sizeof part);
    return std::uint64_t{part};
  };
  if (size == 8) {
    std::uint64_t whole = 0;
    std::memcpy(&whole, at, sizeof whole);
    return whole;
  }
  if (size >= 4) return load4(at) << 32 | load4(at + size - 4);
  return size == 0 ? 0 : byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
}

// Eight bytes of memory as a number, without those behind the first `size` of them; all where there are more.
inline std::uint64_t short_text_part(std::uint64_t bytes, std::size_t size) {
  if (size >= sizeof bytes) return bytes;
  if constexpr (std::endian::native == std::endian::little) {
    return bytes & ((std::uint64_t{1} << (8 * size)) - 1);
  } else {
    return size == 0 ? 0 : bytes >> (8 * (sizeof bytes - size));
  }
}

inline std::uint64_t mixed_hash(std::uint64_t hash, std::uint64_t part) {
  hash = (hash ^ part) * 0xFF51AFD7ED558CCD;
  return hash ^ (hash >> 32);
}

// A hash of bytes for tables in memory; eight bytes a step, so a word costs two or three multiplications. Not
// stored anywhere and not for what is compared by its hash alone (that is word_table.h and word_ids.h).
inline std::uint64_t text_hash(std::string_view text) {
  std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15;
  for (; text.size() > 8; text.remove_prefix(8))
    hash = mixed_hash(hash, short_text_number(text.substr(0, 8)));
  return text.empty() ? hash : mixed_hash(hash, short_text_number(text));
}

}  // namespace vraagbaak::analysis
