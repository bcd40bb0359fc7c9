// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vraagbaak::analysis {

// A number for each word of a vocabulary; 0 stands for every other word.
using WordId = std::uint32_t;

// A polynomial hash of the bytes of a folded word, so that the hash of words put together follows from
// theirs: hash(ab) = hash(a) * shift(b) + hash(b). "West-poort" and "Westpoort" are the same.
struct WordHash {
  std::uint64_t key = 0;
  std::uint64_t shift = 1;
};

// 2^64 divided by the golden ratio, odd.
inline constexpr std::uint64_t kWordHashBase = 0x9E3779B97F4A7C15ULL;

inline constexpr std::array<std::uint64_t, 32> kWordHashShifts = [] {
  std::array<std::uint64_t, 32> shifts{1};
  for (std::size_t i = 1; i < shifts.size(); ++i) shifts[i] = shifts[i - 1] * kWordHashBase;
  return shifts;
}();

// The key of a word with one more byte.
inline std::uint64_t extend_word_key(std::uint64_t key, char c) {
  return key * kWordHashBase + static_cast<unsigned char>(c) + 1;
}
// The shift of a word of that many bytes.
inline std::uint64_t word_shift(std::size_t size) {
  std::uint64_t shift = 1;
  for (; size >= kWordHashShifts.size(); size -= kWordHashShifts.size() - 1) shift *= kWordHashShifts.back();
  return shift * kWordHashShifts[size];
}
inline WordHash word_hash(std::string_view folded_word) {
  WordHash hash;
  for (const char c : folded_word) hash.key = extend_word_key(hash.key, c);
  hash.shift = word_shift(folded_word.size());
  return hash;
}

// Words and their numbers, counted from 1 in the order they are added. Open addressing: a look-up of a word
// that is not there mostly touches one cache line. add() while building; afterwards const use is safe from
// many threads.
class WordIds {
 public:
  // The number of the word, a new one where it had none.
  WordId add(std::string_view word);
  // The number of the word, or of the word with this word_hash key; or 0.
  WordId find(std::string_view word) const { return find(word_hash(word).key); }
  WordId find(std::uint64_t key) const { return may_hold(key) ? slots_[slot_of(key)].id : 0; }
  // How many words there are; the highest number.
  std::size_t size() const { return keys_.size(); }

 private:
  struct Slot {
    std::uint64_t key = 0;
    WordId id = 0;  // 0: free
  };
  // A filter of one bit a word, small enough to stay in the cache: most words of a text are not in the
  // vocabulary.
  static constexpr std::size_t kFilterBits = std::size_t{1} << 16U;
  static std::size_t filter_bit(std::uint64_t key) { return (key >> 16U) % kFilterBits; }
  bool may_hold(std::uint64_t key) const {
    const std::size_t bit = filter_bit(key);
    return (filter_[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  // The slot of the word with this key, or the free one where it would go. Words are told apart by their
  // 64-bit keys alone: among the ten thousand words of a vocabulary two have the same by chance once in 10^11
  // builds.
  std::size_t slot_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key >> 32U) & mask;
    while (slots_[at].id != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most half full
  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>(kFilterBits / 64);
  std::vector<std::uint64_t> keys_;  // by number - 1
};

}  // namespace vraagbaak::analysis
