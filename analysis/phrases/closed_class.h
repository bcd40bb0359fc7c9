// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace vraagbaak::analysis {

// Whether a folded word is of a closed class of the language, given as a list.
template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

// The first two letters of a word as a number below 1024, in either case; other bytes share theirs with
// letters. For a look whether a word may be of a class: most words begin otherwise.
constexpr std::size_t letter_pair(char first, char second) {
  return static_cast<unsigned char>(first) % 32U * 32U + static_cast<unsigned char>(second) % 32U;
}

}  // namespace vraagbaak::analysis
