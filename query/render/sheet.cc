// SPDX-License-Identifier: EUPL-1.2
#include "query/render/sheet.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace vraagbaak::query::render {
namespace {

SheetCell text_or_nothing(const std::string& text) {
  return text.empty() ? SheetCell() : SheetCell(text);
}
SheetCell date_or_nothing(const std::optional<PartialDate>& date) {
  return date ? SheetCell(*date) : SheetCell();
}
SheetCell number(std::size_t value) {
  return Decimal(static_cast<std::int64_t>(value));
}

void add(SheetRow& row, SheetRow more) {
  std::ranges::move(more, std::back_inserter(row));
}

// document, title, section, page
SheetRow source_of(const Citation& citation) {
  return {citation.document, text_or_nothing(citation.title), text_or_nothing(citation.section),
          citation.page ? SheetCell(Decimal(*citation.page)) : SheetCell()};
}

// kind, value, unit, date, from, to, approx, bound
SheetRow said_by(const Figure& figure) {
  const bool has_value = figure.value && !is_temporal(figure.kind);
  return {std::string(to_string(figure.kind)),
          has_value ? SheetCell(*figure.value) : SheetCell(),
          is_temporal(figure.kind) ? SheetCell() : text_or_nothing(figure.unit),
          date_or_nothing(figure.date),
          date_or_nothing(figure.from),
          date_or_nothing(figure.to),
          figure.approx ? SheetCell("approx") : SheetCell(),
          text_or_nothing(std::string(to_string(figure.bound)))};
}

// What a cell of a grid shows: its one figure, or its text.
SheetCell shown(const ListedCell& cell) {
  if (cell.figures.size() != 1) return cell.text;
  const Figure& figure = cell.figures.front().figure;
  if (figure.kind == FigureKind::ordinal_ref) return cell.text;
  if (figure.date) return *figure.date;
  if (!figure.value || is_temporal(figure.kind)) return cell.text;
  if (figure.unit == "%") return Percent{*figure.value};
  return *figure.value;
}

}  // namespace

const std::vector<std::string>& figure_columns() {
  static const std::vector<std::string> columns = {
      "document", "title",  "section", "page", "text",   "kind",    "value", "unit", "date", "from",
      "to",       "approx", "bound",   "row",  "column", "subject", "start", "end",  "quote"};
  return columns;
}

SheetRow figure_row(const ListedFigure& listed) {
  SheetRow row = source_of(listed.citation);
  row.emplace_back(listed.text);
  add(row, said_by(listed.figure));
  add(row, {text_or_nothing(listed.figure.row), text_or_nothing(listed.figure.column),
            text_or_nothing(listed.figure.subject), number(listed.start), number(listed.end),
            listed.citation.quote});
  return row;
}

const std::vector<std::string>& table_cell_columns() {
  static const std::vector<std::string> columns = {
      "document", "title", "section", "page", "table", "caption", "row",   "column", "text", "kind",
      "value",    "unit",  "date",    "from", "to",    "approx",  "bound", "start",  "end",  "quote"};
  return columns;
}

std::vector<SheetRow> table_cell_rows(const ListedTable& table) {
  std::vector<SheetRow> rows;
  for (const ListedRow& listed : table.rows) {
    for (const ListedCell& cell : listed.cells) {
      SheetRow place = source_of(listed.citation);
      add(place, {number(table.number), text_or_nothing(table.caption), text_or_nothing(listed.header),
                  text_or_nothing(cell.cell.column_header)});
      if (cell.figures.empty()) {
        SheetRow row = place;
        row.emplace_back(cell.text);
        row.resize(row.size() + 8);  // the columns of a figure
        add(row, {number(cell.start), number(cell.end), listed.citation.quote});
        rows.push_back(std::move(row));
      }
      for (const CellFigure& figure : cell.figures) {
        SheetRow row = place;
        row.emplace_back(figure.text);
        add(row, said_by(figure.figure));
        add(row, {number(figure.start), number(figure.end), listed.citation.quote});
        rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

TableGrid table_grid(const ListedTable& table) {
  TableGrid grid;
  std::string source = table.citation.document;
  if (!table.citation.section.empty()) source += ", " + table.citation.section;
  if (table.citation.page) source += ", page " + std::to_string(*table.citation.page);
  grid.above = {{text_or_nothing(table.caption)}, {source}};
  if (!table.unit.empty()) grid.above.push_back({"unit: " + table.unit + "; values are written out in full"});

  std::size_t width = table.columns.size();
  for (const ListedRow& row : table.rows) {
    for (const ListedCell& cell : row.cells) width = std::max(width, cell.cell.column + 1);
  }
  // A damaged index may name a column beyond all others; a grid has no room for it.
  constexpr std::size_t kMostColumns = 1000;
  width = std::min(width, kMostColumns);
  grid.columns.emplace_back("row");
  for (std::size_t i = 0; i < width; ++i) {
    grid.columns.push_back(i < table.columns.size() ? table.columns[i] : "");
  }
  grid.columns.emplace_back("page");
  grid.columns.emplace_back("quote");
  for (const ListedRow& listed : table.rows) {
    SheetRow row(width + 1);
    row[0] = text_or_nothing(listed.header);
    for (const ListedCell& cell : listed.cells) {
      if (cell.cell.column < width) row[cell.cell.column + 1] = shown(cell);
    }
    row.push_back(listed.citation.page ? SheetCell(Decimal(*listed.citation.page)) : SheetCell());
    row.emplace_back(listed.citation.quote);
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

const std::vector<std::string>& table_list_columns() {
  static const std::vector<std::string> columns = {"document", "title",   "section", "page", "table",
                                                   "caption",  "columns", "rows",    "unit", "sheet"};
  return columns;
}

SheetRow table_list_row(const ListedTable& table) {
  SheetRow row = source_of(table.citation);
  add(row, {number(table.number), text_or_nothing(table.caption), number(table.columns.size()),
            number(table.rows.size()), text_or_nothing(table.unit)});
  return row;
}

}  // namespace vraagbaak::query::render
