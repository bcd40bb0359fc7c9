// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/table_body.h"

#include <algorithm>
#include <map>

#include "indexer/outline/table_header.h"

namespace vraagbaak::indexer {
namespace {

// Blank lines inside a table: flat text puts one between rows, a page break some more.
constexpr std::size_t kMostBlankLines = 4;
constexpr std::size_t kMostBlankLinesAtPage = 14;
// Lines a row label wraps over at most, and how long such a line can be: longer ones are prose.
constexpr std::size_t kMostLabelLines = 5;
constexpr std::size_t kLongestLabelLine = 90;
// Lines a header takes at most, and how long one can be.
constexpr std::size_t kMostHeaderLines = 24;
constexpr std::size_t kLongestHeaderLine = 400;

class BodyReader {
 public:
  BodyReader(std::string_view text, const std::vector<Line>& lines, const OutlineRules& rules)
      : text_(text), lines_(lines), rules_(rules) {}

  // `fewest`: cells a row must have to count before the first row is found.
  TableBody read(std::size_t from, std::size_t fewest) const {
    TableBody body;
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
      if (lines_[i].kind == LineKind::caption || lines_[i].kind == LineKind::bullet ||
          lines_[i].kind == LineKind::chapter || lines_[i].kind == LineKind::note)
        break;
      if (lines_[i].kind == LineKind::source) {
        if (!body.rows.empty()) body.last = i + 1;
        break;
      }
      TableRow row = row_at(i);
      if (body.rows.empty() && !opens_table(row, fewest)) row.cells.clear();
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
      BodyRow draft{row, {}, i};
      // Lines above belong to the label where they touch the row, or where the row has no label of its own.
      const bool wrapped = !pending.empty() && (row.label.empty() || !blank_after_pending);
      if (wrapped && body.rows.empty())
        pending = below_header(
            pending, row, fewest < 2 ? header_lines(lines_, from, pending.front()) : std::vector<ByteSpan>{});
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

  // "Dienst 2021 2022" above the rows reads like a row of figures: years alone, over rows that hold other
  // figures, are a header.
  void drop_header_row(TableBody& body) const {
    const auto only_years = [this](const BodyRow& draft) {
      return std::ranges::all_of(draft.row.cells, [this](const RowCell& cell) {
        const std::string_view word = cell.span.in(text_);
        return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
               word.find('.') == word.npos && word.find(',') == word.npos;
      });
    };
    if (body.rows.size() < 2 || !only_years(body.rows.front()) || only_years(body.rows[1])) return;
    body.rows.erase(body.rows.begin());
    const BodyRow& first = body.rows.front();
    body.first = first.label.empty() ? first.line : line_of(first.label.front(), first.line);
  }

  // "Hoofdstuk 2" below a table of ten columns: a last row with too few cells, which no blanks explain, is
  // none.
  void drop_stray_rows(TableBody& body) const {
    const std::size_t columns = body.column_count();
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

 private:
  bool blank(std::size_t i) const { return lines_[i].kind == LineKind::blank; }
  std::string_view ink(std::size_t i) const { return lines_[i].ink.in(text_); }
  TableRow row_at(std::size_t i) const { return read_table_row(text_, lines_[i].span, rules_); }

  // Whether a table may begin with the row: without a caption it takes figures of which one is no date
  // ("Brief van de dienst - 3 mei 2016" is a line of a list).
  static bool opens_table(const TableRow& row, std::size_t fewest) {
    if (row.cells.size() < fewest) return false;
    if (fewest < 2) return true;
    const auto figures = std::ranges::count_if(row.cells, [](const RowCell& cell) { return cell.figure; });
    const auto dates = std::ranges::count_if(row.cells, [](const RowCell& cell) { return cell.period; });
    return figures >= 2 && dates < figures;
  }

  // A line that may be part of a wrapped label.
  bool label_line(std::size_t i) const {
    const std::string_view line = ink(i);
    if (lines_[i].kind != LineKind::text && lines_[i].kind != LineKind::heading) return false;
    if (line.size() > kLongestLabelLine) return false;
    return !(line.ends_with(".") && line.size() > kLongestLabelLine * 3 / 4) && !line.ends_with("?");
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
  bool repeats_header(std::size_t i, const TableBody& body, std::size_t from) const {
    if (body.rows.empty()) return false;
    for (std::size_t up = body.first; up-- > from && body.first - up < 8;)
      if (!blank(up)) return ink(up) == ink(i);
    return false;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const OutlineRules& rules_;
};

}  // namespace

std::size_t TableBody::column_count() const {
  std::map<std::size_t, std::size_t> counts;
  for (const BodyRow& draft : rows) ++counts[draft.row.cells.size()];
  std::size_t best = 0;
  std::size_t times = 0;
  for (const auto& [cells, count] : counts)
    if (count >= times) {
      best = cells;
      times = count;
    }
  return best;
}

TableBody read_table_body(std::string_view text, const std::vector<Line>& lines, std::size_t from,
                          Captioned captioned, const OutlineRules& rules) {
  const BodyReader reader(text, lines, rules);
  TableBody body = reader.read(from, captioned == Captioned::yes ? 1 : 2);
  if (body.rows.empty()) return body;
  reader.drop_header_row(body);
  reader.drop_stray_rows(body);
  return body;
}

std::vector<ByteSpan> header_lines(const std::vector<Line>& lines, std::size_t from, std::size_t to) {
  std::vector<ByteSpan> inked;
  for (std::size_t i = from; i < to && inked.size() < kMostHeaderLines; ++i)
    if (lines[i].kind != LineKind::blank && lines[i].kind != LineKind::furniture)
      inked.push_back(lines[i].span);
  return inked;
}

}  // namespace vraagbaak::indexer
