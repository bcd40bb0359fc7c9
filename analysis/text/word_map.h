// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/text/text_hash.h"

namespace vraagbaak::analysis {

// Words with what a dictionary says of them. Filled while a dictionary is read, then only looked up: a word
// that is not there mostly costs its hash and one slot. Const use is safe from many threads.
template <typename Value>
class WordMap {
 public:
  using Entry = std::pair<std::string, Value>;

  // The value of the word, or nullptr.
  const Value* find(std::string_view word) const {
    const std::uint32_t number = slots_[slot_of(word, text_hash(word))].number;
    return number == 0 ? nullptr : &entries_[number - 1].second;
  }
  bool contains(std::string_view word) const { return find(word) != nullptr; }
  // Keeps the value that the word has.
  void emplace(std::string_view word, Value value) {
    if (!contains(word)) add(word, std::move(value));
  }
  Value& operator[](std::string_view word) {
    const std::uint32_t number = slots_[slot_of(word, text_hash(word))].number;
    return number == 0 ? add(word, Value{}) : entries_[number - 1].second;
  }

  std::size_t size() const { return entries_.size(); }
  // In the order in which they were added.
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

 private:
  struct Slot {
    std::uint32_t tag = 0;     // upper half of the hash
    std::uint32_t number = 0;  // of the entry, from 1; 0: free
  };

  // The slot of the word, or the free one where it would go.
  std::size_t slot_of(std::string_view word, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = static_cast<std::size_t>(hash) & mask;
    while (slots_[at].number != 0 && (slots_[at].tag != tag || entries_[slots_[at].number - 1].first != word))
      at = (at + 1) & mask;
    return at;
  }
  Value& add(std::string_view word, Value value) {
    entries_.emplace_back(std::string(word), std::move(value));
    if (2 * entries_.size() > slots_.size()) {
      slots_.assign(4 * slots_.size(), Slot{});
      for (std::size_t i = 0; i < entries_.size(); ++i) put(i);
    } else {
      put(entries_.size() - 1);
    }
    return entries_.back().second;
  }
  void put(std::size_t entry) {
    const std::uint64_t hash = text_hash(entries_[entry].first);
    slots_[slot_of(entries_[entry].first, hash)] = {static_cast<std::uint32_t>(hash >> 32),
                                                    static_cast<std::uint32_t>(entry + 1)};
  }

  std::vector<Entry> entries_;
  std::vector<Slot> slots_ = std::vector<Slot>(16);  // a power of two, at most half full
};

// The same of words without a value.
struct Nothing {};
class WordSet : public WordMap<Nothing> {
 public:
  void insert(std::string_view word) { emplace(word, {}); }
};

}  // namespace vraagbaak::analysis
