// SPDX-License-Identifier: EUPL-1.2
#include "query/render/extract_json.h"

#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/offset_map.h"
#include "query/render/figure_keys.h"
#include "query/render/json_line.h"

namespace vraagbaak::query::render {
namespace {

void add_strings(JsonLine& line, std::string_view key, const std::vector<std::string>& strings) {
  line.key(key);
  line.open_array();
  for (const std::string& string : strings) line.string(string);
  line.close_array();
}

void add_figures(JsonLine& line, std::string_view text, OffsetCursor at, std::span<const Figure> figures) {
  line.key("figures");
  line.open_array();
  for (const Figure& figure : figures) {
    line.open_object();
    line.key("text");
    line.string(figure.span.in(text));
    for_each_figure_key(figure, [&line](std::string_view key, auto value) {
      line.key(key);
      if constexpr (std::is_same_v<decltype(value), bool>) {
        line.boolean(value);
      } else {
        line.string(value);
      }
    });
    line.key("start");
    line.number(at.code_point_at(figure.span.begin));
    line.key("end");
    line.number(at.code_point_at(figure.span.end));
    line.close_object();
  }
  line.close_array();
}

void add_entities(JsonLine& line, std::string_view text, OffsetCursor at, const EntityList& names) {
  line.key("entities");
  line.open_array();
  for (const Mention& mention : names.mentions) {
    line.open_object();
    line.key("text");
    line.string(mention.span.in(text));
    line.key("label");
    line.string(to_string(mention.kind));
    line.key("start");
    line.number(at.code_point_at(mention.span.begin));
    line.key("end");
    line.number(at.code_point_at(mention.span.end));
    line.close_object();
  }
  line.close_array();
}

void add_sentences(JsonLine& line, OffsetCursor token_at, const Segmentation& segmentation) {
  OffsetCursor sentence_at = token_at;
  line.key("sentences");
  line.open_array();
  for (const Sentence& sentence : segmentation.sentences) {
    line.open_object();
    line.key("start");
    line.number(sentence_at.code_point_at(sentence.span.begin));
    line.key("end");
    line.number(sentence_at.code_point_at(sentence.span.end));
    line.key("tokens");
    line.open_array();
    for (std::size_t i = 0; i < sentence.token_count; ++i) {
      const Token& token = segmentation.tokens[sentence.first_token + i];
      const std::size_t begin = token_at.code_point_at(token.span.begin);
      line.pair(begin, token_at.code_point_at(token.span.end));
    }
    line.close_array();
    line.close_object();
  }
  line.close_array();
}

void add_outline(JsonLine& line, const Document& document) {
  const OffsetMap map(document.text);
  line.key("sections");
  line.open_array();
  for (const Section& section : document.sections) {
    line.open_object();
    line.key("kind");
    line.string(to_string(section.kind));
    line.key("label");
    line.string(section.label);
    line.key("heading");
    line.string(section.heading);
    line.key("start");
    line.number(map.code_point_at(section.span.begin));
    line.key("end");
    line.number(map.code_point_at(section.span.end));
    line.close_object();
  }
  line.close_array();

  const auto add_section = [&](std::string_view key, std::size_t section) {
    const ByteSpan span = section < document.sections.size() ? document.sections[section].span : ByteSpan{};
    line.key(key);
    line.pair(map.code_point_at(span.begin), map.code_point_at(span.end));
  };
  line.key("pairs");
  line.open_array();
  for (const QaPair& pair : document.pairs) {
    line.open_object();
    line.key("label");
    line.string(pair.label);
    add_section("question", pair.question);
    add_section("answer", pair.answer);
    line.close_object();
  }
  line.close_array();
  add_strings(line, "unanswered", document.unanswered);
}

void add_places(JsonLine& line, const Document& document) {
  const OffsetMap map(document.text);
  const auto add_span = [&](ByteSpan span) {
    line.key("start");
    line.number(map.code_point_at(span.begin));
    line.key("end");
    line.number(map.code_point_at(span.end));
  };
  if (!document.pages.empty()) {
    line.key("pages");
    line.open_array();
    for (const Page& page : document.pages) {
      line.open_object();
      line.key("page");
      line.number(static_cast<std::size_t>(page.number));
      add_span(page.span);
      line.close_object();
    }
    line.close_array();
  }
  if (!document.sheets.empty()) {
    line.key("sheets");
    line.open_array();
    for (const Sheet& sheet : document.sheets) {
      line.open_object();
      line.key("sheet");
      line.string(sheet.name);
      line.key("hidden");
      line.boolean(sheet.hidden);
      add_span(sheet.span);
      line.close_object();
    }
    line.close_array();
  }
}

// A row of a table as it is printed: its header and the text of its cells by column, empty where it has none.
struct PrintedRow {
  std::string header;
  std::vector<std::string> cells;
};

std::vector<PrintedRow> rows_of(const Table& table, std::string_view text) {
  std::map<std::size_t, PrintedRow> rows;
  for (const Cell& cell : table.cells) {
    PrintedRow& row = rows[cell.row];
    if (row.header.empty()) row.header = cell.row_header;
    // A column beyond the header's stands in the text and is printed too, within reason: a cell never makes
    // more room than the table has cells.
    if (cell.column >= std::max(table.columns.size(), table.cells.size())) continue;
    if (row.cells.size() < table.columns.size()) row.cells.resize(table.columns.size());
    if (row.cells.size() <= cell.column) row.cells.resize(cell.column + 1);
    std::string& content = row.cells[cell.column];
    if (!content.empty()) content += ' ';
    content += cell.span.in(text);
  }
  std::vector<PrintedRow> printed;
  printed.reserve(rows.size());
  for (auto& [number, row] : rows) printed.push_back(std::move(row));
  return printed;
}

void add_tables(JsonLine& line, const Document& document) {
  line.key("tables");
  line.open_array();
  for (const Table& table : document.tables) {
    line.open_object();
    line.key("caption");
    line.string(table.caption);
    add_strings(line, "columns", table.columns);
    line.key("rows");
    line.open_array();
    for (const PrintedRow& row : rows_of(table, document.text)) {
      line.open_object();
      line.key("header");
      line.string(row.header);
      add_strings(line, "cells", row.cells);
      line.close_object();
    }
    line.close_array();
    line.close_object();
  }
  line.close_array();
}

}  // namespace

std::string extract_file_json(std::string_view file, const Document& document,
                              const Segmentation& segmentation, bool with_text) {
  JsonLine line;
  line.open_object();
  line.key("file");
  line.string(file);
  if (with_text) {
    line.key("text");
    line.string(document.text);
    add_places(line, document);
  }
  const OffsetCursor at(document.text);
  add_figures(line, document.text, at, document.figures);
  add_entities(line, document.text, at, document.names);
  add_sentences(line, at, segmentation);
  add_outline(line, document);
  add_tables(line, document);
  line.close_object();
  return line.take();
}

std::string extract_line_json(std::string_view input, std::span<const Figure> figures,
                              const EntityList& names, const Segmentation& segmentation) {
  JsonLine line;
  line.open_object();
  line.key("input");
  line.string(input);
  const OffsetCursor at(input);
  add_figures(line, input, at, figures);
  add_entities(line, input, at, names);
  add_sentences(line, at, segmentation);
  line.close_object();
  return line.take();
}

}  // namespace vraagbaak::query::render
