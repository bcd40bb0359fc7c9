// SPDX-License-Identifier: EUPL-1.2
#include "indexer/figure_collector.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace vraagbaak::indexer {

namespace {

struct CellOfTable {
  const Table* table = nullptr;
  const Cell* cell = nullptr;
};

// "Overslag per haven (in duizend ton)", "Bevolking (x 1.000 personen)": units that only the figure rules
// know.
void take_bracketed_unit(Table& table, const analysis::FigureFinder& finder) {
  if (!table.unit.empty() || table.scale_power != 0) return;
  const std::string& caption = table.caption;
  for (std::size_t open = caption.find('('); open != caption.npos; open = caption.find('(', open + 1)) {
    const std::size_t close = caption.find(')', open);
    if (close == caption.npos) return;
    const analysis::TableUnit told =
        finder.unit_in(std::string_view(caption).substr(open + 1, close - open - 1));
    if (told.counted || (told.unit.empty() && told.scale_power == 0)) continue;
    table.unit = told.unit;
    table.scale_power = told.scale_power;
    return;
  }
}

}  // namespace

void collect_figures(Document& document, const analysis::FigureFinder& finder,
                     const analysis::FigureOptions& options) {
  std::vector<CellOfTable> cells;
  for (Table& table : document.tables) {
    take_bracketed_unit(table, finder);
    for (const Cell& cell : table.cells) {
      if (!cell.span.empty()) cells.push_back({&table, &cell});
    }
  }
  std::ranges::sort(cells, {}, [](const CellOfTable& at) { return at.cell->span; });

  // Figures of the running text lie outside every cell; both are in order.
  std::size_t next = 0;
  std::vector<Figure> in_text = finder.find(document.text, options);
  if (cells.empty()) {
    document.figures = std::move(in_text);
    return;
  }
  std::erase_if(in_text, [&](const Figure& figure) {
    while (next < cells.size() && cells[next].cell->span.end <= figure.span.begin) ++next;
    return next < cells.size() && cells[next].cell->span.overlaps(figure.span);
  });
  std::vector<Figure> in_cells;
  for (const CellOfTable& at : cells) {
    analysis::CellContext context;
    context.unit = at.table->unit;
    context.scale_power = at.table->scale_power;
    context.column_header = at.cell->column_header;
    context.row_header = at.cell->row_header;
    for (Figure& figure : finder.find_in_cell(at.cell->span.in(document.text), context)) {
      figure.span.begin += at.cell->span.begin;
      figure.span.end += at.cell->span.begin;
      figure.row = at.cell->row_header;
      figure.column = at.cell->column_header;
      in_cells.push_back(std::move(figure));
    }
  }
  for (std::vector<Figure>* each : {&in_text, &in_cells}) {
    if (!std::ranges::is_sorted(*each, {}, &Figure::span)) std::ranges::stable_sort(*each, {}, &Figure::span);
  }
  document.figures.clear();
  document.figures.reserve(in_text.size() + in_cells.size());
  std::merge(std::make_move_iterator(in_text.begin()), std::make_move_iterator(in_text.end()),
             std::make_move_iterator(in_cells.begin()), std::make_move_iterator(in_cells.end()),
             std::back_inserter(document.figures),
             [](const Figure& a, const Figure& b) { return a.span < b.span; });
}

}  // namespace vraagbaak::indexer
