// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/table_row.h"

#include <algorithm>
#include <optional>
#include <span>

namespace vraagbaak::indexer {
namespace {

// A table row of flat text is a line of print; wide ones of layout text run to some 300 columns.
constexpr std::size_t kLongestRow = 1000;
// Words a date or period in one cell has at most: "3de kwartaal 2021", "14 oktober 2020".
constexpr std::size_t kPeriodWords = 4;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

bool is_no_break_space(std::string_view text, std::size_t at) {
  return text[at] == kNoBreakSpace[0] && at + 1 < text.size() && text[at + 1] == kNoBreakSpace[1];
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
    if (is_blank(text[at]) || is_no_break_space(text, at)) {
      at += is_blank(text[at]) ? 1 : 2;
      ++gap;
      continue;
    }
    const std::size_t begin = at;
    while (at < span.end && !is_blank(text[at]) && !is_no_break_space(text, at)) ++at;
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

// The end of `span` that holds its last words: as many as say whether a cell ends it.
ByteSpan last_words(std::string_view text, ByteSpan span) {
  std::size_t at = span.end;
  for (std::size_t words = 0; words <= kPeriodWords && at > span.begin; ++words) {
    while (at > span.begin && is_blank(text[at - 1])) --at;
    while (at > span.begin && !is_blank(text[at - 1])) --at;
  }
  return {at, span.end};
}

struct LastCell {
  RowCell cell;
  std::size_t words = 0;  // that it takes
};

// What most lines end in is no cell by its first and last byte.
bool may_be_last_cell(std::string_view word, const CellRules& cells) {
  const char last = word.back();
  return is_digit(last) || last == '%' || is_sign(word) || word.ends_with("€") ||
         cells.period.may_end_in(last) || cells.nothing.may_be(word);
}

// The cell that the last of the words end in; nothing where they are part of a label.
std::optional<LastCell> last_cell(std::string_view text, std::span<const Word> words,
                                  const CellRules& cells) {
  if (words.empty()) return std::nullopt;
  const Word& last = words.back();
  const std::string_view word = last.span.in(text);
  // A date or a period of several words, the longest first.
  const bool may_be_period = cells.period.may_end_in(word.back());
  for (std::size_t count = may_be_period ? std::min(kPeriodWords, words.size()) : 0; count > 0; --count) {
    const Word& first = words[words.size() - count];
    const ByteSpan phrase{first.span.begin, last.span.end};
    if (cells.rules.matches(cells.period, phrase.in(text)))
      return LastCell{{phrase, first.gap, true, true}, count};
  }
  if (is_number(word)) {
    if (words.size() > 1 && words[words.size() - 2].span.in(text) == "€" && last.gap == 1) {
      const Word& sign = words[words.size() - 2];
      return LastCell{{{sign.span.begin, last.span.end}, sign.gap, false, true}, 2};
    }
    return LastCell{{last.span, last.gap, false, true}, 1};
  }
  if (words.size() > 1 && is_sign(word) && last.gap == 1) {
    const Word& number = words[words.size() - 2];
    if (is_number(number.span.in(text)))
      return LastCell{{{number.span.begin, last.span.end}, number.gap, false, true}, 2};
  }
  if (cells.rules.matches(cells.nothing, word)) return LastCell{{last.span, last.gap, false, false}, 1};
  return std::nullopt;
}

}  // namespace

bool is_time_header(std::string_view text, const TableRow& row) {
  return !row.cells.empty() && std::ranges::all_of(row.cells, [text](const RowCell& cell) {
    return cell.period || is_year(cell.span.in(text));
  });
}

TableRow read_table_row(std::string_view text, ByteSpan span, const CellRules& rules) {
  TableRow row;
  if (span.size() > kLongestRow) return row;
  // Most lines are prose: their last words say so, and the others need not be parted.
  std::size_t end_of_word = span.end;
  while (end_of_word > span.begin && is_blank(text[end_of_word - 1])) --end_of_word;
  std::size_t word = end_of_word;
  while (word > span.begin && !is_blank(text[word - 1])) --word;
  row.trailing = span.end - end_of_word;
  if (word == end_of_word) return row;
  const std::string_view last = text.substr(word, end_of_word - word);
  if (!may_be_last_cell(last, rules) && last.find(kNoBreakSpace) == last.npos) return row;
  if (!last_cell(text, words_of(text, last_words(text, span), row.trailing), rules)) return row;
  const std::vector<Word> words = words_of(text, span, row.trailing);
  std::size_t end = words.size();
  std::vector<RowCell> cells;
  while (const auto cell = last_cell(text, std::span(words).first(end), rules)) {
    cells.push_back(cell->cell);
    end -= cell->words;
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
