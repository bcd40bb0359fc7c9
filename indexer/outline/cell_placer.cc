// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/cell_placer.h"

#include <algorithm>

namespace vraagbaak::indexer {

// The column of each cell, rising.
std::vector<std::size_t> CellPlacer::place(const TableRow& row, const std::vector<RowCell>& cells) const {
  std::vector<std::size_t> at(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) at[i] = i;
  if (cells.size() >= columns_) return at;
  if (!ranges_.empty()) return place_by_position(cells);
  // Each blank beyond the one between two cells stands for an empty cell; at a line's begin each one may.
  std::vector<std::size_t> empty(cells.size() + 1, 0);
  std::size_t sum = cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    empty[i] = cells[i].gap > 0 ? cells[i].gap - 1 : 0;
    sum += empty[i];
  }
  const std::size_t behind = row.trailing > 0 ? row.trailing - 1 : 0;
  // One blank too many in all: it ended the label.
  if (!row.label.empty() && empty[0] > 0 && sum + behind == columns_ + 1) {
    --empty[0];
    --sum;
  }
  if (row.label.empty() && cells.front().gap > 0 && sum + behind + 1 == columns_)
    ++empty[0];
  else if (sum > columns_)
    return at;
  std::size_t column = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    column += empty[i];
    at[i] = std::min(column, columns_ - cells.size() + i);
    ++column;
  }
  return at;
}

std::vector<std::size_t> CellPlacer::place_by_position(const std::vector<RowCell>& cells) const {
  std::vector<std::size_t> at(cells.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t line_begin = begin_of_line(cells[i].span.begin);
    const std::size_t end = print_column(text_, line_begin, cells[i].span.end);
    const std::size_t last_free = columns_ - (cells.size() - i);
    std::size_t best = next;
    for (std::size_t c = next; c <= last_free; ++c) {
      const auto distance = [&](std::size_t column) {
        return ranges_[column].end > end ? ranges_[column].end - end : end - ranges_[column].end;
      };
      if (distance(c) < distance(best)) best = c;
    }
    at[i] = best;
    next = best + 1;
  }
  return at;
}

std::size_t CellPlacer::begin_of_line(std::size_t at) const {
  const auto line = std::ranges::upper_bound(lines_, at, {}, [](const Line& l) { return l.span.begin; });
  return line == lines_.begin() ? 0 : std::prev(line)->span.begin;
}

}  // namespace vraagbaak::indexer
