// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/outline/layout_columns.h"
#include "indexer/outline/line_classifier.h"
#include "indexer/outline/table_body.h"

namespace vraagbaak::indexer {

// Says in which columns the cells of a row stand where some are empty: by where the columns end in layout
// text, otherwise by the blanks that empty cells left ("Duinen  1,5  2,5 ": one blank more for each). Text
// and lines must outlive it.
class CellPlacer {
 public:
  // `ranges`: where the columns stand (layout_columns), empty for flat text.
  CellPlacer(std::string_view text, const std::vector<Line>& lines, std::size_t columns,
             std::vector<ColumnRange> ranges)
      : text_(text), lines_(lines), columns_(columns), ranges_(std::move(ranges)) {}

  // The column of each of `cells`, rising; they are the last cells of `row`, at most as many as there are
  // columns.
  std::vector<std::size_t> place(const TableRow& row, const std::vector<RowCell>& cells) const;

 private:
  std::vector<std::size_t> place_by_position(const std::vector<RowCell>& cells) const;
  std::size_t begin_of_line(std::size_t at) const;

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::size_t columns_;
  std::vector<ColumnRange> ranges_;
};

}  // namespace vraagbaak::indexer
