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
// of another now and then, so that it never grows. Longer words are asked anew each time. Values must be
// cheap to copy. Not thread-safe: make it thread_local.
template <typename Value, std::size_t kSlots>
class WordMemo {
  static_assert(kSlots != 0 && (kSlots & (kSlots - 1)) == 0, "a power of two");

 public:
  static constexpr std::size_t kLongestWord = 24;

  // The value of `word`, which `tell()` gives where it is not kept. Values of another owner are forgotten.
  template <typename Tell>
  Value find(std::uint64_t owner, std::string_view word, const Tell& tell) {
    if (word.size() > kLongestWord) return tell();
    if (owner != owner_) {
      slots_.assign(kSlots, Slot{});
      owner_ = owner;
    }
    const Key key = key_of(word);
    Slot& slot = slots_[hash_of(key) & (kSlots - 1)];
    if (slot.key != key) {
      slot.value = tell();
      slot.key = key;
    }
    return slot.value;
  }

 private:
  // A word as numbers, with its size and 1; no word has 0.
  struct Key {
    std::array<std::uint64_t, 3> parts{};
    std::uint64_t size = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Slot {
    Key key;
    Value value{};
  };

  static Key key_of(std::string_view word) {
    Key key;
    key.size = word.size() + 1;
    const std::size_t whole = word.size() > 8 ? (word.size() - 1) / 8 : 0;
    for (std::size_t i = 0; i < whole; ++i) key.parts[i] = short_text_number(word.substr(8 * i, 8));
    // The last eight bytes, which may reach back over those before.
    key.parts[whole] = short_text_number(word.substr(whole == 0 ? 0 : word.size() - 8));
    return key;
  }
  static std::size_t hash_of(const Key& key) {
    std::uint64_t hash = key.size;
    for (const std::uint64_t part : key.parts) hash = mixed_hash(hash, part);
    return static_cast<std::size_t>(hash);
  }

  std::uint64_t owner_ = 0;
  std::vector<Slot> slots_;
};

}  // namespace vraagbaak::analysis
