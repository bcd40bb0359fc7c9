// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/document_text.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "web/server/views/flowed_text.h"

namespace vraagbaak::web {
namespace {

constexpr std::size_t kLongestHeading = 240;  // bytes; a longer one is a paragraph

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_space(text[span.end - 1])) --span.end;
  return span;
}

// One run of sections that begin at the same byte: the innermost gives the piece its kind.
class TextWriter {
 public:
  TextWriter(HtmlWriter& html, const query::WholeDocument& document, const std::vector<TextMark>& marks)
      : html_(html), document_(document), text_(document.text), marks_(marks) {}

  // The text of `span`, in which no table lies.
  void write(ByteSpan span) {
    while (!span.empty()) {
      const std::size_t end = std::min(span.end, next_section(span.begin));
      write_piece({span.begin, end});
      span.begin = end;
    }
  }

  void write(const store::TableRecord& record, const std::vector<Cell>& cells) {
    const Table& table = record.table;
    const Scope figure(html_, "figure", {{"class", "table"}});
    const Scope scroll(html_, "div", {{"class", "scroll"}, {"tabindex", "0"}});
    const Scope element(html_, "table");
    if (!table.caption.empty()) html_.element("caption", {}, table.caption);
    std::size_t width = table.columns.size();
    for (const Cell& cell : cells) width = std::max(width, std::min(cell.column + 1, kMostColumns));
    write_columns(table, width);
    const Scope body(html_, "tbody");
    for (std::size_t i = 0; i < cells.size();) {
      std::size_t end = i;
      while (end < cells.size() && cells[end].row == cells[i].row) ++end;
      write_row({cells.data() + i, end - i}, width, i == 0 ? table.span.begin : cells[i - 1].span.end);
      i = end;
    }
  }

 private:
  static constexpr std::size_t kMostColumns = 60;  // a damaged index may name any column

  std::size_t next_section(std::size_t byte) const {
    const auto next = std::ranges::upper_bound(
        document_.sections, byte, {}, [](const store::SectionRecord& section) { return section.span.begin; });
    return next == document_.sections.end() ? text_.size() : std::max(byte + 1, next->span.begin);
  }

  // The innermost section that begins at that byte or else holds it.
  const store::SectionRecord* section_at(std::size_t byte) const {
    const store::SectionRecord* found = nullptr;
    for (const store::SectionRecord& section : document_.sections) {
      if (section.span.begin > byte) break;
      if (section.span.contains(byte)) found = &section;
    }
    return found;
  }

  void write_piece(ByteSpan piece) {
    const store::SectionRecord* section = section_at(piece.begin);
    const bool begins = section != nullptr && section->span.begin == piece.begin;
    const std::string id = begins ? numbered("s", section->id.number) : "";
    const SectionKind kind = section == nullptr ? SectionKind::document : section->kind;
    ByteSpan rest = trimmed(text_, piece);
    if (rest.empty()) return;
    const Scope block(html_, "div", {{"class", joined("part-", to_string(kind))}, {"id", id}});
    if (begins && (kind == SectionKind::heading || kind == SectionKind::part)) {
      const std::size_t line = std::min(text_.find('\n', rest.begin), rest.end);
      if (line - rest.begin <= kLongestHeading) {
        const Scope heading(html_, "h3");
        write_inline({rest.begin, line});
        rest.begin = line;
      }
    }
    while (!(rest = trimmed(text_, rest)).empty()) {
      const std::size_t end = std::min(text_.find("\n\n", rest.begin), rest.end);
      const Scope paragraph(html_, "p");
      write_inline({rest.begin, end});
      rest.begin = end;
    }
  }

  void write_columns(const Table& table, std::size_t width) {
    const Scope head(html_, "thead");
    const Scope row(html_, "tr");
    html_.element("td", {}, "");
    for (std::size_t i = 0; i < width; ++i)
      html_.element("th", {{"scope", "col"}}, i < table.columns.size() ? table.columns[i] : "");
  }

  // `behind`: where the row before ended; the label of this one lies between.
  void write_row(std::span<const Cell> cells, std::size_t width, std::size_t behind) {
    ByteSpan line{behind, behind};
    for (const Cell& cell : cells) line.end = std::max(line.end, cell.span.end);
    const TextMark* cited = nullptr;
    for (const TextMark& mark : marks_) {
      if (!mark.id.empty() && mark.span.overlaps(line)) cited = &mark;
    }
    const std::string id =
        cited != nullptr ? std::exchange(given_id_, cited->id) != cited->id ? cited->id : "" : "";
    const Scope row(html_, "tr", {{"class", cited != nullptr ? cited->style : ""}, {"id", id}});
    html_.element("th", {{"scope", "row"}}, cells.front().row_header);
    std::size_t column = 0;
    for (const Cell& cell : cells) {
      for (; column < std::min(cell.column, width); ++column) html_.element("td", {}, "");
      const Scope data(html_, "td");
      write_inline(trimmed(text_, cell.span), false);
      ++column;
    }
    for (; column < width; ++column) html_.element("td", {}, "");
  }

  void write_inline(ByteSpan span, bool with_ids = true) {
    span.end = std::min(span.end, text_.size());
    if (span.begin >= span.end) return;
    std::vector<TextMark> here;
    for (const TextMark& mark : marks_) {
      if (!mark.span.overlaps(span)) continue;
      here.push_back(mark);
      TextMark& last = here.back();
      if (!with_ids || last.id == given_id_) {
        last.id.clear();
      } else if (!last.id.empty()) {
        given_id_ = last.id;
        last.span.begin = std::max(last.span.begin, span.begin);  // it may begin in white space before
      }
    }
    write_marked(html_, flowed_text(span.in(text_), false), span.begin, here);
  }

  HtmlWriter& html_;
  const query::WholeDocument& document_;
  std::string_view text_;
  const std::vector<TextMark>& marks_;
  std::string given_id_;  // the last id that was written: each is written once
};

}  // namespace

ByteSpan whole_lines(std::string_view text, ByteSpan span) {
  span.end = std::min(span.end, text.size());
  span.begin = std::min(span.begin, span.end);
  while (span.begin > 0 && text[span.begin - 1] != '\n') --span.begin;
  while (span.end < text.size() && text[span.end] != '\n') ++span.end;
  return span;
}

void write_document_text(HtmlWriter& html, const IndexSession& session, const query::WholeDocument& document,
                         ByteSpan span, const std::vector<TextMark>& marks) {
  TextWriter writer(html, document, marks);
  std::size_t at = span.begin;
  for (const store::TableRecord& table : session.reader.tables(document.record.id)) {
    const ByteSpan place = table.table.span;
    if (place.begin < at || place.end > span.end || place.empty()) continue;
    const std::vector<Cell> cells = session.reader.cells(table.id);
    if (cells.empty()) continue;
    writer.write(ByteSpan{at, place.begin});
    writer.write(table, cells);
    at = place.end;
  }
  writer.write(ByteSpan{at, span.end});
}

}  // namespace vraagbaak::web
