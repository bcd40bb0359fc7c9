// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace vraagbaak::analysis {

// Index terms one behind the other in a string: each is a byte that says whether it stands at the same
// position as the one before it, two bytes of length, and its own bytes.
inline constexpr std::size_t kTermHeader = 1 + sizeof(std::uint16_t);

// `term` has at most 65,535 bytes.
inline void pack_term(std::string& packed, std::string_view term, bool colocated) {
  const auto length = static_cast<std::uint16_t>(term.size());
  char header[kTermHeader] = {static_cast<char>(colocated ? 1 : 0)};
  std::memcpy(header + 1, &length, sizeof length);
  packed.append(header, kTermHeader).append(term);
}

// Calls visit(std::string_view term, bool colocated) for each, in order, as long as it returns true.
template <typename Visit>
void for_each_packed_term(std::string_view packed, Visit&& visit) {
  for (std::size_t at = 0; at + kTermHeader <= packed.size();) {
    const bool colocated = packed[at] != 0;
    std::uint16_t length = 0;
    std::memcpy(&length, packed.data() + at + 1, sizeof length);
    at += kTermHeader;
    if (!visit(packed.substr(at, length), colocated)) return;
    at += length;
  }
}

}  // namespace vraagbaak::analysis
