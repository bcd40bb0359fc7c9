// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/outline/line_classifier.h"
#include "indexer/outline/outline_rules.h"
#include "indexer/outline/table_row.h"
#include "indexer/outline/table_rows.h"

namespace vraagbaak::indexer {

// One row with all the lines of its label.
struct BodyRow {
  TableRow row;
  std::vector<ByteSpan> label;
  std::size_t line = 0;  // the line its cells stand on
};

// The rows of one table, and the lines they take.
struct TableBody {
  std::vector<BodyRow> rows;
  std::size_t first = 0;  // line of the first row, wrapped label included
  std::size_t last = 0;   // one past the last line

  // The number of data columns: what most rows have; of two, the greater.
  std::size_t column_count() const;
};

// Whether the table stands below a caption, which says that there is one.
enum class Captioned { no, yes };

// Reads the rows of the table below line `from`: labels that wrap over lines, rows with a blank line between
// them, a page break with the header once more. Stops at prose, a list, the next caption, the header of
// another table, behind a line with the source. Below a caption one cell makes a row, elsewhere it takes two.
// Years and periods alone above the rows are the header; a last row with too few cells belongs to what
// follows. Where rows begin with a year or a period and have no other label, that is their label. No rows: no
// table.
TableBody read_table_body(const TableRows& rows, std::size_t from, Captioned captioned);

// The inked lines of [from, to) that may be a header; no more than a header has.
std::vector<ByteSpan> header_lines(const std::vector<Line>& lines, std::size_t from, std::size_t to);

}  // namespace vraagbaak::indexer
