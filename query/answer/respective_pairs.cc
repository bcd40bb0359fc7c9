// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/respective_pairs.h"

#include <algorithm>
#include <array>
#include <vector>

#include "query/understand/years.h"

namespace vraagbaak::query {

namespace {

constexpr std::size_t kFewest = 2;     // figures in a series
constexpr std::size_t kNounWords = 4;  // words between two figures of a series, "en" and the noun among them
constexpr std::string_view kSpace = " \n\t\r";

// The word that deals out; empty: none stands in `sentence`.
ByteSpan dealing_word(std::string_view text, ByteSpan sentence) {
  static constexpr std::array<std::string_view, 2> kDealing{"respectievelijk", "achtereenvolgens"};
  for (const std::string_view word : kDealing) {
    const std::size_t at = sentence.in(text).find(word);
    if (at != std::string_view::npos) return {sentence.begin + at, sentence.begin + at + word.size()};
  }
  return {};
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_space = kSpace.find(text[i]) != std::string_view::npos;
    if (!is_space && (i == 0 || kSpace.find(text[i - 1]) != std::string_view::npos)) ++words;
  }
  return words;
}

// Bytes of the mark between two items that `text` begins with; 0: none.
std::size_t mark_size(std::string_view text) {
  for (const std::string_view mark :
       {std::string_view(", en "), std::string_view(", "), std::string_view("; "), std::string_view(" en "),
        std::string_view(" of ")}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

// "4,9 miljard euro en 6,5 miljard euro": nothing but a noun and the mark of a series stand between the two.
// "5 euro voor 2014, 6 euro …" says by itself what each is told of.
bool are_in_series(std::string_view between) {
  if (count_words(between) > kNounWords || !years_in(between).empty()) return false;
  for (std::size_t i = 0; i < between.size(); ++i) {
    if (mark_size(between.substr(i)) > 0) return true;
  }
  return false;
}

std::vector<ByteSpan> items_in(std::string_view text, ByteSpan side) {
  std::vector<ByteSpan> items;
  std::size_t begin = side.begin;
  for (std::size_t i = side.begin; i < side.end; ++i) {
    const std::size_t mark = mark_size(ByteSpan{i, side.end}.in(text));
    if (mark == 0) continue;
    items.push_back({begin, i});
    begin = i + mark;
    i += mark - 1;
  }
  items.push_back({begin, side.end});
  return items;
}

}  // namespace

RespectivePairs::RespectivePairs(std::string_view text, ByteSpan sentence, std::span<const ByteSpan> figures)
    : text_(text), word_(dealing_word(text, sentence)) {
  if (word_.empty()) return;
  // The series behind the word, else the one before it.
  const auto first_behind =
      std::ranges::find_if(figures, [&](ByteSpan figure) { return figure.begin >= word_.end; });
  auto first = first_behind;
  auto last = first_behind;
  if (first_behind != figures.end()) {
    last = std::next(first_behind);
    while (last != figures.end() && are_in_series(ByteSpan{std::prev(last)->end, last->begin}.in(text)))
      ++last;
  }
  const bool is_behind = last - first >= static_cast<std::ptrdiff_t>(kFewest);
  if (!is_behind && first_behind != figures.begin()) {
    last = first_behind;
    first = std::prev(last);
    while (first != figures.begin() &&
           are_in_series(ByteSpan{std::prev(first)->end, first->begin}.in(text))) {
      --first;
    }
  }
  if (last - first < static_cast<std::ptrdiff_t>(kFewest)) return;
  dealt_ = {first, last};
  before_ = {sentence.begin, is_behind ? word_.begin : dealt_.front().begin};
  behind_ = {is_behind ? dealt_.back().end : word_.end, sentence.end};
}

std::optional<std::size_t> RespectivePairs::number_of(ByteSpan figure) const {
  const auto own = std::ranges::find(dealt_, figure);
  if (own == dealt_.end()) return std::nullopt;
  return static_cast<std::size_t>(own - dealt_.begin());
}

int RespectivePairs::year_of(ByteSpan figure) const {
  const auto number = number_of(figure);
  if (!number) return 0;
  const std::size_t count = dealt_.size();
  // The years nearest to the series.
  const auto deal = [&](ByteSpan side, bool from_the_end) {
    const std::vector<int> years = years_in(side.in(text_));
    if (years.size() == 2 && years[1] - years[0] + 1 == static_cast<int>(count))
      return years[0] + static_cast<int>(*number);  // "de jaren 2013 tot 2016"
    if (years.size() < count) return 0;
    return years[from_the_end ? years.size() - count + *number : *number];
  };
  const bool is_behind = dealt_.front().begin >= word_.end;
  const int before = is_behind ? deal(before_, true) : 0;
  return before != 0 ? before : deal(behind_, false);
}

std::optional<ByteSpan> RespectivePairs::item_of(ByteSpan figure) const {
  const auto number = number_of(figure);
  if (!number) return std::nullopt;
  const bool is_behind = dealt_.front().begin >= word_.end;
  const std::size_t count = dealt_.size();
  for (const bool is_before : {true, false}) {
    if (is_before && !is_behind) continue;  // "5 en 7 in respectievelijk Gent en Brugge"
    const std::vector<ByteSpan> items = items_in(text_, is_before ? before_ : behind_);
    if (items.size() == count) return items[*number];
    if (items.size() > count && is_before) return items[items.size() - count + *number];
    if (items.size() > count && !is_behind) return items[*number];
  }
  return std::nullopt;
}

}  // namespace vraagbaak::query
