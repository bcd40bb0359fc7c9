// SPDX-License-Identifier: EUPL-1.2
#include "query/render/table_json.h"

#include <algorithm>
#include <utility>

#include "query/render/json_parts.h"

namespace vraagbaak::query::render {
namespace {

void add_source(Json& json, const Citation& citation) {
  json["document"] = citation.document;
  json["title"] = citation.title;
  json["section"] = citation.section;
  add_place_keys(json, citation);
}

void add_quote(Json& json, const Citation& citation) {
  json["quote_start"] = citation.start;
  json["quote_end"] = citation.end;
  json["quote"] = citation.quote;
}

Json cell_json(const ListedCell& cell, const Citation& row) {
  Json json;
  if (cell.figures.empty()) {
    json["text"] = cell.text;
    if (!cell.cell.row_header.empty()) json["row"] = cell.cell.row_header;
    if (!cell.cell.column_header.empty()) json["column"] = cell.cell.column_header;
    json["start"] = cell.start;
    json["end"] = cell.end;
  } else {
    json = figure_json(cell.figures.front().figure, cell.text, cell.start, cell.end);
  }
  for (std::size_t i = 1; i < cell.figures.size(); ++i) {
    const CellFigure& more = cell.figures[i];
    json["also"].push_back(figure_json(more.figure, more.text, more.start, more.end));
  }
  add_source(json, row);
  if (!cell.place.empty()) json["cell"] = cell.place;
  add_quote(json, row);
  return json;
}

Json row_json(const ListedRow& row, std::size_t columns) {
  Json json;
  json["header"] = row.header;
  add_quote(json, row.citation);
  Json cells = Json::array();
  for (const ListedCell& cell : row.cells) {
    // Columns have places; one that a damaged index names far beyond them comes right behind.
    while (cells.size() < std::min(cell.cell.column, columns)) cells.push_back(nullptr);
    cells.push_back(cell_json(cell, row.citation));
  }
  while (cells.size() < columns) cells.push_back(nullptr);
  json["cells"] = std::move(cells);
  return json;
}

}  // namespace

std::string table_line_json(const ListedTable& table) {
  Json json;
  json["table"] = table.number;
  json["caption"] = table.caption;
  if (!table.unit.empty()) json["unit"] = table.unit;
  if (table.scale_power != 0) json["scale_power"] = table.scale_power;
  json["columns"] = table.columns;
  add_source(json, table.citation);
  json["start"] = table.citation.start;
  json["end"] = table.citation.end;
  json["rows"] = Json::array();
  for (const ListedRow& row : table.rows) json["rows"].push_back(row_json(row, table.columns.size()));
  return dump(json);
}

}  // namespace vraagbaak::query::render
