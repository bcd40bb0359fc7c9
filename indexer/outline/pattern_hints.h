// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bitset>
#include <string>
#include <string_view>

namespace vraagbaak::indexer {

// What every text that a pattern matches has in common, read from the pattern: a cheap look before RE2 is
// asked. Never wrong on the safe side: what is not understood may begin with anything and needs nothing.
struct PatternHints {
  // The bytes a match may begin with. All where it may be empty.
  std::bitset<256> first_bytes;
  // Lower-case ASCII that each match holds, folded; empty where there is none.
  std::string needs;

  // False where no match of the pattern begins at the front of `text`.
  bool may_begin(std::string_view text) const {
    return text.empty() || first_bytes[static_cast<unsigned char>(text.front())];
  }
  // False where no match of the pattern lies in `text`.
  bool may_hold(std::string_view text) const;
};

// The hints of a pattern in RE2's syntax, case folded.
PatternHints read_pattern_hints(std::string_view pattern);

}  // namespace vraagbaak::indexer
