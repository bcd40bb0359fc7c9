// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/table_finder.h"

#include <algorithm>

#include "indexer/outline/cell_placer.h"
#include "indexer/outline/delimited_table.h"
#include "indexer/outline/grid_table.h"
#include "indexer/outline/layout_columns.h"
#include "indexer/outline/table_body.h"
#include "indexer/outline/table_header.h"
#include "indexer/outline/table_row.h"
#include "indexer/outline/table_scale.h"

namespace vraagbaak::indexer {
namespace {

// Blank lines between a caption and a table of fields; lines a header takes at most, and lines of a caption.
constexpr std::size_t kMostBlankLines = 4;
constexpr std::size_t kMostHeaderLines = 24;
constexpr std::size_t kMostCaptionLines = 4;
// A longer line above a title belongs to a paragraph of prose.
constexpr std::size_t kLongestTitleLine = 90;
// Rows a table without a numbered caption needs.
constexpr std::size_t kFewestRows = 2;

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Line>& lines, const OutlineRules& rules)
      : text_(text), lines_(lines), rules_(rules), rows_(text, lines, rules) {}

  // `given`: what the format gives, in order, its lines marked as cells.
  std::vector<FoundTable> find(std::vector<FoundTable> given) {
    std::vector<FoundTable> tables;
    auto next = given.begin();
    for (std::size_t i = 0; i < lines_.size();) {
      std::optional<FoundTable> table;
      while (next != given.end() && next->first_line < i) ++next;
      if (next != given.end() && next->first_line == i) {
        table = std::move(*next++);
        caption_of_given(*table);
      } else if (lines_[i].kind == LineKind::caption) {
        table = captioned(i);
      } else if (auto fields = fields_at(i)) {
        table = std::move(fields);
      } else if (may_open_row(i)) {
        table = uncaptioned(i);
      }
      if (table) {
        i = std::max(i + 1, table->last_line);
        taken_ = i;
        tables.push_back(std::move(*table));
      } else {
        ++i;
      }
    }
    return tables;
  }

 private:
  bool blank(std::size_t i) const { return lines_[i].kind == LineKind::blank; }
  std::string_view ink(std::size_t i) const { return lines_[i].ink.in(text_); }
  bool may_open_row(std::size_t i) const {
    const LineKind kind = lines_[i].kind;
    return (kind == LineKind::text || kind == LineKind::heading) && lines_[i].span.size() <= 1000;
  }
  const TableRow& row_at(std::size_t i) const { return rows_.at(i); }

  // The table of fields that begins at line `i`; lines of which it is known that none does are not read
  // again.
  std::optional<FoundTable> fields_at(std::size_t i) {
    if (i < no_fields_before_) return std::nullopt;
    DelimitedLines read = read_delimited_table(text_, lines_, i, rules_);
    if (!read.table) no_fields_before_ = read.last;
    return std::move(read.table);
  }

  // The caption's paragraph; nullopt where it is a sentence that only begins like one ("Tabel 3 geeft …").
  std::optional<std::size_t> caption_end(std::size_t first) {
    std::size_t end = first;
    while (end < lines_.size() && !blank(end) && end - first < kMostCaptionLines) {
      // The rows begin right below a caption without a blank line.
      if (end > first && (row_at(end).cells.size() >= 2 || fields_at(end))) break;
      ++end;
    }
    const std::string_view last = ink(end - 1);
    if (last.ends_with(".") || last.ends_with(";")) return std::nullopt;
    const std::string_view whole =
        text_.substr(lines_[first].ink.begin, lines_[end - 1].ink.end - lines_[first].ink.begin);
    for (std::size_t at = whole.find(". ", lines_[first].label.size() + 1); at != std::string_view::npos;
         at = whole.find(". ", at + 1)) {
      if (at + 2 < whole.size() && whole[at + 2] >= 'A' && whole[at + 2] <= 'Z' && at > 12)
        return std::nullopt;
    }
    return end;
  }

  // The numbered caption right above a table that the format gives; else the title there, where the format
  // has none.
  void caption_of_given(FoundTable& found) {
    std::size_t up = found.first_line;
    std::size_t inked = 0;
    while (up-- > taken_ && found.first_line - up <= kMostBlankLines + kMostCaptionLines) {
      if (lines_[up].kind == LineKind::caption) {
        const auto end = caption_end(up);
        if (!end) return;
        std::vector<ByteSpan> title;
        for (std::size_t i = up; i < *end; ++i) title.push_back(lines_[i].ink);
        std::string caption = join_lines(text_, title);
        if (!found.table.caption.empty()) caption.append(1, ' ').append(found.table.caption);
        found.table.caption = std::move(caption);
        found.label = lines_[up].label;
        found.first_line = up;
        break;
      }
      if (lines_[up].kind == LineKind::cells || (!blank(up) && ++inked >= kMostCaptionLines)) break;
    }
    if (found.label.empty() && found.table.caption.empty()) title_above(found.first_line, found);
    finish(found, {});
  }

  std::optional<FoundTable> captioned(std::size_t caption) {
    const auto end = caption_end(caption);
    if (!end) return std::nullopt;
    std::vector<ByteSpan> title;
    for (std::size_t i = caption; i < *end; ++i) title.push_back(lines_[i].ink);
    std::size_t below = *end;
    while (below < lines_.size() && blank(below) && below < *end + kMostBlankLines) ++below;
    if (below < lines_.size()) {
      if (auto fields = fields_at(below)) {
        fields->table.caption = join_lines(text_, title);
        fields->label = lines_[caption].label;
        fields->first_line = caption;
        finish(*fields, {});
        return fields;
      }
    }
    const TableBody body = read_table_body(rows_, *end, Captioned::yes);
    if (body.rows.empty()) return std::nullopt;
    // A column of single figures below a caption needs more than one of them.
    if (body.column_count() < 2 && body.rows.size() < kFewestRows) return std::nullopt;
    std::vector<ByteSpan> header = header_lines(lines_, *end, body.first);
    // A caption far from any row is that of a figure or of a table of words.
    if (body.first - *end > kMostHeaderLines * 2) return std::nullopt;
    const std::vector<ColumnRange> ranges = layout_columns(text_, body, body.column_count(), lines_);
    auto columns = divide_layout_header(text_, header, ranges);
    if (!columns) columns = divide_header(text_, header, body.column_count(), rules_);
    // The last lines above the first row may head a group of rows instead of the columns.
    for (std::size_t groups = 1; !columns && groups < header.size() && groups <= 2; ++groups)
      columns = divide_header(text_, {header.begin(), header.end() - static_cast<std::ptrdiff_t>(groups)},
                              body.column_count(), rules_);
    FoundTable found = make(body, std::move(columns), ranges);
    found.table.caption = join_lines(text_, title);
    found.label = lines_[caption].label;
    found.first_line = caption;
    finish(found, header);
    return found;
  }

  std::optional<FoundTable> uncaptioned(std::size_t i) {
    if (i < no_rows_before_ || row_at(i).cells.size() < 2) return std::nullopt;
    // The label may have begun on the lines above, and the header stands above that.
    std::size_t from = i;
    for (std::size_t up = i; up-- > taken_ && i - up <= kMostHeaderLines;) {
      if (!blank(up) && !may_open_row(up) && lines_[up].kind != LineKind::furniture) break;
      if (is_row(up)) break;
      if (!blank(up)) from = up;
    }
    const TableBody body = read_table_body(rows_, from, Captioned::no);
    if (body.rows.empty() || body.rows.front().line != i) return std::nullopt;
    const std::size_t columns = body.column_count();
    const auto like = std::ranges::count_if(
        body.rows, [columns](const BodyRow& draft) { return draft.row.cells.size() == columns; });
    // "2019 22": a series over time has one column of figures.
    const bool series = std::ranges::all_of(
        body.rows, [this](const BodyRow& draft) { return opens_with_year(draft.row.label.in(text_)); });
    if ((columns < 2 && !series) || static_cast<std::size_t>(like) < kFewestRows) {
      no_rows_before_ = body.last;
      return std::nullopt;
    }
    const std::vector<ColumnRange> ranges = layout_columns(text_, body, columns, lines_);
    auto [header, header_first] = header_above(body.first, columns, ranges);
    FoundTable found = make(body, header, ranges);
    found.first_line = header_first;
    std::vector<ByteSpan> header_lines;
    for (std::size_t line = header_first; line < body.first; ++line)
      if (!blank(line)) header_lines.push_back(lines_[line].span);
    if (header) title_above(header_first, found);
    finish(found, header_lines);
    if (found.table.unit.empty() && found.table.scale_power == 0) scale_of_lead(found);
    return found;
  }

  // The header right above the first row: as few lines as give the right number of names.
  std::pair<std::optional<TableHeader>, std::size_t> header_above(
      std::size_t first_row, std::size_t columns, const std::vector<ColumnRange>& ranges) const {
    if (!ranges.empty())
      if (auto found = layout_header_above(first_row, ranges); found.first) return found;
    std::vector<ByteSpan> taken;
    std::optional<TableHeader> best;
    std::size_t best_first = first_row;
    std::size_t blanks = 0;
    for (std::size_t up = first_row; up-- > taken_ && taken.size() < kMostHeaderLines;) {
      if (blank(up)) {
        if (++blanks > 2) break;
        continue;
      }
      if (!header_line(up)) break;
      blanks = 0;
      taken.insert(taken.begin(), lines_[up].span);
      const bool whole = up == taken_ || blank(up - 1) || !header_line(up - 1);
      auto header =
          divide_header(text_, taken, columns, rules_, whole ? HeaderLines::whole : HeaderLines::part);
      if (header && (!best || best->label_column.empty())) {
        best = std::move(header);
        best_first = up;
        if (!best->label_column.empty()) break;
      } else if (best) {
        break;
      }
    }
    return {best, best_first};
  }
  // In layout text: the lines right above the first row that hold several names or begin over the columns.
  std::pair<std::optional<TableHeader>, std::size_t> layout_header_above(
      std::size_t first_row, const std::vector<ColumnRange>& ranges) const {
    std::vector<ByteSpan> taken;
    std::size_t first = first_row;
    for (std::size_t up = first_row; up-- > taken_ && taken.size() < kMostHeaderLines;) {
      if (blank(up)) {
        if (taken.empty() && first_row - up <= 2) continue;
        break;
      }
      if (!header_line(up)) break;
      const ByteSpan line = lines_[up].span;
      const bool over_columns =
          print_column(text_, line.begin, lines_[up].ink.begin) * 2 > ranges.front().begin;
      if (count_gapped(text_, line) < 2 && !over_columns) break;
      taken.insert(taken.begin(), line);
      first = up;
    }
    return {divide_layout_header(text_, taken, ranges), first};
  }
  bool header_line(std::size_t i) const {
    const LineKind kind = lines_[i].kind;
    const std::string_view line = ink(i);
    return (kind == LineKind::text || kind == LineKind::heading) && line.size() <= 300 &&
           !line.ends_with(".") && !line.ends_with(":") && !line.ends_with("?") && !is_row(i);
  }
  static bool opens_with_year(std::string_view label) {
    return label.size() >= 4 && (label.starts_with("19") || label.starts_with("20")) &&
           label.substr(0, 4).find_first_not_of("0123456789") == label.npos;
  }
  // Figures of which not all are years.
  bool is_row(std::size_t i) const {
    const TableRow& row = row_at(i);
    return row.cells.size() >= 2 && !is_time_header(text_, row);
  }

  // A title without a number: the paragraph above the header, where it is no sentence.
  void title_above(std::size_t header_first, FoundTable& found) const {
    std::vector<ByteSpan> title;
    std::size_t first = header_first;
    bool open_bracket = false;
    for (std::size_t up = header_first; up-- > taken_ && header_first - up <= 6;) {
      if (blank(up)) {
        if (!title.empty() && !open_bracket) break;
        continue;
      }
      const std::string_view line = ink(up);
      const bool usable = (lines_[up].kind == LineKind::text || lines_[up].kind == LineKind::heading) &&
                          line.size() <= 300 && !line.ends_with(".") && !line.ends_with(":") &&
                          !line.ends_with("?");
      if (!usable) {
        if (open_bracket || !title.empty()) break;
        return;
      }
      title.insert(title.begin(), lines_[up].ink);
      first = up;
      // "… (bron: A; vergelijking" / "op kwartaalbasis)": a bracket that closes below opens above.
      open_bracket = line.find(')') != std::string_view::npos && line.find('(') == std::string_view::npos;
    }
    if (title.empty()) return;
    // A paragraph of prose that runs on from far above is no title.
    if (first > 0 && !blank(first - 1) && lines_[first - 1].ink.size() > kLongestTitleLine) return;
    found.table.caption = join_lines(text_, title);
    found.first_line = first;
  }

  // "Onderstaande tabel geeft de subsidies per provincie (in euro).": the sentence that leads to the table,
  // where no column has a unit of its own.
  void scale_of_lead(FoundTable& found) const {
    std::vector<ByteSpan> lead;
    std::size_t up = found.first_line;
    while (up > taken_ && blank(up - 1) && found.first_line - up < kMostBlankLines) --up;
    while (up-- > taken_ && !blank(up) && lead.size() < kMostCaptionLines)
      lead.insert(lead.begin(), lines_[up].ink);
    Table told;
    told.caption = join_lines(text_, lead);
    read_table_scale(told, {}, rules_);
    const bool own = std::ranges::any_of(found.table.columns, [this](const std::string& column) {
      return rules_.find("own_unit", column).has_value();
    });
    if (told.unit.empty() || own) return;
    found.table.unit = told.unit;
    found.table.scale_power = told.scale_power;
  }

  FoundTable make(const TableBody& body, std::optional<TableHeader> header,
                  const std::vector<ColumnRange>& ranges) const {
    FoundTable found;
    const std::size_t columns = body.column_count();
    found.table.columns = header ? header->columns : std::vector<std::string>(columns);
    const CellPlacer placer(text_, lines_, columns, ranges);
    std::string outer;
    for (std::size_t r = 0; r < body.rows.size(); ++r) {
      const BodyRow& draft = body.rows[r];
      std::vector<ByteSpan> label = draft.label;
      std::vector<RowCell> cells = draft.row.cells;
      // More cells than columns: the first ones belong to the label ("Plan 2020 …").
      if (cells.size() > columns) {
        const std::size_t extra = cells.size() - columns;
        const ByteSpan tail{cells.front().span.begin, cells[extra - 1].span.end};
        if (!draft.row.label.empty())
          label.back().end = tail.end;
        else
          label.push_back(tail);
        cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(extra));
      }
      std::string row_header = join_lines(text_, label);
      // A row without a label that opens with a period goes on with the label above.
      if (row_header.empty() && !cells.empty() && cells.front().period) row_header = outer;
      outer = row_header;
      const std::vector<std::size_t> at = placer.place(draft.row, cells);
      for (std::size_t c = 0; c < cells.size(); ++c) {
        Cell cell;
        cell.span = cells[c].span;
        cell.row = r;
        cell.column = at[c];
        cell.row_header = row_header;
        cell.column_header = found.table.columns[at[c]];
        found.table.cells.push_back(std::move(cell));
      }
    }
    found.last_line = body.last;
    return found;
  }

  void finish(FoundTable& found, const std::vector<ByteSpan>& header) const {
    Table& table = found.table;
    table.span = {lines_[found.first_line].span.begin, lines_[found.last_line - 1].span.end};
    read_table_scale(table, join_lines(text_, header), rules_);
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const OutlineRules& rules_;
  TableRows rows_;
  std::size_t no_fields_before_ = 0;
  std::size_t no_rows_before_ = 0;
  std::size_t taken_ = 0;  // lines before this one belong to earlier tables
};

// The lines that `span` touches, half open.
std::pair<std::size_t, std::size_t> lines_of(const std::vector<Line>& lines, ByteSpan span) {
  const auto first =
      std::ranges::partition_point(lines, [&](const Line& l) { return l.span.end < span.begin; });
  const auto last =
      std::partition_point(first, lines.end(), [&](const Line& l) { return l.span.begin < span.end; });
  return {static_cast<std::size_t>(first - lines.begin()), static_cast<std::size_t>(last - lines.begin())};
}

}  // namespace

std::vector<FoundTable> TableFinder::find(std::string_view text, const std::vector<Line>& lines,
                                          const std::vector<SourceTable>& given) const {
  if (given.empty()) return Reader(text, lines, rules_).find({});
  std::vector<Line> marked = lines;
  std::vector<FoundTable> tables;
  for (const SourceTable& source : given) {
    const auto [first, last] = lines_of(lines, source.span);
    if (first >= last || (!tables.empty() && first < tables.back().last_line)) continue;
    auto table = read_grid_table(text, source, rules_);
    if (!table) continue;
    tables.push_back({*std::move(table), "", first, last});
    for (std::size_t i = first; i < last; ++i) marked[i].kind = LineKind::cells;
  }
  return Reader(text, marked, rules_).find(std::move(tables));
}

}  // namespace vraagbaak::indexer
