// SPDX-License-Identifier: EUPL-1.2
#include "model/calendar.h"

#include <charconv>
#include <cstdio>

namespace vraagbaak {
namespace {

constexpr int kLeapYear = 2000;  // stands in where a date has no year, so that 29 February is accepted

std::optional<int> read_digits(std::string_view text, std::size_t count) {
  if (text.size() != count) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

}  // namespace

int days_in_month(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::string PartialDate::iso() const {
  char buffer[48];
  int length = year != 0 ? std::snprintf(buffer, sizeof buffer, "%04d", year)
                         : std::snprintf(buffer, sizeof buffer, "-");
  std::string result(buffer, static_cast<std::size_t>(length));
  if (month != 0) {
    length = std::snprintf(buffer, sizeof buffer, "-%02d", month);
    result.append(buffer, static_cast<std::size_t>(length));
    if (day != 0) {
      length = std::snprintf(buffer, sizeof buffer, "-%02d", day);
      result.append(buffer, static_cast<std::size_t>(length));
    }
  }
  return result;
}

std::optional<PartialDate> PartialDate::parse_iso(std::string_view text) {
  PartialDate date;
  if (text.starts_with("--")) {
    text.remove_prefix(1);
  } else {
    const auto year = read_digits(text.substr(0, 4), 4);
    if (!year || *year == 0) return std::nullopt;
    date.year = *year;
    text.remove_prefix(4);
    if (text.empty()) return date;
  }
  if (text.size() != 3 && text.size() != 6) return std::nullopt;
  const auto month = text.front() == '-' ? read_digits(text.substr(1, 2), 2) : std::nullopt;
  if (!month || *month == 0) return std::nullopt;
  date.month = *month;
  if (text.size() == 6) {
    const auto day = text[3] == '-' ? read_digits(text.substr(4, 2), 2) : std::nullopt;
    if (!day || *day == 0) return std::nullopt;
    date.day = *day;
  }
  return date.is_valid() ? std::optional(date) : std::nullopt;
}

bool PartialDate::is_valid() const {
  if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0) return false;
  if (month == 0) return year != 0 && day == 0;
  return day <= days_in_month(year != 0 ? year : kLeapYear, month);
}

std::optional<PartialDate> PartialDate::first_day() const {
  if (year == 0) return std::nullopt;
  return PartialDate{year, month != 0 ? month : 1, day != 0 ? day : 1};
}

std::optional<PartialDate> PartialDate::last_day() const {
  if (year == 0) return std::nullopt;
  const int last_month = month != 0 ? month : 12;
  return PartialDate{year, last_month, day != 0 ? day : days_in_month(year, last_month)};
}

}  // namespace vraagbaak
