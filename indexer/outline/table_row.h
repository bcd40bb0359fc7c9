// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "indexer/outline/outline_rules.h"
#include "model/byte_span.h"

namespace vraagbaak::indexer {

// One figure, date or mark for "nothing" at the end of a line.
struct RowCell {
  ByteSpan span;
  std::size_t gap = 0;  // blanks before it
  bool period = false;  // a date or a period: it may tell sub-rows of one label apart
  bool figure = false;  // holds digits
};

// A line read as a table row: a label, then cells up to the line's end.
struct TableRow {
  ByteSpan label;  // empty where the line begins with a cell
  std::vector<RowCell> cells;
  std::size_t trailing = 0;  // blanks behind the last cell
};

// Years and periods alone: it may be the header of a table over time ("Dienst 2021 2022").
bool is_time_header(std::string_view text, const TableRow& row);

// The rules that tell a cell; for whoever reads many lines. `all` must outlive it.
struct CellRules {
  CellRules(const OutlineRules& all)  // NOLINT(google-explicit-constructor)
      : rules(all), period(all.kind("cell_period")), nothing(all.kind("cell_nothing")) {}
  const OutlineRules& rules;
  const OutlineRules::Kind& period;
  const OutlineRules::Kind& nothing;
};

// Reads the line in `span`: the cells are the longest run of figures, dates, periods and dashes at its end
// ("€ 8.473,00", "1.197.922 €", "-2,4%", "3de kwartaal 2021", "/"). No cells: not a row. Lines over 1,000
// bytes are no rows.
TableRow read_table_row(std::string_view text, ByteSpan span, const CellRules& rules);

}  // namespace vraagbaak::indexer
