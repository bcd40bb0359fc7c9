// SPDX-License-Identifier: EUPL-1.2
#include "query/render/extract_json.h"

#include <map>
#include <utility>
#include <vector>

#include "model/offset_map.h"
#include "query/render/json_parts.h"

namespace vraagbaak::query::render {
namespace {

// An object written member by member, so that a large document is never held as a tree of JSON values.
class ObjectLine {
 public:
  void add(std::string_view key, const Json& value) { member(key) += dump(value); }

  // A member whose value is an array; `next` gives one element at a time.
  template <typename Items, typename Next>
  void add_array(std::string_view key, const Items& items, Next next) {
    std::string& line = member(key);
    line += '[';
    bool first = true;
    for (const auto& item : items) {
      if (!std::exchange(first, false)) line += ',';
      line += next(item);
    }
    line += ']';
  }

  std::string finish() && { return std::move(line_) + "}"; }

 private:
  std::string& member(std::string_view key) {
    line_ += line_.size() == 1 ? "" : ",";
    return line_.append("\"").append(key).append("\":");
  }

  std::string line_ = "{";
};

void append_pair(std::string& line, std::size_t begin, std::size_t end) {
  line.append("[").append(std::to_string(begin)).append(",").append(std::to_string(end)).append("]");
}

void add_figures(ObjectLine& line, std::string_view text, std::span<const Figure> figures) {
  OffsetCursor at(text);
  line.add_array("figures", figures, [&](const Figure& figure) {
    const std::size_t start = at.code_point_at(figure.span.begin);
    return dump(figure_json(figure, figure.span.in(text), start, at.code_point_at(figure.span.end)));
  });
}

void add_entities(ObjectLine& line, std::string_view text, const EntityList& names) {
  OffsetCursor at(text);
  line.add_array("entities", names.mentions, [&](const Mention& mention) {
    Json json;
    json["text"] = mention.span.in(text);
    json["label"] = to_string(mention.kind);
    json["start"] = at.code_point_at(mention.span.begin);
    json["end"] = at.code_point_at(mention.span.end);
    return dump(json);
  });
}

void add_sentences(ObjectLine& line, std::string_view text, const Segmentation& segmentation) {
  OffsetCursor sentence_at(text);
  OffsetCursor token_at(text);
  line.add_array("sentences", segmentation.sentences, [&](const Sentence& sentence) {
    std::string object = "{\"start\":" + std::to_string(sentence_at.code_point_at(sentence.span.begin));
    object += ",\"end\":" + std::to_string(sentence_at.code_point_at(sentence.span.end)) + ",\"tokens\":[";
    for (std::size_t i = 0; i < sentence.token_count; ++i) {
      const Token& token = segmentation.tokens[sentence.first_token + i];
      if (i > 0) object += ',';
      const std::size_t begin = token_at.code_point_at(token.span.begin);
      append_pair(object, begin, token_at.code_point_at(token.span.end));
    }
    return object + "]}";
  });
}

void add_outline(ObjectLine& line, const Document& document) {
  const OffsetMap map(document.text);
  const auto span_json = [&](ByteSpan span) {
    return Json::array({map.code_point_at(span.begin), map.code_point_at(span.end)});
  };
  const auto section_span = [&](std::size_t section) {
    return section < document.sections.size() ? document.sections[section].span : ByteSpan{};
  };
  line.add_array("sections", document.sections, [&](const Section& section) {
    Json json;
    json["kind"] = to_string(section.kind);
    json["label"] = section.label;
    json["heading"] = section.heading;
    json["start"] = map.code_point_at(section.span.begin);
    json["end"] = map.code_point_at(section.span.end);
    return dump(json);
  });
  line.add_array("pairs", document.pairs, [&](const QaPair& pair) {
    Json json;
    json["label"] = pair.label;
    json["question"] = span_json(section_span(pair.question));
    json["answer"] = span_json(section_span(pair.answer));
    return dump(json);
  });
  line.add("unanswered", Json(document.unanswered));
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

void add_tables(ObjectLine& line, const Document& document) {
  line.add_array("tables", document.tables, [&](const Table& table) {
    Json json;
    json["caption"] = table.caption;
    json["columns"] = table.columns;
    json["rows"] = Json::array();
    for (const PrintedRow& row : rows_of(table, document.text)) {
      json["rows"].push_back(Json{{"header", row.header}, {"cells", row.cells}});
    }
    return dump(json);
  });
}

}  // namespace

std::string extract_file_json(std::string_view file, const Document& document,
                              const Segmentation& segmentation) {
  ObjectLine line;
  line.add("file", Json(file));
  add_figures(line, document.text, document.figures);
  add_entities(line, document.text, document.names);
  add_sentences(line, document.text, segmentation);
  add_outline(line, document);
  add_tables(line, document);
  return std::move(line).finish();
}

std::string extract_line_json(std::string_view input, std::span<const Figure> figures,
                              const EntityList& names, const Segmentation& segmentation) {
  ObjectLine line;
  line.add("input", Json(input));
  add_figures(line, input, figures);
  add_entities(line, input, names);
  add_sentences(line, input, segmentation);
  return std::move(line).finish();
}

}  // namespace vraagbaak::query::render
