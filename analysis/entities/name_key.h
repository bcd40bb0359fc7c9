// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "analysis/entities/name_candidate.h"

namespace vraagbaak::analysis {

// The key of a name with one word more.
inline std::uint64_t extend_key(std::uint64_t key, const NameWord& word) {
  return key * word.shift + word.key;
}

// A hash that is the same for every spelling of a name in capitals or small letters, in one word or several,
// with or without a hyphen.
inline std::uint64_t name_key(const NameText& text, std::size_t first, std::size_t last) {
  std::uint64_t key = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (text[i].sign == 0) key = extend_key(key, text[i]);
  }
  return key;
}

inline std::uint64_t name_key(const NameText& text, const NameCandidate& name) {
  return name_key(text, name.first, name.last);
}

}  // namespace vraagbaak::analysis
