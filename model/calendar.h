// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace vraagbaak {

// A calendar date as precise as the text gives it: a year, a year and month, a day, or a day or month without
// a year. Proleptic Gregorian. 0 means: not given.
struct PartialDate {
  int year = 0;   // 1–9999, or 0
  int month = 0;  // 1–12, or 0
  int day = 0;    // 1–31, or 0; only with a month

  // ISO 8601 as far as known: "2022", "2022-06", "2022-06-17"; without a year "--09", "--09-30".
  std::string iso() const;
  // The inverse of iso(); nullopt on anything else or a day that does not exist.
  static std::optional<PartialDate> parse_iso(std::string_view text);

  // True where year, month and day form a date that exists (29 February counts where the year is not given).
  bool is_valid() const;
  // First and last day of what the date covers ("2022-06": 1 and 30 June); nullopt without a year.
  std::optional<PartialDate> first_day() const;
  std::optional<PartialDate> last_day() const;

  friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

// Days in that month of that year, 28–31; month 1–12.
int days_in_month(int year, int month);

}  // namespace vraagbaak
