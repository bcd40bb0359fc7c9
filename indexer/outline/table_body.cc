// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/table_body.h"

#include <algorithm>
#include <map>

#include "indexer/outline/layout_columns.h"
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
// Rows of one cell on end in a table of more columns, where no caption vouches for it.
constexpr std::size_t kMostSingleRows = 8;
// Lines above the first row that a new page may repeat.
constexpr std::size_t kMostRepeatedLines = 8;
// Words from which a line with a full stop or a colon is a sentence.
constexpr std::ptrdiff_t kSentenceWords = 5;

class BodyReader {
 public:
  explicit BodyReader(const TableRows& rows)
      : rows_(rows), text_(rows.text()), lines_(rows.lines()), rules_(rows.rules()) {}

  // `fewest`: cells a row must have to count before the first row is found.
  TableBody read(std::size_t from, std::size_t fewest) const {
    TableBody body;
    body.first = body.last = from;
    std::vector<std::size_t> pending;
    std::size_t blanks = 0;
    bool blank_after_pending = false;
    bool prose = false;          // a whole sentence stands between the last row and the pending lines
    std::size_t single = 0;      // rows of one cell on end
    std::size_t most_cells = 0;  // that a row has
    for (std::size_t i = from; i < lines_.size(); ++i) {
      if (blank(i) || lines_[i].kind == LineKind::furniture) {
        if (++blanks > kMostBlankLinesAtPage) break;
        blank_after_pending = true;
        continue;
      }
      if (lines_[i].kind == LineKind::source && !body.rows.empty()) body.last = i + 1;
      if (lines_[i].kind != LineKind::text && lines_[i].kind != LineKind::heading) break;
      TableRow row = rows_.at(i);
      if (body.rows.empty() && (!opens_table(row, fewest) || heads_columns(i, row))) row.cells.clear();
      // "Begroting 2021" at the top of a page is no row of a table with more columns.
      if (!body.rows.empty() && row.cells.size() == 1 && !row.label.empty() &&
          body.rows.front().row.cells.size() > 1 && is_year(row.cells.front().span.in(text_)))
        row.cells.clear();
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
          if (blank_after_pending && !pending.empty()) {
            prose = prose || is_sentence(pending.back());
            pending.clear();
          }
        } else if (lines_[i].span.size() > kLongestHeaderLine || i - from > 2 * kMostHeaderLines) {
          break;
        }
        if (repeats_header(i, body, from)) {
          pending.clear();
          prose = false;
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
        prose = false;
        continue;
      }
      if (!body.rows.empty() && opens_another(pending, prose, row, blank_after_pending, most_cells)) break;
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
      most_cells = std::max(most_cells, draft.row.cells.size());
      single = draft.row.cells.size() == 1 ? single + 1 : 0;
      if (fewest > 1 && single > kMostSingleRows) break;
      body.rows.push_back(std::move(draft));
      body.last = i + 1;
      prose = false;
      pending.clear();
      blanks = 0;
      blank_after_pending = false;
    }
    return body;
  }

  // "2019 22 2 486,8": where most rows have no label but begin with a year or a period, that is their label.
  void take_years_as_labels(TableBody& body) const {
    const auto opens_with_time = [this](const BodyRow& draft) {
      const std::vector<RowCell>& cells = draft.row.cells;
      return draft.label.empty() && cells.size() >= 2 &&
             (cells.front().period || is_year(cells.front().span.in(text_)));
    };
    const auto count = std::ranges::count_if(body.rows, opens_with_time);
    if (count < 2 || static_cast<std::size_t>(count) * 3 < body.rows.size() * 2) return;
    for (BodyRow& draft : body.rows) {
      if (!opens_with_time(draft)) continue;
      draft.row.label = draft.row.cells.front().span;
      draft.label.push_back(draft.row.label);
      draft.row.cells.erase(draft.row.cells.begin());
    }
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
  // Whether a table may begin with the row: without a caption it takes figures of which one is no date
  // ("Brief van de dienst - 3 mei 2016" is a line of a list).
  static bool opens_table(const TableRow& row, std::size_t fewest) {
    if (row.cells.size() < fewest) return false;
    if (fewest < 2) return true;
    const auto figures = std::ranges::count_if(row.cells, [](const RowCell& cell) { return cell.figure; });
    const auto dates = std::ranges::count_if(row.cells, [](const RowCell& cell) { return cell.period; });
    return figures >= 2 && dates < figures;
  }

  bool blank_before(std::size_t i) const { return i > 0 && blank(i - 1); }
  static bool is_year(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
           word.find_first_not_of("0123456789") == word.npos;
  }

  // Years over rows that hold other figures are their header; between rows like themselves they are a row.
  bool heads_columns(std::size_t i, const TableRow& row) const {
    if (!is_time_header(text_, row)) return false;
    for (std::size_t next = i + 1; next < lines_.size() && next <= i + kMostHeaderLines; ++next) {
      const TableRow& below = rows_.at(next);
      if (below.cells.empty()) continue;
      return !is_time_header(text_, below);
    }
    return false;
  }

  // "De uitgaven stegen door de bouw van een sluis.", "Ze zijn als volgt over de provincies verdeeld:".
  bool is_sentence(std::size_t i) const {
    const std::string_view line = ink(i);
    return (line.ends_with(".") || line.ends_with(":")) &&
           std::ranges::count(line, ' ') + 1 >= kSentenceWords;
  }

  // A row that does not go on with the table: prose or the header of another table stands before it.
  // `most_cells`: of the rows so far.
  bool opens_another(const std::vector<std::size_t>& pending, bool prose, const TableRow& row,
                     bool blank_after_pending, std::size_t most_cells) const {
    if (prose) return true;
    if (pending.empty()) return false;
    // A sentence may be the wrapped label of a row that has no other.
    if (is_sentence(pending.back()) && blank_after_pending && !row.label.empty()) return true;
    return most_cells > 1 && std::ranges::any_of(pending, [&](std::size_t line) {
             return count_gapped(text_, lines_[line].span) >= most_cells && blank_before(line);
           });
  }

  // A line that may be part of a wrapped label.
  bool label_line(std::size_t i) const {
    const std::string_view line = ink(i);
    if (line.size() > kLongestLabelLine) return false;
    return !(line.ends_with(".") && line.size() > kLongestLabelLine * 3 / 4) && !line.ends_with("?");
  }

  // Of the lines that touch the first row from above, those that are its label: the ones below the header,
  // which may have begun in `header`.
  std::vector<std::size_t> below_header(std::vector<std::size_t> pending, const TableRow& row,
                                        std::vector<ByteSpan> header) const {
    // "2019 22 486,8", "1. 65 121": year or number is the label; what stands above is the header.
    const std::string_view opening =
        row.label.empty() ? row.cells.front().span.in(text_) : row.label.in(text_);
    if (opening.find_first_not_of("0123456789.)") == opening.npos && (!row.label.empty() || is_year(opening)))
      return {};
    // In layout text a line with gaps names columns; labels stand below it.
    const bool layout = std::ranges::all_of(row.cells, [](const RowCell& cell) { return cell.gap > 1; });
    for (std::size_t i = layout ? pending.size() : 0; i-- > 0;) {
      if (count_gapped(text_, lines_[pending[i]].span) < 2) continue;
      pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      if (!row.label.empty() && !starts_small(row.label)) pending.clear();
      return pending;
    }
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

  // A line of the header comes back on a new page.
  bool repeats_header(std::size_t i, const TableBody& body, std::size_t from) const {
    if (body.rows.empty()) return false;
    for (std::size_t up = body.first; up-- > from && body.first - up < kMostRepeatedLines;)
      if (!blank(up) && same_words(ink(up), ink(i))) return true;
    return false;
  }
  // The same but for the white space.
  static bool same_words(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    const auto skip = [](std::string_view line, std::size_t at) {
      while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
      return at;
    };
    for (;;) {
      i = skip(a, i);
      j = skip(b, j);
      if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
      if (a[i++] != b[j++]) return false;
    }
  }

  const TableRows& rows_;
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

TableBody read_table_body(const TableRows& rows, std::size_t from, Captioned captioned) {
  const BodyReader reader(rows);
  TableBody body = reader.read(from, captioned == Captioned::yes ? 1 : 2);
  if (body.rows.empty()) return body;
  reader.take_years_as_labels(body);
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
