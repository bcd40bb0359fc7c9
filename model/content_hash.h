// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

namespace vraagbaak {

// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923): tells whether a file still has the bytes it had. Not for
// security.
constexpr std::uint64_t content_hash(std::string_view bytes, std::uint64_t seed = 0xCBF29CE484222325U) {
  std::uint64_t hash = seed;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  return hash;
}

}  // namespace vraagbaak
