// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/table_row.h"

#include <algorithm>

namespace vraagbaak::indexer {
namespace {

// A table row of flat text is a line of print; wide ones of layout text run to some 300 columns.
constexpr std::size_t kLongestRow = 1000;
// Words a date or period in one cell has at most: "3de kwartaal 2021", "14 oktober 2020".
constexpr std::size_t kPeriodWords = 4;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

struct Word {
  ByteSpan span;
  std::size_t gap = 0;
};

std::vector<Word> words_of(std::string_view text, ByteSpan span, std::size_t& trailing) {
  std::vector<Word> words;
  std::size_t at = span.begin;
  std::size_t gap = 0;
  while (at < span.end) {
    if (is_blank(text[at]) || text.substr(at, 2) == "\xC2\xA0") {
      at += is_blank(text[at]) ? 1 : 2;
      ++gap;
      continue;
    }
    const std::size_t begin = at;
    while (at < span.end && !is_blank(text[at]) && text.substr(at, 2) != "\xC2\xA0") ++at;
    words.push_back({{begin, at}, gap});
    gap = 0;
  }
  trailing = gap;
  return words;
}

// "2.000.051,75", "+6,2%", "-4", "€250.000", "12,5%": digits with marks, sign, currency and per cent against
// it.
bool is_number(std::string_view word) {
  for (const std::string_view sign : {"+", "-", "–", "−", "±"})
    if (word.starts_with(sign) && word.size() > sign.size()) {
      word.remove_prefix(sign.size());
      break;
    }
  if (word.starts_with("€")) word.remove_prefix(std::string_view("€").size());
  if (word.ends_with("€")) word.remove_suffix(std::string_view("€").size());
  if (word.ends_with("%")) word.remove_suffix(1);
  if (word.empty() || !is_digit(word.front()) || !is_digit(word.back())) return false;
  return std::ranges::all_of(word, [](char c) { return is_digit(c) || c == '.' || c == ','; });
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::ranges::all_of(word, is_digit);
}

bool is_sign(std::string_view word) {
  return word == "€" || word == "%" || word == "EUR" || word == "euro";
}

}  // namespace

bool is_time_header(std::string_view text, const TableRow& row) {
  return !row.cells.empty() && std::ranges::all_of(row.cells, [text](const RowCell& cell) {
    return cell.period || is_year(cell.span.in(text));
  });
}

TableRow read_table_row(std::string_view text, ByteSpan span, const OutlineRules& rules) {
  TableRow row;
  if (span.size() > kLongestRow) return row;
  const std::vector<Word> words = words_of(text, span, row.trailing);
  std::size_t end = words.size();
  std::vector<RowCell> cells;
  while (end > 0) {
    const Word& last = words[end - 1];
    const std::string_view word = last.span.in(text);
    // A date or a period of several words, the longest first.
    bool period = false;
    for (std::size_t count = std::min(kPeriodWords, end); count > 0 && !period; --count) {
      const Word& first = words[end - count];
      const std::string_view phrase = text.substr(first.span.begin, last.span.end - first.span.begin);
      if (!rules.matches("cell_period", phrase)) continue;
      cells.push_back({{first.span.begin, last.span.end}, first.gap, true, true});
      end -= count;
      period = true;
    }
    if (period) continue;
    if (is_number(word)) {
      RowCell cell{last.span, last.gap, false, true};
      --end;
      if (end > 0 && words[end - 1].span.in(text) == "€" && last.gap == 1) {
        --end;
        cell.span.begin = words[end].span.begin;
        cell.gap = words[end].gap;
      }
      cells.push_back(cell);
      continue;
    }
    if (end > 1 && is_sign(word) && is_number(words[end - 2].span.in(text)) && last.gap == 1) {
      cells.push_back({{words[end - 2].span.begin, last.span.end}, words[end - 2].gap, false, true});
      end -= 2;
      continue;
    }
    if (rules.matches("cell_nothing", word)) {
      cells.push_back({last.span, last.gap, false, false});
      --end;
      continue;
    }
    break;
  }
  // A dash before the first figure belongs to the label: "Industrie – 4".
  while (!cells.empty() && end > 0 && !cells.back().figure && cells.size() > 1 &&
         cells[cells.size() - 2].gap <= 1 && cells.back().span.in(text) == "–")
    cells.pop_back();
  std::ranges::reverse(cells);
  if (std::ranges::none_of(cells, [](const RowCell& cell) { return cell.figure; }) && cells.size() < 2)
    return row;
  row.cells = std::move(cells);
  if (end > 0 && !row.cells.empty()) row.label = {words.front().span.begin, words[end - 1].span.end};
  return row;
}

}  // namespace vraagbaak::indexer
