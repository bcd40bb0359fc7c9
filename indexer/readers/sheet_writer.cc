// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/sheet_writer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vraagbaak::indexer {
namespace {

// Rows between two blank rows.
struct Block {
  std::size_t begin = 0;  // cells, half open
  std::size_t end = 0;
  bool lines = true;    // every row has one cell
  bool headed = false;  // its first row holds no figure, and more than one cell
};

bool holds_digit_first(const std::string& text) {
  const std::size_t at = text.find_first_not_of("-+€ (");
  return at != std::string::npos && text[at] >= '0' && text[at] <= '9';
}

std::vector<Block> blocks_of(const std::vector<GridCell>& cells) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t end = i;
    bool figure = false;
    while (end < cells.size() && cells[end].row == cells[i].row)
      figure = holds_digit_first(cells[end++].text) || figure;
    const bool gap = blocks.empty() || cells[i].row > cells[blocks.back().end - 1].row + 1;
    if (gap) blocks.push_back({i, i, true, end - i > 1 && !figure});
    blocks.back().end = end;
    blocks.back().lines = blocks.back().lines && end - i == 1;
    i = end;
  }
  return blocks;
}

}  // namespace

void write_sheet(TextComposer& composer, std::string name, bool hidden, std::vector<GridCell> cells) {
  std::erase_if(cells, [](const GridCell& cell) {
    return cell.text.find_first_not_of(" \t\r\n") == std::string::npos;
  });
  if (cells.empty()) return;
  const std::size_t sheet = composer.begin_sheet(name, hidden);
  composer.begin_heading(1);
  composer.text(name);
  if (hidden) composer.text(" (verborgen blad)");
  composer.end_paragraph();

  const std::vector<Block> blocks = blocks_of(cells);
  std::vector<GridCell> table;
  const auto write_table = [&] {
    if (!table.empty()) composer.add_grid(table, "", sheet);
    table.clear();
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    // A line alone between rows of one table names the group of rows below it.
    const bool names_group =
        !table.empty() && i + 1 < blocks.size() && !blocks[i + 1].lines && !blocks[i + 1].headed;
    const auto first = cells.begin() + static_cast<std::ptrdiff_t>(block.begin);
    const auto last = cells.begin() + static_cast<std::ptrdiff_t>(block.end);
    if (block.lines && !names_group) {
      write_table();
      for (auto cell = first; cell != last; ++cell) {
        composer.mark_cell(cell->row, cell->column);
        composer.text(cell->text);
        composer.end_line();
      }
      composer.end_paragraph();
      continue;
    }
    if (block.headed) write_table();
    std::move(first, last, std::back_inserter(table));
  }
  write_table();
  composer.end_sheet();
}

}  // namespace vraagbaak::indexer
