// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/decimal.h"
#include "model/figure.h"

namespace vraagbaak::store {

// One end of a range of values.
struct ValueLimit {
  Decimal value;
  bool inclusive = true;
  friend bool operator==(const ValueLimit&, const ValueLimit&) = default;
};

// What one figure must be; what is not set does not test, all that is set must hold.
struct FigureTest {
  std::optional<FigureKind> kind{};
  std::optional<std::vector<std::string>> units{};  // Figure::unit is one of these, letter for letter
  // Figure::value lies between these. Compared as exact decimals; only figures that say how much have a value
  // here: no date, year, period or ordinal_ref.
  std::optional<ValueLimit> least{};
  std::optional<ValueLimit> most{};
  // The figure's own date or period, or the one it speaks of (Figure::period), touches these years, both
  // inclusive.
  std::optional<int> first_year{};
  std::optional<int> last_year{};
  std::vector<std::string> subject{};  // normalized texts, each of which stands in the normalized subject
};

// Tests joined by AND, OR and NOT.
struct FigureCondition {
  enum class Kind : std::uint8_t { test, all_of, any_of, none_of };
  Kind kind = Kind::all_of;               // of no children: every figure
  FigureTest test{};                      // Kind::test
  std::vector<FigureCondition> children;  // the others; none_of: no child holds
};

}  // namespace vraagbaak::store
