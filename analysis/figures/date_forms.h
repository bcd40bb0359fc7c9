// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "analysis/figures/date_reader.h"
#include "analysis/figures/number_reader.h"
#include "model/calendar.h"

namespace vraagbaak::analysis {

// Two-digit years count back from here: 15 is 2015, 71 is 1971.
inline constexpr int kTwoDigitPivot = 70;

// The forms of dates, one method each, for read_date() alone. Three files define it: date_parts.cc (days,
// months and years by themselves), date_reader.cc (dates), period_reader.cc (periods and named parts of a
// year).
class DateReader {
 public:
  DateReader(const Reading& reading, const std::optional<PartialDate>& reference)
      : reading_(reading), reference_(reference) {}

  std::optional<DateMatch> read(std::size_t at) const;
  // One date, or a named part of a year.
  std::optional<DateMatch> read_single(std::size_t at) const;

 private:
  using Maybe = std::optional<DateMatch>;
  // A day, month or year on its way to a date. Pieces up to `end`.
  struct Part {
    int value = 0;
    std::size_t end = 0;
    std::size_t cut = 0;
  };

  // date_parts.cc
  static Maybe make(std::size_t begin, std::size_t end, PartialDate date, std::string_view rule);
  std::size_t length(std::size_t at) const { return reading_.pieces[at].end - reading_.pieces[at].begin; }
  int digits_value(std::size_t at) const;
  std::optional<Part> digits(std::size_t at, std::size_t least, std::size_t most, int lowest,
                             int highest) const;
  std::optional<std::int64_t> spelled(std::size_t at, bool ordinal) const;
  std::optional<Part> day(std::size_t at) const;
  std::optional<Part> rank(std::size_t at) const;
  std::optional<Part> month(std::size_t at) const;
  std::optional<Part> year(std::size_t at, int lowest = 1000) const;
  std::optional<Part> year_behind(std::size_t at) const;
  PartialDate fill_year(PartialDate date, int weekday = 0) const;
  bool at_end(std::size_t at) const { return !reading_.has(at) || reading_.pieces[at].gap >= Gap::paragraph; }
  bool is_plural(std::size_t at) const;
  std::optional<Part> relative_year(std::size_t at) const;
  std::optional<std::size_t> connector(std::size_t at, std::size_t begin) const;
  bool opened_by_between(std::size_t begin) const;
  static bool is_lone_year(const DateMatch& match) { return match.from.month == 0 && match.rule == "year"; }
  int digits_value_safe(std::size_t at) const { return length(at) <= 4 ? digits_value(at) : 0; }

  // date_reader.cc
  bool may_begin_date(std::size_t at) const;
  Maybe numeric(std::size_t at) const;
  Maybe day_and_month(std::size_t at) const;
  Maybe day_first(std::size_t at) const;
  Maybe month_first(std::size_t at) const;
  Maybe bare_month(std::size_t at, const Part& months) const;
  Maybe year_first(std::size_t at) const;
  Maybe spelled_year(std::size_t at) const;
  Maybe lone_year(std::size_t at) const;
  Maybe after_weekday(std::size_t at, const EntryMatch& weekday) const;

  // period_reader.cc
  Maybe quarter(std::size_t at) const;
  Maybe numbered_week(std::size_t at) const;
  std::optional<std::pair<int, int>> named_part(std::size_t at) const;
  static DateMatch part_of_year(int year, int part, int per_year);
  static Maybe week_of(std::size_t begin, std::size_t end, int year, int number);
  static Maybe nth_weekday(std::size_t begin, std::size_t end, PartialDate month, int weekday, int number);
  Maybe decade(std::size_t at) const;
  Maybe read_day_span(std::size_t at) const;
  Maybe read_numbered_span(std::size_t at) const;
  Maybe join(DateMatch first) const;
  Maybe borrowed_day(std::size_t at, const DateMatch& first) const;
  std::optional<Part> second_year(std::size_t at, int first) const;

  const Reading& reading_;
  const std::optional<PartialDate>& reference_;
};

}  // namespace vraagbaak::analysis
