// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vraagbaak::analysis {

// A hash of bytes for tables in memory; eight bytes a step, so a word costs two or three multiplications. Not
// stored anywhere and not for what is compared by its hash alone (that is word_table.h and word_ids.h).
inline std::uint64_t text_hash(std::string_view text) {
  const auto load8 = [](const char* at) {
    std::uint64_t part = 0;
    std::memcpy(&part, at, sizeof part);
    return part;
  };
  const auto load4 = [](const char* at) {
    std::uint32_t part = 0;
    std::memcpy(&part, at, sizeof part);
    return std::uint64_t{part};
  };
  const auto load1 = [](char c) { return std::uint64_t{static_cast<unsigned char>(c)}; };
  const char* at = text.data();
  std::size_t left = text.size();
  std::uint64_t hash = left * 0x9E3779B97F4A7C15;
  const auto mix = [&hash](std::uint64_t part) {
    hash = (hash ^ part) * 0xFF51AFD7ED558CCD;
    hash ^= hash >> 32;
  };
  for (; left > 8; left -= 8, at += 8) mix(load8(at));
  if (left == 8) {
    mix(load8(at));
  } else if (left >= 4) {
    mix(load4(at) << 32 | load4(at + left - 4));
  } else if (left > 0) {
    mix(load1(at[0]) << 16 | load1(at[left / 2]) << 8 | load1(at[left - 1]));
  }
  return hash;
}

}  // namespace vraagbaak::analysis
