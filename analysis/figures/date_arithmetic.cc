// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <chrono>

#include "analysis/figures/date_reader.h"

namespace vraagbaak::analysis {
namespace {

std::chrono::sys_days to_days(const PartialDate& date) {
  return std::chrono::sys_days(std::chrono::year(date.year) / date.month / date.day);
}

PartialDate from_days(std::chrono::sys_days days) {
  const std::chrono::year_month_day date(days);
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

PartialDate add_days(PartialDate date, int days) {
  return from_days(to_days(date) + std::chrono::days(days));
}

PartialDate add_months(PartialDate date, int months) {
  const int month = date.year * 12 + date.month - 1 + months;
  PartialDate result{.year = month / 12, .month = month % 12 + 1, .day = date.day};
  if (result.day != 0) result.day = std::min(result.day, days_in_month(result.year, result.month));
  return result;
}

int weekday_of(const PartialDate& date) {
  return static_cast<int>(std::chrono::weekday(to_days(date)).iso_encoding());
}

}  // namespace vraagbaak::analysis
