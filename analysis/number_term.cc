// SPDX-License-Identifier: EUPL-1.2
#include "analysis/number_term.h"

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Signs that are several bytes in UTF-8, and what they stand for here.
struct Sign {
  std::string_view bytes;
  char plain;
};
constexpr Sign kSigns[] = {
    {"\u00A0", ' '}, {"\u2009", ' '}, {"\u202F", ' '}, {"\u2007", ' '}, {"\u2010", '-'}, {"\u2011", '-'},
    {"\u2012", '-'}, {"\u2013", '-'}, {"\u2014", '-'}, {"\u2212", '-'}, {"\u2030", '%'}, {"\u00B1", '-'},
};

// `text` with the signs in ASCII; empty where anything else than digits and signs stands in it.
std::string plain_signs(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto sign = std::ranges::find_if(kSigns, [&](const Sign& s) { return text.starts_with(s.bytes); });
    if (sign != std::end(kSigns)) {
      plain += sign->plain;
      text.remove_prefix(sign->bytes.size());
    } else if (is_digit(text[0]) || std::string_view(".,+-/% '").find(text[0]) != std::string_view::npos) {
      plain += text[0];
      text.remove_prefix(1);
    } else {
      return "";
    }
  }
  return plain;
}

// Digits in groups: one to three, then `mark` and three, and so on; the mark at least once.
bool is_grouped(std::string_view text, char mark) {
  std::size_t run = 0;
  bool marked = false;
  for (const char c : text) {
    if (c == mark) {
      if (run == 0 || run > 3 || (marked && run != 3)) return false;
      marked = true;
      run = 0;
    } else if (is_digit(c)) {
      ++run;
    } else {
      return false;
    }
  }
  return marked && run == 3;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return digits.empty() ? "0" : digits;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::optional<std::string> whole_number(std::string_view text) {
  if (is_digits(text)) return digits_of(text);
  for (const char mark : {'.', ',', ' ', '\''}) {
    if (is_grouped(text, mark)) return digits_of(text);
  }
  return std::nullopt;
}

std::optional<std::string> read_number(std::string_view text) {
  while (!text.empty() && (text.front() == '-' || text.front() == '+' || text.front() == ' '))
    text.remove_prefix(1);
  while (!text.empty() && !is_digit(text.back()) && text.back() != '-' && text.back() != '/')
    text.remove_suffix(1);
  const std::size_t mark = text.find_last_of(".,");
  const bool grouping =
      mark != std::string_view::npos && text[mark] == '.' && is_grouped(text, '.') && text[0] != '0';
  const bool english = mark != std::string_view::npos && text.find(',') != mark && is_grouped(text, ',');
  if (mark == std::string_view::npos || grouping || english) return whole_number(text);
  std::string_view decimals = text.substr(mark + 1);
  const std::string_view whole = text.substr(0, mark);
  if (!is_digits(decimals) || whole.find(text[mark]) != std::string_view::npos) return std::nullopt;
  std::optional<std::string> number = whole_number(whole);
  if (!number) return std::nullopt;
  decimals = decimals.substr(0, decimals.find_last_not_of('0') + 1);
  if (!decimals.empty()) number->append(".").append(decimals);
  return number;
}

constexpr std::size_t kMostNumbers = 4;

}  // namespace

std::optional<std::string> plain_number(std::string_view text) {
  return read_number(plain_signs(text));
}

std::vector<std::string> plain_numbers(std::string_view token) {
  const std::string plain = plain_signs(token);
  if (auto one = read_number(plain)) return {*std::move(one)};
  std::vector<std::string> numbers;
  for (std::string_view rest = plain; !rest.empty() && numbers.size() < kMostNumbers;) {
    const std::size_t end = std::min(rest.find_first_of("-/"), rest.size());
    auto number = read_number(rest.substr(0, end));
    if (!number) return {};
    numbers.push_back(*std::move(number));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return numbers;
}

}  // namespace vraagbaak::analysis
