// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
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
  static constexpr std::size_t kLongestWord = 23;

  // The value of `word`, which `tell()` gives where it is not kept. Values of another owner are forgotten.
  template <typename Tell>
  Value find(std::uint64_t owner, std::string_view word, const Tell& tell) {
    if (word.size() > kLongestWord) return tell();
    if (owner != owner_) {
      slots_.assign(kSlots, Slot{});
      owner_ = owner;
    }
    Slot& slot = slots_[text_hash(word) & (kSlots - 1)];
    if (slot.size != word.size() + 1 || std::memcmp(slot.word.data(), word.data(), word.size()) != 0) {
      slot.value = tell();
      slot.size = static_cast<std::uint8_t>(word.size() + 1);
      std::memcpy(slot.word.data(), word.data(), word.size());
    }
    return slot.value;
  }

 private:
  struct Slot {
    std::array<char, kLongestWord> word{};
    std::uint8_t size = 0;  // of the word and 1; 0: none
    Value value{};
  };

  std::uint64_t owner_ = 0;
  std::vector<Slot> slots_;
};

}  // namespace vraagbaak::analysis
