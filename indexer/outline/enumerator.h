// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/outline/outline_rules.h"
#include "model/byte_span.h"

namespace vraagbaak::indexer {

// A part of a question as texts number them: "2" is {2, 0}, "2. a)" is {2, 'a'}; in "b)" alone the number is
// 0: not said.
struct PartNumber {
  int number = 0;
  char letter = 0;
  friend auto operator<=>(const PartNumber&, const PartNumber&) = default;
};

// "2", "2.a", "a".
std::string to_string(PartNumber part);

// What stands before an enumerator; it says how sure it is one.
enum class EnumeratorPlace : std::uint8_t {
  line,      // begins a line
  sentence,  // after the end of a sentence or a bracket: "Gewest?2. Om hoeveel"
  listed,    // after a colon or semicolon, as the items of a list
  glued,     // against a word that lost its full stop: "voorgelegd2. Een"
  figure,    // the last digit of a figure: "2016: 1392. Een"; only where its number is missed elsewhere
};

// "1.", "2. a)", "3. en 4.", "1. tot 3.", "1. a), b) en 2. a)", "b) tot e)", "Vraag 4:".
struct Enumerator {
  ByteSpan span;
  std::vector<PartNumber> parts;  // in the order of the text, ranges written out
  EnumeratorPlace place = EnumeratorPlace::line;
  bool bare = false;  // a number without full stop or bracket at a line's begin: "1 Kan de minister"
};

// All enumerators in `range` of `text`, in order, none inside another. Dates, thousands ("50. 453.318"),
// decimal numbers and references ("artikel 2.") are none. At most the first 20,000. Linear in the size of the
// range; any bytes may come in.
std::vector<Enumerator> find_enumerators(std::string_view text, ByteSpan range, const OutlineRules& rules);

// The parts that a header's list of numbers names: "19, 20 en 21", "1 t/m 3". Empty where it is no such list.
std::vector<PartNumber> parse_part_list(std::string_view list, const OutlineRules& rules);

}  // namespace vraagbaak::indexer
