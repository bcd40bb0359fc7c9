// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>

namespace vraagbaak::analysis {

// Says of most keys that were never added that they were not; a gate before a look-up in a map.
class KeyFilter {
 public:
  void add(std::uint64_t key) { bits_[word(key)] |= bit(key); }
  bool may_hold(std::uint64_t key) const { return (bits_[word(key)] & bit(key)) != 0; }

 private:
  static std::size_t word(std::uint64_t key) { return (key >> 38U) % kWords; }
  static std::uint64_t bit(std::uint64_t key) { return std::uint64_t{1} << (key >> 58U); }

  static constexpr std::size_t kWords = 256;
  std::array<std::uint64_t, kWords> bits_{};
};

}  // namespace vraagbaak::analysis
