// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/answer.h"
#include "model/decimal.h"
#include "model/figure.h"

namespace vraagbaak::query {

// Enumerators as they print in JSON.
enum class FindingKind : std::uint8_t {
  agrees,
  rounding,  // the difference is within what the decimals shown leave open
  differs,
};

// What was reckoned.
enum class CheckKind : std::uint8_t {
  column_total,  // a cell of a totals row is the sum of cells above (or below) it
  row_total,     // a cell of a totals column is the sum of cells of its row
  share,         // an amount is the percentage of the base
};

// Exact values: what the document's own figures give, and what it says.
struct Arithmetic {
  FindingKind kind = FindingKind::agrees;
  Decimal computed;
  Decimal stated;
  Decimal difference;  // stated - computed
  Decimal tolerance;   // how far rounding alone may take them apart
  friend bool operator==(const Arithmetic&, const Arithmetic&) = default;
};

// A figure that took part, where it stands. `start`, `end`: code points of the document's text.
struct AuditFigure {
  Figure figure;
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
};

struct AuditFinding {
  CheckKind check = CheckKind::share;
  Arithmetic arithmetic;
  std::string unit;
  AuditFigure stated;
  std::vector<AuditFigure> parts;  // what it was reckoned from: the addends; or percentage and base
  std::string table;               // caption; empty in prose
  Citation citation;               // of the stated figure
  std::optional<Citation> base;    // of a base that stands elsewhere
};

inline std::string_view to_string(FindingKind kind) {
  return kind == FindingKind::agrees ? "agrees" : kind == FindingKind::rounding ? "rounding" : "differs";
}
inline std::string_view to_string(CheckKind kind) {
  return kind == CheckKind::column_total ? "column_total"
         : kind == CheckKind::row_total  ? "row_total"
                                         : "share";
}

}  // namespace vraagbaak::query
