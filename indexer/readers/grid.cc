// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/grid.h"

#include <algorithm>
#include <string_view>

namespace vraagbaak::indexer {
namespace {

// Tabs between two cells of a row: beyond this many columns nobody counts them, and a row of a few bytes may
// leave thousands empty.
constexpr std::size_t kWidestGap = 100;

// White space in a row as one blank, outer white space, soft hyphens and zero-width blanks off.
std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (text.substr(at).starts_with("\xC2\xAD")) {
      ++at;
    } else if (text.substr(at).starts_with("\xE2\x80\x8B")) {
      at += 2;
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
  std::size_t first = kMostGridColumns;
  for (const GridCell& cell : cells) {
    lines.push_back(cell.column < kMostGridColumns ? one_line(cell.text) : "");
    if (!lines.back().empty()) first = std::min(first, cell.column);
  }
  written.first_column = first == kMostGridColumns ? 0 : first;

  std::size_t column = 0;  // of the open line
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (lines[i].empty()) continue;
    const GridCell& cell = cells[i];
    if (written.rows.empty() || written.rows.back().row != cell.row) {
      if (!written.text.empty()) written.text += '\n';
      written.rows.push_back({written.text.size(), cell.row});
      column = written.first_column;
    }
    written.text.append(std::min(cell.column - std::min(column, cell.column), kWidestGap), '\t');
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
