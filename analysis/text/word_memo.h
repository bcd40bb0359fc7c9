// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/text/text_hash.h"

namespace vraagbaak::analysis {

// A number that no other object has: tells a thread's memo whose answers it holds.
inline std::uint64_t new_memo_owner() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

// What was told of words met before, for one thread: a table without chains, in which a word takes the place
// of another now and then. It begins small and grows to kMostSlots at most, forgetting all. Longer words are
// asked anew each time. Values must be cheap to copy. Not thread-safe: make it thread_local.
template <typename Value, std::size_t kMostSlots>
class WordMemo {
  static constexpr std::size_t kFewestSlots = 256;
  static_assert(kMostSlots >= kFewestSlots && (kMostSlots & (kMostSlots - 1)) == 0, "a power of two");

 public:
  static constexpr std::size_t kLongestWord = 24;

  // The value that `owner` has of `word`, which `tell()` gives where it is not kept.
  template <typename Tell>
  Value find(std::uint64_t owner, std::string_view word, const Tell& tell) {
    if (word.size() > kLongestWord) return tell();
    const Key key = key_of(owner, word);
    const std::size_t hash = hash_of(key);
    const Slot& known = slots_[hash & (slots_.size() - 1)];
    if (known.key == key) return known.value;
    const Value value = tell();
    if (++misses_ > slots_.size() && slots_.size() < kMostSlots) {
      slots_.assign(2 * slots_.size(), Slot{});
      misses_ = 0;
    }
    slots_[hash & (slots_.size() - 1)] = {key, value};
    return value;
  }

 private:
  // A word as numbers. No owner is 0, so an empty slot has no word's key.
  struct Key {
    std::array<std::uint64_t, 3> parts{};
    std::uint64_t owner_and_size = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Slot {
    Key key;
    Value value{};
  };

  static Key key_of(std::uint64_t owner, std::string_view word) {
    Key key;
    key.owner_and_size = owner << 8 | word.size();
    const std::size_t whole = word.size() > 8 ? (word.size() - 1) / 8 : 0;
    for (std::size_t i = 0; i < whole; ++i) key.parts[i] = short_text_number(word.substr(8 * i, 8));
    // The last eight bytes, which may reach back over those before.
    key.parts[whole] = short_text_number(word.substr(whole == 0 ? 0 : word.size() - 8));
    return key;
  }
  static std::size_t hash_of(const Key& key) {
    std::uint64_t hash = key.owner_and_size;
    for (const std::uint64_t part : key.parts) hash = mixed_hash(hash, part);
    return static_cast<std::size_t>(hash);
  }

  std::vector<Slot> slots_ = std::vector<Slot>(kFewestSlots);
  std::size_t misses_ = 0;
};

}  // namespace vraagbaak::analysis
