// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "analysis/figures/number_reader.h"
#include "model/calendar.h"

namespace vraagbaak::analysis {

// A date or period read at a place. Pieces [begin, end); the last piece may be cut short (2021-2025|52).
struct DateMatch {
  PartialDate from;  // the date itself where `to` is empty
  std::optional<PartialDate> to;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t cut = 0;    // bytes of the last piece that are a footnote mark, not the year
  std::string_view rule;  // a name from dictionaries/nl/figure-rules.tsv
};

// The date or period that begins at `at`, as precise as the text: 17 juni 2022, 17/06/2022, juni 2020,
// 30 september (no year), 21-22/02/2019, juni 2020 - mei 2022, 2017-2021, 3de kwartaal 2021, jaren negentig.
// A lone year is only read where nothing says that it is an amount. `reference` fills in what the text leaves
// open (the next such day); without it a date without a year stays without one.
std::optional<DateMatch> read_date(const Reading& reading, std::size_t at,
                                   const std::optional<PartialDate>& reference);

// A bare number of four digits in this range reads as a year. Lower bound: the Belgian state; upper: the
// planning horizons of policy documents (2050, 2100).
inline constexpr int kFirstYear = 1830;
inline constexpr int kLastYear = 2100;

// Day arithmetic, proleptic Gregorian. Dates must have year, month and day.
PartialDate add_days(PartialDate date, int days);
// Months later, the day cut to the month's length.
PartialDate add_months(PartialDate date, int months);
// Monday = 1 … Sunday = 7.
int weekday_of(const PartialDate& date);

}  // namespace vraagbaak::analysis
