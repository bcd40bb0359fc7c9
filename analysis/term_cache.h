// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vraagbaak::analysis {

// The terms of words met before, packed (term_packing.h), for one thread. Words and terms lie in one block of
// bytes, so that a hit touches two cache lines. When the block is full the cache forgets everything and
// begins again; it begins small and takes 25 MB at most. Not thread-safe.
class TermCache {
 public:
  // Longer words are not kept.
  static constexpr std::size_t kLongestWord = 128;

  TermCache();

  // A sign of which analyzer filled it; another one must clear() first.
  std::uint64_t owner = 0;
  void clear();

  // The terms of `word` as they were added, or nullptr. The pointer is valid until the next add() or clear().
  const std::string_view* find(std::string_view word);
  // `word` must not be there and be at most kLongestWord bytes, `terms` at most 65,535. Gives the terms back,
  // where they lie now.
  std::string_view add(std::string_view word, std::string_view terms);

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t offset = 0;  // in bytes_: the word, then its terms
    std::uint16_t word_size = 0;
    std::uint16_t terms_size = 0;  // 0 and word_size 0: empty
  };

  void put(const Entry& entry);
  void grow();

  std::vector<Entry> table_;  // a power of two, at most half full
  std::vector<char> bytes_;
  std::size_t used_ = 0;
  std::string_view found_;
};

}  // namespace vraagbaak::analysis
