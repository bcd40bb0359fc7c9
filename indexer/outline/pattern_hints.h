// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::indexer {

// What every text that a pattern matches has in common, read from the pattern: a cheap look before RE2 is
// asked. Never wrong on the safe side: what is not understood may begin with anything and needs nothing.
struct PatternHints {
  // The bytes a match may begin with. All where it may be empty.
  std::bitset<256> first_bytes;
  // … and end with.
  std::bitset<256> last_bytes;
  // Lower-case ASCII of which each match holds one, folded; empty where nothing is known.
  std::vector<std::string> needs;
  std::array<bool, 256> needs_begin{};  // the bytes these begin with, in either case
  // Lower-case ASCII of which each match begins with one, folded; empty where nothing is known.
  std::vector<std::string> begins;

  // Bytes of the shortest and the longest match; of a pattern that is not understood any number.
  std::size_t shortest = 0;
  std::size_t longest = static_cast<std::size_t>(-1);

  // False where no match of the pattern begins at the front of `text`.
  bool may_begin(std::string_view text) const {
    return text.empty() || first_bytes[static_cast<unsigned char>(text.front())];
  }
  // False where the pattern does not match all of `text`.
  bool may_be(std::string_view text) const {
    return text.empty() ||
           (first_bytes[static_cast<unsigned char>(text.front())] &&
            last_bytes[static_cast<unsigned char>(text.back())] && fits(text) && may_hold(text));
  }
  // False where all of `text` is no match by its size or by what it begins with.
  bool fits(std::string_view text) const {
    return text.size() >= shortest && text.size() <= longest && (begins.empty() || begins_so(text));
  }
  // False where `text` begins with none of `begins`.
  bool begins_so(std::string_view text) const;
  // False where no match of the pattern lies in `text`.
  bool may_hold(std::string_view text) const;
};

// The hints of a pattern in RE2's syntax, case folded.
PatternHints read_pattern_hints(std::string_view pattern);

}  // namespace vraagbaak::indexer
