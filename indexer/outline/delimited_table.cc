// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/delimited_table.h"

#include <algorithm>
#include <utility>

#include "indexer/outline/grid_table.h"
#include "indexer/outline/question_list.h"

namespace vraagbaak::indexer {
namespace {

// Marks that keep fields apart, and how many a line must have: prose has a semicolon now and then.
struct Mark {
  char character;
  std::size_t fewest;
};
constexpr Mark kMarks[] = {{'\t', 1}, {';', 2}, {'|', 2}};
// Rows below the header that prove a table; fields beyond which a line is no row; the longest line looked at.
constexpr std::size_t kFewestRows = 2;
constexpr std::size_t kMostFields = 500;
constexpr std::size_t kLongestLine = 20'000;
// A field of a table is short; longer ones are prose with a tab in it.
constexpr std::size_t kLongestField = 400;

std::size_t count_marks(std::string_view line, char mark) {
  if (line.find(mark) == std::string_view::npos) return 0;
  bool quoted = false;
  std::size_t count = 0;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    count += c == mark && !quoted ? 1 : 0;
  }
  return count;
}

std::vector<ByteSpan> split_fields(std::string_view text, ByteSpan line, char mark) {
  std::vector<ByteSpan> fields;
  bool quoted = false;
  std::size_t begin = line.begin;
  const auto close = [&](std::size_t end) {
    ByteSpan field = trim(text, {begin, end});
    if (field.size() >= 2 && text[field.begin] == '"' && text[field.end - 1] == '"') {
      ++field.begin;
      --field.end;
    }
    fields.push_back(field);
    begin = end + 1;
  };
  for (std::size_t i = line.begin; i < line.end; ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == mark && !quoted) close(i);
  }
  close(line.end);
  return fields;
}

// "| a | b |" has an empty field at both ends; "|---|---|" is a rule and no row.
bool is_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-:+ \t") == std::string_view::npos;
}

}  // namespace

DelimitedLines read_delimited_table(std::string_view text, const std::vector<Line>& lines, std::size_t first,
                                    const OutlineRules& rules) {
  const auto usable = [&](std::size_t i) {
    return i < lines.size() && lines[i].kind != LineKind::blank && lines[i].span.size() <= kLongestLine;
  };
  if (!usable(first)) return {first + 1, std::nullopt};
  const Mark* mark = nullptr;
  std::size_t count = 0;
  for (const Mark& candidate : kMarks) {
    count = count_marks(lines[first].span.in(text), candidate.character);
    if (count >= candidate.fewest && count < kMostFields) {
      mark = &candidate;
      break;
    }
  }
  if (mark == nullptr) return {first + 1, std::nullopt};
  const bool bars = mark->character == '|';
  std::size_t last = first + 1;
  while (usable(last) && count_marks(lines[last].span.in(text), mark->character) == count) ++last;
  if (last - first < kFewestRows + 1) return {last, std::nullopt};

  SourceTable source;
  source.span = {lines[first].span.begin, lines[last - 1].span.end};
  std::size_t row = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (bars && is_rule(lines[i].ink.in(text))) {
      // "|---|---|" below the first row marks it as the header.
      if (row == 1)
        for (SourceCell& cell : source.cells) cell.header = true;
      continue;
    }
    auto fields = split_fields(text, bars ? lines[i].ink : lines[i].span, mark->character);
    if (bars && fields.size() > 2 && fields.front().empty()) fields.erase(fields.begin());
    if (bars && fields.size() > 1 && fields.back().empty()) fields.pop_back();
    for (std::size_t f = 0; f < fields.size(); ++f) {
      if (fields[f].size() > kLongestField) return {last, std::nullopt};
      source.cells.push_back({fields[f], row, f, 1, 1, false});
    }
    ++row;
  }
  if (row < kFewestRows + 1) return {last, std::nullopt};
  auto table = read_grid_table(text, source, rules);
  if (!table) return {last, std::nullopt};
  FoundTable found;
  found.table = *std::move(table);
  found.first_line = first;
  found.last_line = last;
  return {last, std::move(found)};
}

}  // namespace vraagbaak::indexer
