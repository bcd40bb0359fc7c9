// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vraagbaak::indexer {

// How many bytes `counts` is true for. `counts` without branches: then the compiler has many bytes looked at
// in one step, as they are counted in single bytes over stretches that these can hold.
template <typename Counts>
std::size_t count_bytes(std::string_view text, Counts counts) {
  constexpr std::size_t kStretch = 128;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += kStretch) {
    const std::size_t size = std::min(kStretch, text.size() - begin);
    const char* const bytes = text.data() + begin;
    std::uint8_t counted = 0;
    for (std::size_t i = 0; i < size; ++i) {
      counted = static_cast<std::uint8_t>(counted + (counts(static_cast<unsigned char>(bytes[i])) ? 1 : 0));
    }
    count += counted;
  }
  return count;
}

}  // namespace vraagbaak::indexer
