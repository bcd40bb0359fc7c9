// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "query/audit/audit_finding.h"
#include "query/audit/audit_words.h"

namespace vraagbaak::query {

// One cell as the audit sees it.
struct SumCell {
  enum class Content : std::uint8_t {
    empty,    // nothing, or a mark for nothing: counts as 0
    amount,   // one exact quantity
    unknown,  // words, a bound, several figures: what stands there cannot be added
  };
  Content content = Content::empty;
  Decimal value;
  std::string unit;
  FigureKind kind = FigureKind::number;
  std::optional<Decimal> place;  // what the last digit shown is worth; nullopt: exact
};

// A table as rows of equal length.
struct SumTable {
  std::vector<std::string> rows;            // labels
  std::vector<std::string> columns;         // headers
  std::vector<std::vector<SumCell>> cells;  // [row][column]
};

// Cells of one table, by row and column: `total` should be the sum of `parts`.
struct SumCheck {
  struct At {
    std::size_t row = 0;
    std::size_t column = 0;
    friend bool operator==(const At&, const At&) = default;
  };
  CheckKind check = CheckKind::column_total;
  At total;
  std::vector<At> parts;
  Arithmetic arithmetic;
};

// Finds the totals of a table by the words of its labels and headers, and adds up. Which rows a total adds up
// (all above, those since the total before, the subtotals, the numbered heads of groups) is told by the
// figures themselves: the reading that most columns confirm. A total that no reading confirms is judged in a
// plain table alone, and where the difference is small: a larger one says that it totals something else.
// Figures of different units, averages and the like are not added. By row, then column.
std::vector<SumCheck> check_sums(const SumTable& table, const AuditWords& words);

// stated against the sum of parts, exact where nothing says how they were rounded. nullopt where the sum has
// more digits than a Decimal holds.
std::optional<Arithmetic> compare_sum(const SumCell& stated, const std::vector<SumCell>& parts);

}  // namespace vraagbaak::query
