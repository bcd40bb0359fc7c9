// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace vraagbaak::analysis {

// The layout of words.nl.bin, shared by the builder and the reader: a header, then an open hash table of
// 32-bit slots with linear probing. A slot holds 26 bits of the word's hash and a 6-bit mark; the word itself
// is not stored, so one unknown word in some ten million is taken for a known one. Little-endian.
struct WordTableHeader {
  static constexpr std::uint64_t kMagic = 0x316C6E2E77627600;  // "\0vbw.nl1"

  std::uint64_t magic = kMagic;
  std::uint64_t words = 0;
  std::uint64_t slots = 0;     // a power of two, at least twice `words`
  std::uint64_t checksum = 0;  // hash of the slots
};

// 64-bit hash of a word, letter by letter: FNV-1a with a final mix (MurmurHash3's), so that both ends are
// usable. A search over all pieces of a word extends one hash instead of beginning anew for each.
class WordHash {
 public:
  constexpr void extend(char c) { state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3; }
  constexpr std::uint64_t value() const {
    std::uint64_t hash = (state_ ^ (state_ >> 33)) * 0xFF51AFD7ED558CCD;
    hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
    return hash ^ (hash >> 33);
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325;
};
constexpr std::uint64_t hash_word(std::string_view word) {
  WordHash hash;
  for (const char c : word) hash.extend(c);
  return hash.value();
}

// The upper bits of a slot; never 0, as 0 is an empty slot.
constexpr std::uint32_t slot_key(std::uint64_t hash) {
  const auto key = static_cast<std::uint32_t>(hash >> 38);
  return (key == 0 ? 1 : key) << 6;
}
constexpr std::uint32_t kMarkMask = 0x3F;
// A word that stands in the list with a capital only. Other marks: 8 × rank as first part + rank as last
// part.
constexpr std::uint32_t kNameMark = 0x3F;
constexpr int kHighestRank = 6;

// The slot of the word with that hash, or the empty slot where it would go. `slots` is not full.
constexpr std::size_t find_slot(std::span<const std::uint32_t> slots, std::uint64_t hash) {
  const std::size_t mask = slots.size() - 1;
  std::size_t at = static_cast<std::size_t>(hash) & mask;
  while (slots[at] != 0 && (slots[at] & ~kMarkMask) != slot_key(hash)) at = (at + 1) & mask;
  return at;
}

constexpr std::uint64_t checksum_of(std::span<const std::uint32_t> slots) {
  std::uint64_t sum = 0;
  for (const std::uint32_t slot : slots) sum = (sum ^ slot) * 0x9E3779B97F4A7C15 + (sum >> 29);
  return sum;
}

}  // namespace vraagbaak::analysis
