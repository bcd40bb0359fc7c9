// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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

inline WordHash word_hash(std::string_view folded_word) {
  WordHash hash;
  for (const char c : folded_word) {
    hash.key = hash.key * kWordHashBase + static_cast<unsigned char>(c) + 1;
    hash.shift *= kWordHashBase;
  }
  return hash;
}

// Words and their numbers, counted from 1 in the order they are added. Open addressing: a look-up of a word
// that is not there mostly touches one cache line. add() while building; afterwards const use is safe from
// many threads.
class WordIds {
 public:
  // The number of the word, a new one where it had none.
  WordId add(std::string_view word);
  // The number of the word, or 0. `key`: its word_hash, where the caller has it.
  WordId find(std::string_view word) const { return find(word, word_hash(word).key); }
  WordId find(std::string_view word, std::uint64_t key) const {
    return slots_[slot_of(word, slot_hash(key))].id;
  }
  // How many words there are; the highest number.
  std::size_t size() const { return words_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    WordId id = 0;  // 0: free
  };
  static std::uint32_t slot_hash(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32U); }
  // The slot of the word, or the free one where it would go.
  std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most half full
  std::vector<std::string> words_;                   // by number - 1
};

}  // namespace vraagbaak::analysis
