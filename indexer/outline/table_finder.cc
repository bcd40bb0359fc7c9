// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/table_finder.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "indexer/outline/delimited_table.h"
#include "indexer/outline/table_header.h"
#include "indexer/outline/table_row.h"

namespace vraagbaak::indexer {
namespace {

// Blank lines inside a table: flat text puts one between rows, a page break some more.
constexpr std::size_t kMostBlankLines = 4;
constexpr std::size_t kMostBlankLinesAtPage = 14;
// Lines a row label wraps over at most, and how long such a line can be: longer ones are prose.
constexpr std::size_t kMostLabelLines = 5;
constexpr std::size_t kLongestLabelLine = 90;
// Lines a header takes at most, and lines of a caption.
constexpr std::size_t kMostHeaderLines = 24;
constexpr std::size_t kLongestHeaderLine = 400;
constexpr std::size_t kMostCaptionLines = 4;
// Rows a table without a numbered caption needs.
constexpr std::size_t kFewestRows = 2;

struct RowDraft {
  TableRow row;
  std::vector<ByteSpan> label;  // all lines of the label
  std::size_t line = 0;
};

// The rows of one table, and where they end.
struct Body {
  std::vector<RowDraft> rows;
  std::size_t first = 0;  // line of the first row, wrapped label included
  std::size_t last = 0;   // one past the last line
};

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Line>& lines, const OutlineRules& rules)
      : text_(text), lines_(lines), rules_(rules) {}

  std::vector<FoundTable> find() {
    std::vector<FoundTable> tables;
    for (std::size_t i = 0; i < lines_.size();) {
      std::optional<FoundTable> table;
      if (lines_[i].kind == LineKind::caption) {
        table = captioned(i);
      } else if (auto fields = read_delimited_table(text_, lines_, i)) {
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
  TableRow row_at(std::size_t i) const { return read_table_row(text_, lines_[i].span, rules_); }

  // A line that may be part of a wrapped label.
  bool label_line(std::size_t i) const {
    const std::string_view line = ink(i);
    if (lines_[i].kind != LineKind::text && lines_[i].kind != LineKind::heading) return false;
    if (line.size() > kLongestLabelLine) return false;
    return !(line.ends_with(".") && line.size() > kLongestLabelLine * 3 / 4) && !line.ends_with("?");
  }

  // The caption's paragraph; nullopt where it is a sentence that only begins like one ("Tabel 3 geeft …").
  std::optional<std::size_t> caption_end(std::size_t first) const {
    std::size_t end = first;
    while (end < lines_.size() && !blank(end) && end - first < kMostCaptionLines) {
      // The rows begin right below a caption without a blank line.
      if (end > first && (row_at(end).cells.size() >= 2 || read_delimited_table(text_, lines_, end))) break;
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

  // Reads rows from `from` on. `fewest`: cells a row must have to count before the first row is found.
  Body body_from(std::size_t from, std::size_t fewest) const {
    Body body;
    body.first = body.last = from;
    std::vector<std::size_t> pending;
    std::size_t blanks = 0;
    bool blank_after_pending = false;
    std::string header;  // the lines above the first row, for pages that repeat them
    for (std::size_t i = from; i < lines_.size(); ++i) {
      if (blank(i) || lines_[i].kind == LineKind::furniture) {
        if (++blanks > kMostBlankLinesAtPage) break;
        blank_after_pending = true;
        continue;
      }
      if (lines_[i].kind == LineKind::caption || lines_[i].kind == LineKind::bullet) break;
      if (lines_[i].kind == LineKind::source) {
        if (!body.rows.empty()) body.last = i + 1;
        break;
      }
      TableRow row = row_at(i);
      if (body.rows.empty() && row.cells.size() < fewest) row.cells.clear();
      if (row.cells.empty()) {
        if (!body.rows.empty()) {
          if (!label_line(i) || pending.size() >= kMostLabelLines) break;
          // Far below the last row only the repeated header goes on with the table.
          if (blanks > kMostBlankLines && !repeats_header(i, body, from)) break;
          // The end of the label above: "(vanaf 2021)" right below its row.
          if (blanks == 0 && pending.empty() && continues_label(i) &&
              (i + 1 >= lines_.size() || blank(i + 1))) {
            body.rows.back().label.push_back(lines_[i].ink);
            body.last = i + 1;
            continue;
          }
          if (blank_after_pending && !pending.empty()) pending.clear();
        } else if (lines_[i].span.size() > kLongestHeaderLine || i - from > 2 * kMostHeaderLines) {
          break;
        }
        if (repeats_header(i, body, from)) {
          pending.clear();
        } else {
          if (body.rows.empty()) {
            if (blanks > 0) pending.clear();
          }
          pending.push_back(i);
        }
        blanks = 0;
        blank_after_pending = false;
        continue;
      }
      if (!body.rows.empty() && blanks > kMostBlankLines && !repeats_header(i, body, from) &&
          row.cells.size() < 2)
        break;
      if (repeats_header(i, body, from)) {
        blanks = 0;
        pending.clear();
        continue;
      }
      RowDraft draft{row, {}, i};
      // Lines above belong to the label where they touch the row, or where the row has no label of its own.
      const bool wrapped = !pending.empty() && (row.label.empty() || !blank_after_pending);
      if (wrapped && body.rows.empty())
        pending = below_header(pending, row,
                               fewest < 2 ? inked_lines(from, pending.front()) : std::vector<ByteSpan>{});
      if (wrapped)
        for (const std::size_t line : pending) draft.label.push_back(lines_[line].ink);
      if (!row.label.empty()) draft.label.push_back(row.label);
      if (body.rows.empty()) body.first = draft.label.empty() ? i : line_of(draft.label.front(), i);
      body.rows.push_back(std::move(draft));
      body.last = i + 1;
      pending.clear();
      blanks = 0;
      blank_after_pending = false;
    }
    return body;
  }

  // Of the lines that touch the first row from above, those that are its label: the ones below the header,
  // which may have begun in `header`.
  std::vector<std::size_t> below_header(std::vector<std::size_t> pending, const TableRow& row,
                                        std::vector<ByteSpan> header) const {
    for (std::size_t taken = 0; taken <= pending.size(); ++taken) {
      if (taken > 0) header.push_back(lines_[pending[taken - 1]].span);
      if (!divide_header(text_, header, row.cells.size(), rules_)) continue;
      pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(taken));
      return pending;
    }
    // No reading of the header: a label that begins in small letters or is missing goes on from above.
    if (!row.label.empty() && !starts_small(row.label)) pending.clear();
    return pending;
  }
  std::vector<ByteSpan> inked_lines(std::size_t from, std::size_t to) const {
    std::vector<ByteSpan> inked;
    for (std::size_t i = from; i < to && inked.size() < kMostHeaderLines; ++i)
      if (!blank(i) && lines_[i].kind != LineKind::furniture) inked.push_back(lines_[i].span);
    return inked;
  }

  std::size_t line_of(ByteSpan span, std::size_t at) const {
    while (at > 0 && lines_[at].span.begin > span.begin) --at;
    return at;
  }
  bool starts_small(ByteSpan label) const {
    const char c = text_[label.begin];
    return (c >= 'a' && c <= 'z') || c == '(';
  }
  bool continues_label(std::size_t i) const { return starts_small(lines_[i].ink); }

  // The line above the first row comes back on a new page.
  bool repeats_header(std::size_t i, const Body& body, std::size_t from) const {
    if (body.rows.empty()) return false;
    for (std::size_t up = body.first; up-- > from && body.first - up < 8;)
      if (!blank(up)) return ink(up) == ink(i);
    return false;
  }

  // The number of data columns: what most rows have; of two, the greater.
  static std::size_t column_count(const Body& body) {
    std::map<std::size_t, std::size_t> counts;
    for (const RowDraft& draft : body.rows) ++counts[draft.row.cells.size()];
    std::size_t best = 0;
    std::size_t times = 0;
    for (const auto& [cells, rows] : counts)
      if (rows >= times) {
        best = cells;
        times = rows;
      }
    return best;
  }

  std::optional<FoundTable> captioned(std::size_t caption) {
    const auto end = caption_end(caption);
    if (!end) return std::nullopt;
    std::vector<ByteSpan> title;
    for (std::size_t i = caption; i < *end; ++i) title.push_back(lines_[i].ink);
    std::size_t below = *end;
    while (below < lines_.size() && blank(below) && below < *end + kMostBlankLines) ++below;
    if (below < lines_.size()) {
      if (auto fields = read_delimited_table(text_, lines_, below)) {
        fields->table.caption = join_lines(text_, title);
        fields->label = lines_[caption].label;
        fields->first_line = caption;
        finish(*fields, {});
        return fields;
      }
    }
    Body body = body_from(*end, 1);
    if (body.rows.empty()) return std::nullopt;
    drop_header_row(body);
    drop_stray_rows(body);
    // A column of single figures below a caption needs more than one of them.
    if (column_count(body) < 2 && body.rows.size() < kFewestRows) return std::nullopt;
    std::vector<ByteSpan> header = inked_lines(*end, body.first);
    // A caption far from any row is that of a figure or of a table of words.
    if (body.first - *end > kMostHeaderLines * 2) return std::nullopt;
    auto columns = divide_header(text_, header, column_count(body), rules_);
    // The last lines above the first row may head a group of rows instead of the columns.
    for (std::size_t groups = 1; !columns && groups < header.size() && groups <= 2; ++groups)
      columns = divide_header(text_, {header.begin(), header.end() - static_cast<std::ptrdiff_t>(groups)},
                              column_count(body), rules_);
    FoundTable found = make(body, std::move(columns));
    found.table.caption = join_lines(text_, title);
    found.label = lines_[caption].label;
    found.first_line = caption;
    finish(found, header);
    return found;
  }

  // "Dienst 2021 2022" above the rows reads like a row of figures: years alone, over rows that hold other
  // figures, are a header.
  void drop_header_row(Body& body) const {
    const auto only_years = [this](const RowDraft& draft) {
      return std::ranges::all_of(draft.row.cells, [this](const RowCell& cell) {
        const std::string_view word = cell.span.in(text_);
        return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
               word.find('.') == word.npos && word.find(',') == word.npos;
      });
    };
    if (body.rows.size() < 2 || !only_years(body.rows.front()) || only_years(body.rows[1])) return;
    body.rows.erase(body.rows.begin());
    const RowDraft& first = body.rows.front();
    body.first = first.label.empty() ? first.line : line_of(first.label.front(), first.line);
  }

  // "Hoofdstuk 2" below a table of ten columns: a last row with too few cells, which no blanks explain, is
  // none.
  void drop_stray_rows(Body& body) const {
    const std::size_t columns = column_count(body);
    while (body.rows.size() > 1) {
      const TableRow& last = body.rows.back().row;
      if (last.cells.size() * 2 > columns || last.label.empty()) return;
      if (std::ranges::any_of(last.cells, [](const RowCell& cell) { return cell.gap > 1; }) ||
          last.trailing > 1)
        return;
      body.rows.pop_back();
      body.last = body.rows.back().line + 1;
    }
  }

  std::optional<FoundTable> uncaptioned(std::size_t i) {
    const TableRow first = row_at(i);
    if (first.cells.size() < 2) return std::nullopt;
    // The label may have begun on the lines above, and the header stands above that.
    std::size_t from = i;
    for (std::size_t up = i; up-- > taken_ && i - up <= kMostHeaderLines;) {
      if (lines_[up].kind == LineKind::caption || lines_[up].kind == LineKind::bullet) break;
      if (!blank(up)) from = up;
    }
    Body body = body_from(from, 2);
    if (body.rows.empty() || body.rows.front().line != i) return std::nullopt;
    drop_header_row(body);
    drop_stray_rows(body);
    const std::size_t columns = column_count(body);
    const auto like = std::ranges::count_if(
        body.rows, [columns](const RowDraft& draft) { return draft.row.cells.size() == columns; });
    if (columns < 2 || static_cast<std::size_t>(like) < kFewestRows) return std::nullopt;
    auto [header, header_first] = header_above(body.first, columns);
    FoundTable found = make(body, header);
    found.first_line = header_first;
    std::vector<ByteSpan> header_lines;
    for (std::size_t line = header_first; line < body.first; ++line)
      if (!blank(line)) header_lines.push_back(lines_[line].span);
    if (header) title_above(header_first, found);
    finish(found, header_lines);
    return found;
  }

  // The header right above the first row: as few lines as give the right number of names.
  std::pair<std::optional<TableHeader>, std::size_t> header_above(std::size_t first_row,
                                                                  std::size_t columns) const {
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
      auto header = divide_header(text_, taken, columns, rules_);
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
  bool header_line(std::size_t i) const {
    const LineKind kind = lines_[i].kind;
    const std::string_view line = ink(i);
    return (kind == LineKind::text || kind == LineKind::heading) && line.size() <= 300 &&
           !line.ends_with(".") && !line.ends_with(":") && !line.ends_with("?");
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
    if (first > 0 && !blank(first - 1) && lines_[first - 1].ink.size() > kLongestLabelLine) return;
    found.table.caption = join_lines(text_, title);
    found.first_line = first;
  }

  FoundTable make(const Body& body, std::optional<TableHeader> header) const {
    FoundTable found;
    const std::size_t columns = column_count(body);
    found.table.columns = header ? header->columns : std::vector<std::string>(columns);
    const std::vector<std::size_t> places = column_places(body, columns);
    std::string outer;
    for (std::size_t r = 0; r < body.rows.size(); ++r) {
      const RowDraft& draft = body.rows[r];
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
      const std::vector<std::size_t> at = place(draft.row, cells, columns, places);
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

  // Where the columns end in layout text: offset from the line's begin of each cell's end in the last full
  // row that has wide gaps; empty where the text has none.
  std::vector<std::size_t> column_places(const Body& body, std::size_t columns) const {
    std::vector<std::size_t> places;
    for (const RowDraft& draft : body.rows) {
      if (draft.row.cells.size() != columns) continue;
      const bool wide =
          std::ranges::all_of(draft.row.cells, [](const RowCell& cell) { return cell.gap >= 2; });
      if (!wide) continue;
      std::vector<std::size_t> here;
      for (const RowCell& cell : draft.row.cells)
        here.push_back(cell.span.end - lines_[draft.line].span.begin);
      if (places.empty())
        places = here;
      else
        for (std::size_t i = 0; i < columns; ++i) places[i] = std::max(places[i], here[i]);
    }
    return places;
  }

  // The column of each cell, rising.
  std::vector<std::size_t> place(const TableRow& row, const std::vector<RowCell>& cells, std::size_t columns,
                                 const std::vector<std::size_t>& places) const {
    std::vector<std::size_t> at(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) at[i] = i;
    if (cells.size() >= columns) return at;
    if (!places.empty()) return place_by_position(cells, columns, places);
    // Each blank beyond the one between two cells stands for an empty cell; at a line's begin each one may.
    std::vector<std::size_t> empty(cells.size() + 1, 0);
    std::size_t sum = cells.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      empty[i] = cells[i].gap > 0 ? cells[i].gap - 1 : 0;
      sum += empty[i];
    }
    const std::size_t behind = row.trailing > 0 ? row.trailing - 1 : 0;
    if (row.label.empty() && cells.front().gap > 0 && sum + behind + 1 == columns)
      ++empty[0];
    else if (sum > columns)
      return at;
    std::size_t column = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      column += empty[i];
      at[i] = std::min(column, columns - cells.size() + i);
      ++column;
    }
    return at;
  }
  std::vector<std::size_t> place_by_position(const std::vector<RowCell>& cells, std::size_t columns,
                                             const std::vector<std::size_t>& places) const {
    std::vector<std::size_t> at(cells.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t line_begin = begin_of_line(cells[i].span.begin);
      const std::size_t end = cells[i].span.end - line_begin;
      const std::size_t last_free = columns - (cells.size() - i);
      std::size_t best = next;
      for (std::size_t c = next; c <= last_free; ++c) {
        const auto distance = [&](std::size_t column) {
          return places[column] > end ? places[column] - end : end - places[column];
        };
        if (distance(c) < distance(best)) best = c;
      }
      at[i] = best;
      next = best + 1;
    }
    return at;
  }
  std::size_t begin_of_line(std::size_t at) const {
    const auto line = std::ranges::upper_bound(lines_, at, {}, [](const Line& l) { return l.span.begin; });
    return line == lines_.begin() ? 0 : std::prev(line)->span.begin;
  }

  void finish(FoundTable& found, const std::vector<ByteSpan>& header) const {
    Table& table = found.table;
    table.span = {lines_[found.first_line].span.begin, lines_[found.last_line - 1].span.end};
    auto unit = rules_.find("unit", table.caption);
    // A header's unit holds for the whole table where there is but one column.
    const std::string words = join_lines(text_, header);
    if (!unit && table.columns.size() == 1) unit = rules_.find("unit", words);
    if (!unit) return;
    const Unit caption_unit = unit_of(unit->rule);
    table.unit = caption_unit.name;
    table.scale_power = caption_unit.power;
    // "in miljoen euro" over a column "in euro": who wrote the column knew its figures.
    for (const std::string& column : table.columns) {
      const auto own = rules_.find("unit", column);
      if (!own) continue;
      if (const Unit column_unit = unit_of(own->rule); column_unit.name == table.unit) {
        table.scale_power = column_unit.power;
        break;
      }
    }
  }

  struct Unit {
    std::string name;
    int power = 0;
  };
  // The rule's name is "unit.UNIT.POWER".
  static Unit unit_of(std::string_view rule) {
    const std::string_view name = rule.substr(rule.find('.') + 1);
    const std::size_t dot = name.find('.');
    Unit unit{std::string(name.substr(0, dot)), 0};
    const std::string_view power = name.substr(dot + 1);
    std::from_chars(power.data(), power.data() + power.size(), unit.power);
    return unit;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const OutlineRules& rules_;
  std::size_t taken_ = 0;  // lines before this one belong to earlier tables
};

}  // namespace

std::vector<FoundTable> TableFinder::find(std::string_view text, const std::vector<Line>& lines) const {
  return Reader(text, lines, rules_).find();
}

}  // namespace vraagbaak::indexer
