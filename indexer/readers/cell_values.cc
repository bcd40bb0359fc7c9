// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/cell_values.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>

namespace vraagbaak::indexer {
namespace {

constexpr int kDigits = 15;
// The last day a spreadsheet knows: 31 December 9999.
constexpr double kLastDay = 2'958'465;
constexpr int kMinutesADay = 24 * 60;

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// Fifteen digits, without exponent, superfluous zeros gone, a comma.
std::string plain(double value) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*e", kDigits - 1, value);
  const std::string_view scientific(buffer.data());
  const std::size_t e = scientific.find('e');
  int exponent = 0;
  const char* first = buffer.data() + e + 1 + (scientific[e + 1] == '+' ? 1 : 0);
  std::from_chars(first, buffer.data() + scientific.size(), exponent);
  if (exponent > 30 || exponent < -30) return std::string(scientific);
  std::string digits;
  bool negative = false;
  for (const char c : scientific.substr(0, e)) {
    if (c == '-') negative = true;
    if (c >= '0' && c <= '9') digits += c;
  }
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  std::string out;
  if (exponent < 0) {
    out = "0,";
    out.append(static_cast<std::size_t>(-exponent - 1), '0').append(digits);
  } else {
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) {
      out = digits + std::string(whole - digits.size(), '0');
    } else {
      out = digits.substr(0, whole) + "," + digits.substr(whole);
    }
  }
  if (negative && digits != "0") out.insert(out.begin(), '-');
  return out;
}

std::string two(int number) {
  std::string digits = number < 10 ? "0" : "";
  digits += std::to_string(number);
  return digits;
}

std::string day_and_time(double serial, bool since_1904) {
  if (serial < 0 || serial > kLastDay) return plain(serial);
  int minutes = static_cast<int>(std::lround((serial - std::floor(serial)) * kMinutesADay));
  int days = static_cast<int>(std::floor(serial));
  if (minutes == kMinutesADay) {
    minutes = 0;
    ++days;
  }
  const std::string time = two(minutes / 60) + ":" + two(minutes % 60);
  if (days == 0 && serial > 0) return time;
  // Excel takes 1900 for a leap year: day 60 never was (ECMA-376, 18.17.4.1).
  using namespace std::chrono;
  const sys_days epoch = since_1904  ? sys_days(year(1904) / 1 / 1)
                         : days < 60 ? sys_days(year(1899) / 12 / 31)
                                     : sys_days(year(1899) / 12 / 30);
  const year_month_day date(epoch + std::chrono::days(days));
  std::string out = std::to_string(static_cast<int>(date.year())) + "-" +
                    two(static_cast<int>(static_cast<unsigned>(date.month()))) + "-" +
                    two(static_cast<int>(static_cast<unsigned>(date.day())));
  return minutes == 0 ? out : out + " " + time;
}

}  // namespace

NumberLook number_look(int format_id, std::string_view code) {
  if (code.empty()) {
    if (format_id == 9 || format_id == 10) return NumberLook::percent;
    const bool date = (format_id >= 14 && format_id <= 22) || (format_id >= 27 && format_id <= 36) ||
                      (format_id >= 45 && format_id <= 47) || (format_id >= 50 && format_id <= 58);
    return date ? NumberLook::date : NumberLook::plain;
  }
  // What stands in quotes or behind a backslash is shown as it is; in brackets stand colours and currencies.
  std::string rest;
  bool euro = code.find("€") != std::string_view::npos || code.find("EUR") != std::string_view::npos;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '"') {
      i = code.find('"', i + 1);
    } else if (code[i] == '[') {
      i = code.find(']', i + 1);
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else if (code[i] == ';') {
      break;  // the part for negative numbers
    } else {
      rest += code[i];
    }
    if (i == std::string_view::npos) break;
  }
  if (rest == "General" || rest == "Standaard" || rest == "@") return NumberLook::plain;
  if (rest.find('%') != std::string::npos) return NumberLook::percent;
  if (rest.find_first_of("dmyhsjDMYHSJ") != std::string::npos &&
      rest.find_first_of("0#") == std::string::npos)
    return NumberLook::date;
  return euro ? NumberLook::euro : NumberLook::plain;
}

std::string show_number(std::string_view stored, NumberLook look, bool since_1904) {
  const auto value = number_of(stored);
  if (!value) return std::string(stored);
  switch (look) {
    case NumberLook::percent:
      return plain(*value * 100) + "%";
    case NumberLook::euro:
      return "€ " + plain(*value);
    case NumberLook::date:
      return day_and_time(*value, since_1904);
    case NumberLook::plain:
      break;
  }
  return plain(*value);
}

}  // namespace vraagbaak::indexer
