// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vraagbaak::analysis {

// Values by the 64-bit keys of names (name_key.h). Open addressing in one block of memory: a document has
// some dozens of names, and a node of its own for each of them costs more than the look-up. Pointers to
// values hold until the next one is added.
template <typename Value>
class KeyMap {
 public:
  bool empty() const { return size_ == 0; }

  // The value of the key, and whether it was put there now.
  std::pair<Value*, bool> try_emplace(std::uint64_t key, Value value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[slot_of(key)];
    const bool is_new = !slot.value.has_value();
    if (is_new) {
      slot.key = key;
      slot.value = std::move(value);
      ++size_;
    }
    return {&*slot.value, is_new};
  }
  Value& operator[](std::uint64_t key) { return *try_emplace(key, Value{}).first; }

  // Null where the key has no value.
  const Value* find(std::uint64_t key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[slot_of(key)];
    return slot.value ? &*slot.value : nullptr;
  }
  Value* find(std::uint64_t key) { return const_cast<Value*>(std::as_const(*this).find(key)); }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::optional<Value> value;
  };
  static constexpr std::size_t kFewestSlots = 32;

  // The slot of the key, or the free one where it would go.
  std::size_t slot_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key * 0x9E3779B97F4A7C15U >> 32U) & mask;  // 2^64 divided by the golden ratio
    while (slots_[at].value && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? kFewestSlots : 2 * slots_.size());
    old.swap(slots_);
    for (Slot& slot : old) {
      if (slot.value) slots_[slot_of(slot.key)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t size_ = 0;
};

}  // namespace vraagbaak::analysis
