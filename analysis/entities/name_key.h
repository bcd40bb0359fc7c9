// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// Each word of a name is mixed in with this factor (2^64 divided by the golden ratio, odd).
inline constexpr std::uint64_t kNameKeyFactor = 0x9E3779B97F4A7C15ULL;

// A hash that is the same for every spelling of a name in capitals or small letters, with or without a
// hyphen.
inline std::uint64_t name_key(const NameText& text, std::size_t first, std::size_t last) {
  std::uint64_t key = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (text[i].sign != 0) continue;
    key = key * kNameKeyFactor + text[i].key;
  }
  return key;
}

inline std::uint64_t name_key(const NameText& text, const NameCandidate& name) {
  return name_key(text, name.first, name.last);
}

}  // namespace vraagbaak::analysis
