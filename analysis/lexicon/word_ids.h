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

// Words and their numbers, counted from 1 in the order they are added. Open addressing: a look-up of a word
// that is not there mostly touches one cache line. add() while building; afterwards const use is safe from
// many threads.
class WordIds {
 public:
  // The number of the word, a new one where it had none.
  WordId add(std::string_view word);
  // The number of the word, or 0.
  WordId find(std::string_view word) const;
  // How many words there are; the highest number.
  std::size_t size() const { return words_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    WordId id = 0;  // 0: free
  };
  // The slot of the word, or the free one where it would go.
  std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most half full
  std::vector<std::string> words_;                   // by number - 1
};

}  // namespace vraagbaak::analysis
