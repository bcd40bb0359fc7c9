// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/text/word_numbers.h"

namespace vraagbaak::analysis {

// The terms of words met before, packed (term_packing.h), by the numbers that the words have for one thread.
// The terms of all words lie in one block of bytes; when that is full the cache forgets everything and begins
// again: 20 MB at most. Not thread-safe.
class TermCache {
 public:
  // Forgets what another owner (new_memo_owner) added, or of numbers that no longer hold.
  void open(std::uint64_t owner);

  // The terms of the word as they were added, or nullptr. The pointer is valid until the next call.
  const std::string_view* find(WordNumber word);
  // `word` must not be there nor be 0, `terms` at most 65,535 bytes. Gives the terms back, where they lie
  // until the next add().
  std::string_view add(WordNumber word, std::string_view terms);

 private:
  struct Entry {
    std::uint32_t offset = 0;  // in bytes_
    std::uint16_t size = 0;
    bool is_known = false;
  };

  void clear();

  std::vector<Entry> entries_;  // by number
  std::vector<char> bytes_;
  std::string_view found_;
  std::uint64_t owner_ = 0;
  std::uint64_t generation_ = 0;
};

}  // namespace vraagbaak::analysis
