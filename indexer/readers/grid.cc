// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/grid.h"

#include <algorithm>

namespace vraagbaak::indexer {
namespace {

// A spreadsheet has 16,384 columns at most; a cell beyond that is none.
constexpr std::size_t kMostColumns = 20'000;

// White space in a row as one blank, outer white space off.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else {
      line += c;
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

WrittenGrid write_grid(const std::vector<GridCell>& cells) {
  WrittenGrid written;
  std::vector<std::string> lines;
  lines.reserve(cells.size());
  std::size_t first = kMostColumns;
  for (const GridCell& cell : cells) {
    lines.push_back(cell.column < kMostColumns ? one_line(cell.text) : "");
    if (!lines.back().empty()) first = std::min(first, cell.column);
  }
  written.first_column = first == kMostColumns ? 0 : first;

  std::size_t column = 0;  // of the open line
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (lines[i].empty()) continue;
    const GridCell& cell = cells[i];
    if (written.rows.empty() || written.rows.back().row != cell.row) {
      if (!written.text.empty()) written.text += '\n';
      written.rows.push_back({written.text.size(), cell.row});
      column = written.first_column;
    }
    written.text.append(cell.column - std::min(column, cell.column), '\t');
    column = cell.column;
    const std::size_t begin = written.text.size();
    written.text += lines[i];
    written.cells.push_back(
        {{begin, written.text.size()}, cell.row, cell.column, cell.rows, cell.columns, cell.heads});
  }
  if (!written.text.empty()) written.text += '\n';
  return written;
}

}  // namespace vraagbaak::indexer
