// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "model/byte_span.h"

namespace vraagbaak::query {

// An English text with its figures written the Dutch way, so that the figure finder reads it.
struct DutchFigures {
  std::string text;

  // The piece of the English text that a piece of `text` stands for.
  ByteSpan original(ByteSpan in_text) const;

  struct Piece {
    ByteSpan here;   // in `text`
    ByteSpan there;  // in the English text
  };
  std::vector<Piece> pieces;  // in order; they tile both texts
};

// Writes English numbers, magnitudes, units, months and hedges the Dutch way: "over 1,100 firms" → "meer dan
// 1.100 firms", "2.5 million" → "2,5 miljoen". All other words stay. Immutable; safe to share between
// threads.
class EnglishFigures {
 public:
  // Reads en-nl/figure-words.tsv; throws Error where it is broken.
  explicit EnglishFigures(const analysis::DictionarySource& dictionaries);

  // Any bytes; linear.
  DutchFigures to_dutch(std::string_view english) const;

 private:
  struct Entry {
    std::string dutch;
    bool before_number = false;  // only where a number follows
    bool after_number = false;   // only right behind a number: "5 May"
  };
  std::unordered_map<std::string, Entry> entries_;
  std::size_t longest_ = 1;  // words
};

}  // namespace vraagbaak::query
