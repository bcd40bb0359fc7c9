// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "model/calendar.h"
#include "model/decimal.h"
#include "query/fact_lister.h"
#include "query/table_lister.h"

namespace vraagbaak::query::render {

// A number that is shown with a sign for percent behind it.
struct Percent {
  Decimal value;
  friend bool operator==(const Percent&, const Percent&) = default;
};

// What a cell of an export holds: nothing, a text, an exact number, a percentage, a date.
using SheetCell = std::variant<std::monostate, std::string, Decimal, Percent, PartialDate>;
using SheetRow = std::vector<SheetCell>;

// Figures as rows: where each stands, what it says, its quote. One name a column.
const std::vector<std::string>& figure_columns();
SheetRow figure_row(const ListedFigure& listed);

// Tables as rows of cells, one for each figure; a cell without a figure has its text alone.
const std::vector<std::string>& table_cell_columns();
std::vector<SheetRow> table_cell_rows(const ListedTable& table);

// A table as it stands in the document: caption, source, unit, a blank row, the header, and its rows, with
// page and quote behind each. Values are written out in full.
struct TableGrid {
  std::vector<SheetRow> above;  // caption, source, unit
  std::vector<std::string> columns;
  std::vector<SheetRow> rows;
};
TableGrid table_grid(const ListedTable& table);

// The list of tables that stands before their grids: number, caption, source, size.
const std::vector<std::string>& table_list_columns();
SheetRow table_list_row(const ListedTable& table);

}  // namespace vraagbaak::query::render
