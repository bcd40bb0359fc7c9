// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "store/figure_condition.h"

namespace vraagbaak::query {

// Which of point and comma groups thousands where a number leaves it open: "1.000" is a thousand in Dutch and
// one in English, "1,000" the other way round. "1.000,50", "1,000.50", "2.5" and "1.000.000" are clear.
enum class NumberNotation : std::uint8_t { dutch, english };

// Values between two ends, and the unit where one was named ("EUR", "%", or as typed).
struct ValueRange {
  std::optional<store::ValueLimit> least;
  std::optional<store::ValueLimit> most;
  std::string unit;
  friend bool operator==(const ValueRange&, const ValueRange&) = default;
};

// Reads ">1mln", ">=12,5", "<100k", "100k..2mln", "100k..", "..2mln", "1–2 miljoen", "€250.000", "10%". Scale
// words: k, duizend, thousand, m, mln, mio, miljoen, million, mld, mrd, bn, miljard, billion. The first
// number of a range takes the scale that only the second carries where it stays below it: "1..2mln" starts at
// a million, "100..2mln" at a hundred. nullopt on anything else, and where the number does not fit a Decimal.
std::optional<ValueRange> parse_value_range(std::string_view text, NumberNotation notation);

// The text that parse_value_range() reads back in English notation.
std::string print(const ValueRange& range);

// True for a word that goes with the number before it: a scale or a unit ("mln", "euro", "%").
bool continues_value(std::string_view word);

// "2015", "2015..2017", "2015-2017", "2015..", "..2017", ">2015", ">=2015", "<2017", "<=2017" as first and
// last year, both inclusive, 1 and 9999 where a side is open.
std::optional<std::pair<int, int>> parse_year_range(std::string_view text);

}  // namespace vraagbaak::query
