// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/source_table.h"

namespace vraagbaak::indexer {

// A spreadsheet has 16,384 columns at most; a cell beyond that is none.
inline constexpr std::size_t kMostGridColumns = 20'000;

// A cell as a format gives it, with the rows and columns it covers.
struct GridCell {
  std::string text;  // one line or more
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t rows = 1;
  std::size_t columns = 1;
  bool heads = false;  // the format marks it as a header
};

// A grid as lines of text: a row a line, a tab between columns (no more than a hundred between two cells),
// cells of several lines on one; rows without text have no line, and columns left of the first text no tab.
struct WrittenGrid {
  struct Row {
    std::size_t begin = 0;  // of its line
    std::size_t row = 0;
    friend bool operator==(const Row&, const Row&) = default;
  };
  std::string text;               // every line ends in '\n'
  std::vector<SourceCell> cells;  // those with a text; spans count from the start of `text`
  std::vector<Row> rows;          // the lines
  std::size_t first_column = 0;   // that has text: where each line begins
};

// `cells` come by row, then column. Linear in cells.
WrittenGrid write_grid(const std::vector<GridCell>& cells);

}  // namespace vraagbaak::indexer
