// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/phrases/noun_phrases.h"
#include "query/answer/passage_reading.h"

namespace vraagbaak::query {

// A series of items in a passage. Spans are bytes of the passage's text.
struct ItemList {
  std::vector<std::string> items;  // as the text has them, white space folded
  std::vector<ByteSpan> places;    // where each stands
  ByteSpan span;                   // from the first item to the last
  ByteSpan sentence;               // with the words that announce it
  bool is_announced = false;       // a colon or bracket stands before it
};

// The lists of a passage: bullets or numbered lines, and series such as "A, B en C" in a sentence.
// `words` tells verbs, at which a series ends.
std::vector<ItemList> find_lists(const PassageReading& reading, const analysis::NounPhraseFinder& words);

}  // namespace vraagbaak::query
