// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/value_range.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace vraagbaak::query {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

struct Scale {
  std::string_view word;
  int power;
};
constexpr std::array kScales = {
    Scale{"k", 3},       Scale{"duizend", 3}, Scale{"thousand", 3}, Scale{"m", 6},   Scale{"mln", 6},
    Scale{"mio", 6},     Scale{"miljoen", 6}, Scale{"million", 6},  Scale{"mld", 9}, Scale{"mrd", 9},
    Scale{"miljard", 9}, Scale{"bn", 9},      Scale{"billion", 9},
};

struct UnitSign {
  std::string_view sign;
  std::string_view unit;
};
constexpr std::array kUnitSigns = {
    UnitSign{"\u20AC", "EUR"}, UnitSign{"eur", "EUR"}, UnitSign{"euro", "EUR"},  UnitSign{"$", "USD"},
    UnitSign{"\u00A3", "GBP"}, UnitSign{"%", "%"},     UnitSign{"procent", "%"}, UnitSign{"percent", "%"},
};
constexpr std::array<std::string_view, 3> kSpaces = {" ", "\u00A0", "\u202F"};
constexpr std::array<std::string_view, 3> kMinuses = {"-", "\u2212", "\u2013"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

template <std::size_t N>
bool take_any(std::string_view& text, const std::array<std::string_view, N>& marks) {
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return true;
  }
  return false;
}
void skip_spaces(std::string_view& text) {
  while (take_any(text, kSpaces)) {
  }
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Digit groups between `mark`: the first of one to three digits without a leading zero, the others of three.
bool groups_well(std::string_view digits, char mark) {
  const std::size_t first = digits.find(mark);
  if (first == 0 || first > 3 || digits.front() == '0') return false;
  for (std::size_t at = first; at < digits.size();) {
    const std::size_t next = std::min(digits.find(mark, at + 1), digits.size());
    if (next - at != 4) return false;
    at = next;
  }
  return true;
}

// Digits, points and commas as a plain number.
std::optional<std::string> plain_number(std::string_view digits, NumberNotation notation) {
  const std::size_t point = digits.rfind('.');
  const std::size_t comma = digits.rfind(',');
  char decimal = 0;  // the mark before the decimals
  char group = 0;
  if (point != std::string_view::npos && comma != std::string_view::npos) {
    decimal = point > comma ? '.' : ',';
    group = decimal == '.' ? ',' : '.';
  } else if (point != std::string_view::npos || comma != std::string_view::npos) {
    const char mark = point != std::string_view::npos ? '.' : ',';
    const bool repeated = std::ranges::count(digits, mark) > 1;
    const bool groups_here = mark == (notation == NumberNotation::dutch ? '.' : ',');
    (repeated || (groups_here && groups_well(digits, mark)) ? group : decimal) = mark;
  }
  const std::size_t split = decimal == 0 ? digits.size() : digits.find(decimal);
  const std::string_view whole = digits.substr(0, split);
  const std::string_view fraction = split < digits.size() ? digits.substr(split + 1) : "";
  if (whole.empty() || (split < digits.size() && fraction.empty())) return std::nullopt;
  if (!std::ranges::all_of(fraction, is_digit)) return std::nullopt;
  if (whole.find(group) != std::string_view::npos && group != 0 && !groups_well(whole, group))
    return std::nullopt;
  std::string plain;
  std::ranges::copy_if(whole, std::back_inserter(plain), is_digit);
  if (!fraction.empty()) plain.append(".").append(fraction);
  return plain;
}

struct Number {
  Decimal bare;  // before its scale
  int power = 0;
  std::string unit;
};

std::string take_word(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && !is_digit(text[end]) && text[end] != ' ' && text[end] != '.' &&
         text[end] != ',')
    ++end;
  std::string word(text.substr(0, end));
  text.remove_prefix(end);
  return word;
}

// Letters, signs of currencies, "%", "m/s": nothing that a range or a comparison is written with.
bool is_unit_like(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == '$' || c == '/' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

std::string unit_named(std::string_view word) {
  const std::string lower = lower_ascii(word);
  const auto known = std::ranges::find(kUnitSigns, std::string_view(lower), &UnitSign::sign);
  return std::string(known == kUnitSigns.end() ? word : known->unit);
}

std::optional<int> scale_named(std::string_view word) {
  const std::string lower = lower_ascii(word);
  const auto known = std::ranges::find(kScales, std::string_view(lower), &Scale::word);
  return known == kScales.end() ? std::nullopt : std::optional(known->power);
}

std::optional<Number> parse_number(std::string_view text, NumberNotation notation) {
  Number number;
  skip_spaces(text);
  bool negative = take_any(text, kMinuses);
  if (!negative && text.starts_with('+')) text.remove_prefix(1);
  if (!text.empty() && !is_digit(text.front())) {
    const std::string sign = take_word(text);
    number.unit = unit_named(sign);
    if (number.unit == sign && sign != "EUR") return std::nullopt;  // no unit stands before a number
    skip_spaces(text);
    if (take_any(text, kMinuses)) negative = !negative;
  }
  std::string digits;
  while (!text.empty() && (is_digit(text.front()) || text.front() == '.' || text.front() == ',')) {
    digits += text.front();
    text.remove_prefix(1);
    std::string_view behind = text;
    skip_spaces(behind);
    const bool grouped = behind.size() != text.size() && behind.size() >= 3 &&
                         std::ranges::all_of(behind.substr(0, 3), is_digit) &&
                         (behind.size() == 3 || !is_digit(behind[3]));
    if (grouped) text = behind;  // "14 000"
  }
  if (digits.empty()) return std::nullopt;
  const auto plain = plain_number(digits, notation);
  const auto value = plain ? Decimal::parse(*plain) : std::nullopt;
  if (!value) return std::nullopt;
  number.bare = negative ? value->negated() : *value;
  skip_spaces(text);
  for (int words = 0; words < 2 && !text.empty(); ++words, skip_spaces(text)) {
    std::string word = take_word(text);
    if (word.ends_with("\u20AC") && word.size() > 3) {  // "mln€"
      number.unit = "EUR";
      word.resize(word.size() - 3);
    }
    const auto power = scale_named(word);
    if (power && words == 0) {
      number.power = *power;
    } else if (!power && is_unit_like(word) && number.unit.empty()) {
      number.unit = unit_named(word);
    } else {
      return std::nullopt;
    }
  }
  return text.empty() ? std::optional(number) : std::nullopt;
}

std::optional<Decimal> value_of(const Number& number, int power) {
  return number.bare.normalized().shifted(power);
}

// Where the second number of a range begins, and how long the mark before it is.
struct Split {
  std::size_t at = std::string_view::npos;
  std::size_t length = 0;
};
Split split_range(std::string_view text) {
  if (const std::size_t at = text.find(".."); at != std::string_view::npos) return {at, 2};
  for (const std::string_view mark : {"\u2013", "-"}) {
    const std::size_t at = text.find(mark, 1);
    if (text.size() > 1 && at != std::string_view::npos) return {at, mark.size()};
  }
  return {};
}

bool is_blank(std::string_view text) {
  skip_spaces(text);
  return text.empty();
}

std::optional<ValueRange> between(std::string_view from, std::string_view to, NumberNotation notation) {
  const auto first = is_blank(from) ? std::nullopt : parse_number(from, notation);
  const auto last = is_blank(to) ? std::nullopt : parse_number(to, notation);
  if ((!first && !is_blank(from)) || (!last && !is_blank(to)) || (!first && !last)) return std::nullopt;
  ValueRange range;
  if (last) {
    const auto value = value_of(*last, last->power);
    if (!value) return std::nullopt;
    range.most = {*value, true};
    range.unit = last->unit;
  }
  if (first) {
    const bool borrows = last && first->power == 0 && last->power > 0 && first->bare < last->bare;
    const auto value = value_of(*first, borrows ? last->power : first->power);
    if (!value) return std::nullopt;
    range.least = {*value, true};
    if (range.unit.empty()) range.unit = first->unit;
    if (last && !last->unit.empty() && !first->unit.empty() && last->unit != first->unit) return std::nullopt;
  }
  if (range.least && range.most && range.most->value < range.least->value) std::swap(range.least, range.most);
  return range;
}

std::optional<int> parse_year(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < kFirstYear || year > kLastYear)
    return std::nullopt;
  return year;
}

}  // namespace

std::optional<ValueRange> parse_value_range(std::string_view text, NumberNotation notation) {
  skip_spaces(text);
  for (const std::string_view mark : {">=", "<=", "\u2265", "\u2264", ">", "<", "="}) {
    if (!text.starts_with(mark)) continue;
    const auto number = parse_number(text.substr(mark.size()), notation);
    const auto value = number ? value_of(*number, number->power) : std::nullopt;
    if (!value) return std::nullopt;
    const store::ValueLimit limit{*value, mark != ">" && mark != "<"};
    ValueRange range{.least = {}, .most = {}, .unit = number->unit};
    if (mark != "<" && mark != "<=" && mark != "\u2264") range.least = limit;
    if (mark != ">" && mark != ">=" && mark != "\u2265") range.most = limit;
    return range;
  }
  const Split split = split_range(text);
  if (split.length > 0)
    return between(text.substr(0, split.at), text.substr(split.at + split.length), notation);
  const auto number = parse_number(text, notation);
  const auto value = number ? value_of(*number, number->power) : std::nullopt;
  if (!value) return std::nullopt;
  return ValueRange{store::ValueLimit{*value, true}, store::ValueLimit{*value, true}, number->unit};
}

std::string print(const ValueRange& range) {
  const auto number = [](const store::ValueLimit& limit) { return limit.value.normalized().print(); };
  std::string text;
  if (range.least && range.most) {
    text =
        range.least == range.most ? number(*range.least) : number(*range.least) + ".." + number(*range.most);
  } else if (range.least) {
    text = (range.least->inclusive ? ">=" : ">") + number(*range.least);
  } else if (range.most) {
    text = (range.most->inclusive ? "<=" : "<") + number(*range.most);
  }
  return range.unit.empty() ? text : text + " " + range.unit;
}

bool continues_value(std::string_view word) {
  const std::string lower = lower_ascii(word);
  return scale_named(word) ||
         std::ranges::find(kUnitSigns, std::string_view(lower), &UnitSign::sign) != kUnitSigns.end();
}

std::optional<std::pair<int, int>> parse_year_range(std::string_view text) {
  for (const std::string_view mark : {">=", "<=", ">", "<"}) {
    if (!text.starts_with(mark)) continue;
    const auto year = parse_year(text.substr(mark.size()));
    if (!year) return std::nullopt;
    if (mark.front() == '>') return std::pair(mark == ">" ? *year + 1 : *year, kLastYear);
    return std::pair(kFirstYear, mark == "<" ? *year - 1 : *year);
  }
  for (const std::string_view mark : {"..", "-", "\u2013"}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const std::string_view from = text.substr(0, at);
    const std::string_view to = text.substr(at + mark.size());
    if (from.empty() && to.empty()) return std::nullopt;
    const auto first = from.empty() ? kFirstYear : parse_year(from);
    const auto last = to.empty() ? kLastYear : parse_year(to);
    if (!first || !last) return std::nullopt;
    return std::minmax(*first, *last);
  }
  const auto year = parse_year(text);
  if (!year) return std::nullopt;
  return std::pair(*year, *year);
}

}  // namespace vraagbaak::query
