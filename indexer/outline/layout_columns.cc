// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/layout_columns.h"

#include <algorithm>
#include <string>
#include <utility>

namespace vraagbaak::indexer {
namespace {

// Blanks between two cells of layout text; one blank stands between words.
constexpr std::size_t kGap = 2;

// A text of a header line.
struct Name {
  ByteSpan span;
  ColumnRange range;
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::vector<Name> names_of(std::string_view text, ByteSpan line) {
  std::vector<Name> names;
  std::size_t blanks = kGap;
  std::size_t column = 0;
  for (std::size_t at = line.begin; at < line.end; ++at) {
    const char c = text[at];
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) {  // goes on with the character before
      if (!names.empty() && blanks == 0) names.back().span.end = at + 1;
      continue;
    }
    if (is_blank(c)) {
      blanks += c == '\t' ? kGap : 1;
    } else {
      if (blanks >= kGap) names.push_back({{at, at}, {column, column}});
      names.back().span.end = at + 1;
      names.back().range.end = column + 1;
      blanks = 0;
    }
    ++column;
  }
  return names;
}

bool overlap(const ColumnRange& a, const ColumnRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

// A name goes on from the line above where it begins in small letters or with a bracket.
bool goes_on(std::string_view text, const Name& name) {
  const char c = text[name.span.begin];
  return (c >= 'a' && c <= 'z') || c == '(' || c == '[';
}

class Divider {
 public:
  Divider(std::string_view text, const std::vector<ByteSpan>& lines, const std::vector<ColumnRange>& columns)
      : text_(text), extents_(columns), names_(columns.size()) {
    for (const ByteSpan line : lines) lines_.push_back(names_of(text, line));
  }

  std::optional<TableHeader> divide() {
    const std::size_t full = full_line();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i == full)
        take_full(lines_[i]);
      else
        take(lines_[i], i < full && full < lines_.size() ? &lines_[full] : nullptr);
    }
    TableHeader header;
    header.label_column = join_lines(text_, label_);
    for (const std::vector<ByteSpan>& name : names_) {
      if (name.empty()) return std::nullopt;
      header.columns.push_back(join_lines(text_, name));
    }
    return header;
  }

 private:
  // The names behind the one over the labels.
  std::size_t labels_in(const std::vector<Name>& line) const {
    return !line.empty() && line.front().range.end <= extents_.front().begin &&
                   (line.size() > extents_.size() || line.size() == 1 ||
                    line.front().range.begin + kGap < extents_.front().begin)
               ? 1
               : 0;
  }

  // The lowest line with a name for each column, each in its place; the number of lines where there is none.
  std::size_t full_line() {
    const std::size_t count = extents_.size();
    for (std::size_t i = lines_.size(); i-- > 0;) {
      const std::vector<Name>& line = lines_[i];
      if (line.size() != count && line.size() != count + 1) continue;
      const std::size_t labels = line.size() - count;
      bool in_place = true;
      for (std::size_t c = 0; c < count && in_place; ++c) {
        const ColumnRange& range = line[labels + c].range;
        in_place = (c == 0 || range.begin >= extents_[c - 1].begin) &&
                   (c + 1 == count || range.end <= extents_[c + 1].end);
      }
      if (!in_place) continue;
      for (std::size_t c = 0; c < count; ++c) {
        const ColumnRange& range = line[labels + c].range;
        extents_[c] = {std::min(extents_[c].begin, range.begin), std::max(extents_[c].end, range.end)};
      }
      return i;
    }
    return lines_.size();
  }

  void take_full(const std::vector<Name>& line) {
    const std::size_t labels = line.size() - names_.size();
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (i < labels)
        label_.push_back(line[i].span);
      else
        names_[i - labels].push_back(line[i].span);
    }
  }

  // `full`: the line below with a name for each column, where there is one.
  void take(const std::vector<Name>& line, const std::vector<Name>* full) {
    const std::size_t labels = labels_in(line);
    if (labels > 0) label_.push_back(line.front().span);
    const std::size_t count = line.size() - labels;
    if (count == 0) return;
    const std::size_t columns = names_.size();
    const bool heads =
        full != nullptr && count < columns && columns % count == 0 && repeats(*full, columns / count);
    for (std::size_t i = 0; i < count; ++i) {
      const Name& name = line[labels + i];
      if (heads) {
        const std::size_t width = columns / count;
        for (std::size_t c = i * width; c < (i + 1) * width; ++c) names_[c].push_back(name.span);
        continue;
      }
      bool placed = false;
      for (std::size_t c = 0; c < columns; ++c) {
        if (!overlap(name.range, extents_[c])) continue;
        names_[c].push_back(name.span);
        placed = true;
      }
      if (!placed) names_[nearest(name.range)].push_back(name.span);
    }
  }

  // The names of the line come back every `width` columns; a single one above them all heads them all where
  // none of them goes on from above.
  bool repeats(const std::vector<Name>& line, std::size_t width) const {
    const std::size_t labels = line.size() - names_.size();
    if (width == names_.size())
      return std::none_of(line.begin() + static_cast<std::ptrdiff_t>(labels), line.end(),
                          [this](const Name& name) { return goes_on(text_, name); });
    for (std::size_t c = width; c < names_.size(); ++c)
      if (line[labels + c].span.in(text_) != line[labels + c - width].span.in(text_)) return false;
    return true;
  }

  std::size_t nearest(const ColumnRange& range) const {
    const auto distance = [&range](const ColumnRange& column) {
      return range.end <= column.begin ? column.begin - range.end : range.begin - column.end;
    };
    return static_cast<std::size_t>(std::ranges::min_element(extents_, {}, distance) - extents_.begin());
  }

  std::string_view text_;
  std::vector<std::vector<Name>> lines_;
  std::vector<ColumnRange> extents_;  // of the columns, their names on the full line included
  std::vector<ByteSpan> label_;
  std::vector<std::vector<ByteSpan>> names_;
};

}  // namespace

std::size_t print_column(std::string_view text, std::size_t line_begin, std::size_t at) {
  return static_cast<std::size_t>(std::ranges::count_if(text.substr(line_begin, at - line_begin), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::vector<ColumnRange> layout_columns(std::string_view text, const TableBody& body, std::size_t columns,
                                        const std::vector<Line>& lines) {
  std::vector<ColumnRange> ranges;
  std::size_t full = 0;
  std::size_t wide = 0;
  for (const BodyRow& draft : body.rows) {
    const std::vector<RowCell>& cells = draft.row.cells;
    if (cells.size() != columns) continue;
    ++full;
    if (!std::ranges::all_of(cells, [](const RowCell& cell) { return cell.gap >= kGap; })) continue;
    ++wide;
    ranges.resize(columns, {static_cast<std::size_t>(-1), 0});
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t begin = print_column(text, lines[draft.line].span.begin, cells[c].span.begin);
      const std::size_t end = print_column(text, lines[draft.line].span.begin, cells[c].span.end);
      ranges[c] = {std::min(ranges[c].begin, begin), std::max(ranges[c].end, end)};
    }
  }
  if (wide * 2 < full) return {};
  for (std::size_t c = 1; c < ranges.size(); ++c)
    if (ranges[c].begin < ranges[c - 1].end) return {};
  return ranges;
}

std::optional<TableHeader> divide_layout_header(std::string_view text, const std::vector<ByteSpan>& lines,
                                                const std::vector<ColumnRange>& columns) {
  if (lines.empty() || columns.empty()) return std::nullopt;
  return Divider(text, lines, columns).divide();
}

std::size_t count_gapped(std::string_view text, ByteSpan line) {
  return names_of(text, line).size();
}

}  // namespace vraagbaak::indexer
