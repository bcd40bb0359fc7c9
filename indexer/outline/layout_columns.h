// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/outline/line_classifier.h"
#include "indexer/outline/table_body.h"
#include "indexer/outline/table_header.h"

namespace vraagbaak::indexer {

// Where a column stands on the page: print columns (code points from the line's begin), half open.
struct ColumnRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The print column of the byte at `at` in the line that begins at `line_begin`.
std::size_t print_column(std::string_view text, std::size_t line_begin, std::size_t at);

// Where the data columns of a table in layout text stand, told by the rows that are full. Empty where blanks
// do not keep the columns apart, as in flat text.
std::vector<ColumnRange> layout_columns(std::string_view text, const TableBody& body, std::size_t columns,
                                        const std::vector<Line>& lines);

// The header of a table in layout text: each name belongs to the column that it stands over. Names that wrap
// over lines are joined; a line of fewer names over one that repeats ("2021 2022" over "ton schepen ton
// schepen") heads as many columns with each. `lines` are whole lines, outer white space included. nullopt
// where a column gets no name.
std::optional<TableHeader> divide_layout_header(std::string_view text, const std::vector<ByteSpan>& lines,
                                                const std::vector<ColumnRange>& columns);

// How many texts the line holds that two or more blanks, or a tab, keep apart.
std::size_t count_gapped(std::string_view text, ByteSpan line);

}  // namespace vraagbaak::indexer
