// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/text/text_hash.h"
#include "model/token.h"

namespace vraagbaak::analysis {

// A number that each different spelling of a word has for one thread; 0: none. Whoever knows something of
// words keeps it by number (NumberedMemo), so that a word of a text is looked up once for all of them.
using WordNumber = std::uint32_t;

// The numbers of one thread, counted from 1 in the order in which it met the words; so what is known of the
// common words lies together. Full, it forgets all of them and begins again, but never while a WordHold
// lives. Not thread-safe.
class WordNumbers {
 public:
  // Longer words have no number.
  static constexpr std::size_t kLongestWord = 64;

  static WordNumbers& of_thread();

  // The number of the word, a new one where it had none; 0 where it is empty or too long, or where no more
  // fit in.
  WordNumber number(std::string_view word);
  // The same of a word in a text that goes on for kReach bytes from its first one at least.
  WordNumber number_in_text(std::string_view word);
  static constexpr std::size_t kReach = 16;
  // Changes whenever the numbers are given out anew; no two threads have the same.
  std::uint64_t generation() const { return generation_; }

 private:
  friend class WordHold;

  // Within a hold there are at most so many: 8 MB with their words, and some 16 MB of what terms, names and
  // language keep by number.
  static constexpr std::size_t kMostHeldWords = std::size_t{1} << 17;
  // A hold that begins when there are more forgets them.
  static constexpr std::size_t kMostWords = kMostHeldWords / 4 * 3;

  // The first bytes of a word as two numbers, in the order in which they lie in memory.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Slot {
    Key key;
    WordNumber number = 0;  // 0: free
    std::uint32_t size = 0;
  };

  WordNumbers();
  static std::size_t hash_of(const Key& key, std::size_t size, std::string_view rest);
  WordNumber find(const Key& key, std::string_view word);
  WordNumber add(const Key& key, std::string_view word, std::size_t at);
  void clear();
  void grow();

  std::vector<Slot> slots_;            // a power of two, at most half full
  std::vector<std::uint32_t> begins_;  // by number - 1, in bytes_: what a word has behind its key
  std::vector<char> bytes_;
  std::uint64_t generation_ = 0;
  std::size_t holds_ = 0;
};

// Of a word of `size` bytes with its key and what it has behind it.
inline std::size_t WordNumbers::hash_of(const Key& key, std::size_t size, std::string_view rest) {
  std::uint64_t hash = mixed_hash(mixed_hash(size, key.first), key.second);
  if (!rest.empty()) hash = mixed_hash(hash, text_hash(rest));
  return static_cast<std::size_t>(hash);
}

inline WordNumber WordNumbers::find(const Key& key, std::string_view word) {
  const std::string_view rest = word.substr(word.size() < kReach ? word.size() : kReach);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash_of(key, word.size(), rest) & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == 0) return add(key, word, at);
    if (slot.key != key || slot.size != word.size()) continue;
    if (rest.empty() || std::memcmp(bytes_.data() + begins_[slot.number - 1], rest.data(), rest.size()) == 0)
      return slot.number;
  }
}

inline WordNumber WordNumbers::number_in_text(std::string_view word) {
  if (word.empty() || word.size() > kLongestWord) return 0;
  Key key;
  std::memcpy(&key.first, word.data(), sizeof key.first);
  if (word.size() <= sizeof key.first) {
    key.first = short_text_part(key.first, word.size());
  } else {
    std::memcpy(&key.second, word.data() + sizeof key.first, sizeof key.second);
    key.second = short_text_part(key.second, word.size() - sizeof key.first);
  }
  return find(key, word);
}

// As long as one lives, the numbers of this thread hold. Make one round each use of numbers.
class WordHold {
 public:
  WordHold();
  ~WordHold();
  WordHold(const WordHold&) = delete;
  WordHold& operator=(const WordHold&) = delete;

 private:
  WordNumbers& numbers_;
};

// The numbers of the tokens that may come again, by token: words, and numbers of at most four bytes, for but
// years and small ones few numbers do; 0 for the others. Within a WordHold.
std::vector<WordNumber> number_words(std::string_view text, std::span<const Token> tokens);

// What `owner` tells of words by their number, for one thread. Not thread-safe: make it thread_local.
template <typename Value>
class NumberedMemo {
 public:
  // Forgets what another owner told, or of numbers that no longer hold; before a run of find().
  void open(std::uint64_t owner) {
    const std::uint64_t generation = WordNumbers::of_thread().generation();
    if (owner_ == owner && generation_ == generation) return;
    slots_.clear();
    owner_ = owner;
    generation_ = generation;
  }

  // What is known of the word, which `tell()` gives where nothing is. Valid until the next find().
  template <typename Tell>
  const Value& find(WordNumber number, const Tell& tell) {
    if (number >= slots_.size()) slots_.resize(room_for(number));
    Slot& slot = slots_[number];
    if (!slot.is_known) slot = {tell(), true};
    return slot.value;
  }

 private:
  struct Slot {
    Value value{};
    bool is_known = false;
  };
  static constexpr std::size_t kFewestSlots = 256;

  std::size_t room_for(WordNumber number) const {
    std::size_t room = slots_.size() < kFewestSlots ? kFewestSlots : slots_.size();
    while (room <= number) room *= 2;
    return room;
  }

  std::vector<Slot> slots_;
  std::uint64_t owner_ = 0;
  std::uint64_t generation_ = 0;
};

}  // namespace vraagbaak::analysis
