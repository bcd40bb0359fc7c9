// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/outline/line_classifier.h"
#include "indexer/outline/table_body.h"

namespace vraagbaak::indexer {

// Says in which columns the cells of a row stand where some are empty: by where the columns end in layout
// text, otherwise by the blanks that empty cells left ("Duinen  1,5  2,5 ": one blank more for each). The
// body and the lines must outlive it.
class CellPlacer {
 public:
  CellPlacer(const TableBody& body, std::size_t columns, const std::vector<Line>& lines);

  // The column of each of `cells`, rising; they are the last cells of `row`, at most as many as there are
  // columns.
  std::vector<std::size_t> place(const TableRow& row, const std::vector<RowCell>& cells) const;

 private:
  std::vector<std::size_t> place_by_position(const std::vector<RowCell>& cells) const;
  std::size_t begin_of_line(std::size_t at) const;

  const std::vector<Line>& lines_;
  std::size_t columns_;
  // Offset from the line's begin at which each column ends; empty where blanks do not keep the columns apart.
  std::vector<std::size_t> ends_;
};

}  // namespace vraagbaak::indexer
