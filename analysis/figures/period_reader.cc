// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/date_forms.h"

namespace vraagbaak::analysis {
namespace {

// The longest period two joined years make: 1995-2050.
constexpr int kLongestPeriod = 100;

}  // namespace

// 3de kwartaal 2021, derde kwartaal van 2021, eerste helft van 2020, Q3 2021, eerste week van 2019, 21e
// eeuw, eerste woensdag in oktober 2014
DateReader::Maybe DateReader::quarter(std::size_t at) const {
  if (const auto part = named_part(at)) {
    auto years = year_behind(at + 1);
    if (!years && reference_ && !reading_.is_digits(at + 1))
      years = Part{.value = reference_->year, .end = at + 1};
    if (!years) return std::nullopt;
    DateMatch match = part_of_year(years->value, part->first, part->second);
    match.begin = at;
    match.end = years->end;
    return match;
  }
  const bool last = reading_.has_role(at, Role::last);
  std::optional<Part> ranks = rank(at);
  if (last) ranks = Part{.value = -1, .end = at + 1};
  if (!ranks || !reading_.is_near(ranks->end)) return std::nullopt;
  const std::size_t noun = ranks->end;
  if (const EntryMatch division = reading_.match(noun, Category::division)) {
    const int per_year = static_cast<int>(division->value);
    const int part = last ? per_year : ranks->value;
    if (part < 1 || part > per_year) return std::nullopt;
    auto years = year_behind(division.end);
    const bool half = per_year == 2 && reading_.text_of(noun) == "helft";
    if (!years && reference_ && !half) years = relative_year(division.end);
    if (!years) return std::nullopt;
    DateMatch match = part_of_year(years->value, part, per_year);
    match.begin = at;
    match.end = years->end;
    return match;
  }
  if (reading_.has_role(noun, Role::century) && !last && ranks->value <= 22) {
    return DateMatch{
        .from = {.year = (ranks->value - 1) * 100 + (ranks->value == 1 ? 1 : 0), .month = 0, .day = 0},
        .to = PartialDate{.year = ranks->value * 100 - 1, .month = 0, .day = 0},
        .begin = at,
        .end = noun + 1,
        .cut = 0,
        .rule = "period.century"};
  }
  if (reading_.has_role(noun, Role::week)) {
    const auto years = year_behind(noun + 1);
    if (!years) return std::nullopt;
    return week_of(at, years->end, years->value, last ? 0 : ranks->value);
  }
  if (const EntryMatch weekday = reading_.match(noun, Category::weekday)) {
    std::size_t i = weekday.end;
    if (!reading_.has_role(i, Role::in) && !reading_.has_role(i, Role::of)) return std::nullopt;
    const auto months = month(i + 1);
    if (!months) return std::nullopt;
    const auto years = year_behind(months->end);
    PartialDate month_date{.year = years ? years->value : 0, .month = months->value, .day = 0};
    if (!years) month_date = fill_year(month_date);
    if (month_date.year == 0) return std::nullopt;
    return nth_weekday(at, years ? years->end : months->end, month_date, static_cast<int>(weekday->value),
                       last ? 0 : ranks->value);
  }
  return std::nullopt;
}

// week 12 van 2020, week 3 2021
DateReader::Maybe DateReader::numbered_week(std::size_t at) const {
  if (!reading_.has_role(at, Role::week) || !reading_.is_near(at + 1)) return std::nullopt;
  const auto number = digits(at + 1, 1, 2, 1, 53);
  const auto years = number ? year_behind(number->end) : std::nullopt;
  return years ? week_of(at, years->end, years->value, number->value) : std::nullopt;
}

// K3, Q3: which part of a year, and how many make one
std::optional<std::pair<int, int>> DateReader::named_part(std::size_t at) const {
  const EntryMatch entry = reading_.match(at, Category::numbered_division);
  if (!entry || reading_.text[reading_.pieces[at].begin] > 'Z') return std::nullopt;
  return std::pair(static_cast<int>(entry->denominator), static_cast<int>(entry->value));
}

DateMatch DateReader::part_of_year(int year, int part, int per_year) {
  const int months = 12 / per_year;
  return DateMatch{.from = {.year = year, .month = (part - 1) * months + 1, .day = 0},
                   .to = PartialDate{.year = year, .month = part * months, .day = 0},
                   .begin = 0,
                   .end = 0,
                   .cut = 0,
                   .rule = "period.part_of_year"};
}

// ISO week `number` of the year; 0 is the week of 31 December or the last full one before it.
DateReader::Maybe DateReader::week_of(std::size_t begin, std::size_t end, int year, int number) {
  PartialDate monday{.year = year, .month = 1, .day = 4};  // always in week 1
  if (number == 0) {
    monday = {.year = year, .month = 12, .day = 31};
  }
  monday = add_days(monday, 1 - weekday_of(monday));
  if (number > 1) monday = add_days(monday, 7 * (number - 1));
  if (number > 53) return std::nullopt;
  return DateMatch{
      .from = monday, .to = add_days(monday, 6), .begin = begin, .end = end, .cut = 0, .rule = "period.week"};
}

DateReader::Maybe DateReader::nth_weekday(std::size_t begin, std::size_t end, PartialDate month, int weekday,
                                          int number) {
  const int size = days_in_month(month.year, month.month);
  PartialDate day{.year = month.year, .month = month.month, .day = number == 0 ? size - 6 : 1};
  day = add_days(day, (weekday - weekday_of(day) + 7) % 7 + (number > 1 ? 7 * (number - 1) : 0));
  if (day.month != month.month) return std::nullopt;
  return make(begin, end, day, "date.nth_weekday");
}

// jaren '90, jaren negentig, jaren 2000, jaren negentienzeventig
DateReader::Maybe DateReader::decade(std::size_t at) const {
  if (!reading_.has_role(at, Role::decade)) return std::nullopt;
  std::size_t i = at + 1;
  if (reading_.is_symbol(i, '\'')) ++i;
  int first = 0;
  std::size_t end = i + 1;
  if (reading_.is_digits(i)) {
    first = digits_value_safe(i);
  } else if (const auto number = read_number(reading_, i);
             number && number->value.is_whole() && number->value < Decimal(2100)) {
    first = static_cast<int>(number->value.normalized().mantissa());
    end = number->end;
    if (first == 19 && reading_.has(end)) {
      if (const auto tens = spelled(end, false); tens && *tens >= 20) {
        first = 1900 + static_cast<int>(*tens);
        ++end;
      }
    }
  }
  if (first >= 10 && first <= 90) first += 1900;
  if (first < 1800 || first > 2090 || first % 10 != 0 || !reading_.is_near(at + 1)) return std::nullopt;
  return DateMatch{.from = {.year = first, .month = 0, .day = 0},
                   .to = PartialDate{.year = first + 9, .month = 0, .day = 0},
                   .begin = at,
                   .end = end,
                   .cut = 0,
                   .rule = "period.decade"};
}

// 21-22/02/2019, 14 t/m 15 oktober 2018, van 2 tot 7 feb 2018: the first day borrows month and year.
DateReader::Maybe DateReader::read_day_span(std::size_t at) const {
  const auto days = day(at);
  if (!days) return std::nullopt;
  const auto second = connector(days->end, at);
  if (!second) return std::nullopt;
  auto date = read_single(*second);
  if (!date || date->to || date->from.day == 0) return std::nullopt;
  PartialDate from = date->from;
  from.day = days->value;
  if (!from.is_valid() || !(from < date->from)) return std::nullopt;
  date->to = date->from;
  date->from = from;
  date->begin = at;
  date->rule = "date.day_span";
  return date;
}

// 1-5 - 7-5-2020: days and months in digits, the year only behind the second.
DateReader::Maybe DateReader::read_numbered_span(std::size_t at) const {
  const auto days = digits(at, 1, 2, 1, 31);
  const auto months = digits(at + 2, 1, 2, 1, 12);
  const bool joined = reading_.is_symbol(at + 1, '-') || reading_.is_symbol(at + 1, '/');
  if (!days || !months || !joined || !reading_.is_glued(at + 1) || !reading_.is_glued(at + 2))
    return std::nullopt;
  const auto second = connector(at + 3, at);
  if (!second || reading_.is_glued(at + 3)) return std::nullopt;
  auto date = numeric(*second);
  if (!date || date->from.day == 0) return std::nullopt;
  const PartialDate from{.year = date->from.year, .month = months->value, .day = days->value};
  if (!from.is_valid() || !(from < date->from)) return std::nullopt;
  date->to = date->from;
  date->from = from;
  date->begin = at;
  date->rule = "period.dates";
  return date;
}

// Joins `first` and a second date into a period.
DateReader::Maybe DateReader::join(DateMatch first) const {
  const auto at = connector(first.end, first.begin);
  if (!at) return first;
  std::size_t second_at = *at;
  const bool dash = reading_.pieces[first.end].kind == PieceKind::symbol;
  // tot eind 2026
  if (!dash && reading_.has_role(second_at, Role::year_cue) && reading_.is_near(second_at + 1)) ++second_at;
  if (dash && is_lone_year(first)) {
    // "in 2014- 2015:Gent": the dash of the next item of a list
    if (reading_.is_glued(first.end) && !reading_.is_glued(second_at) &&
        reading_.is_symbol(second_at + 1, ':')) {
      return first;
    }
    if (const auto years = second_year(second_at, first.from.year)) {
      first.to = PartialDate{.year = years->value, .month = 0, .day = 0};
      first.end = years->end;
      first.cut = years->cut;
      first.rule = "period.years";
      return first;
    }
  }
  auto second = read_single(second_at);
  if (!second) second = borrowed_day(second_at, first);
  if (!second || second->to) return first;
  PartialDate from = first.from;
  if (first.to) return first;
  if (dash && is_lone_year(first) != is_lone_year(*second)) return first;
  if (from.year == 0 && second->from.year != 0) {
    from.year = second->from.year - (from.month > second->from.month ? 1 : 0);
  } else if (reference_ && from.month != 0 && second->from.month != 0 &&
             first.from.year > second->from.year) {
    from.year = second->from.year;
  }
  if (from.year != 0 && second->from.year == 0) second->from.year = from.year;
  if (!from.is_valid() || second->from < from) return first;
  if (from.year != 0 && second->from.year - from.year > kLongestPeriod) return first;
  first.from = from;
  first.to = second->from;
  first.end = second->end;
  first.rule = is_lone_year(first) && is_lone_year(*second) ? "period.years" : "period.dates";
  return first;
}

// 15 november tot en met 19: the second day borrows the month.
DateReader::Maybe DateReader::borrowed_day(std::size_t at, const DateMatch& first) const {
  if (first.from.day == 0) return std::nullopt;
  const auto days = rank(at);
  if (!days || days->value > 31) return std::nullopt;
  PartialDate date = first.from;
  date.day = days->value;
  return make(at, days->end, date, "date.written");
}

// The year behind "2021-": 2025, 25, or 202552 with a footnote mark glued on.
std::optional<DateReader::Part> DateReader::second_year(std::size_t at, int first) const {
  if (reading_.is_symbol(at, '\'') && reading_.is_glued(at + 1)) ++at;  // 2019-'20
  if (!reading_.is_digits(at)) return std::nullopt;
  const std::string_view text = reading_.text_of(at);
  const auto fits = [&](int value) {
    return value > first && value - first <= kLongestPeriod && value <= kLastYear;
  };
  if (text.size() == 4 && fits(digits_value(at))) return Part{.value = digits_value(at), .end = at + 1};
  if (text.size() == 2 && digits_value(at) == (first + 1) % 100)
    return Part{.value = first + 1, .end = at + 1};
  if (text.size() == 5 || text.size() == 6) {
    int value = 0;
    for (const char c : text.substr(0, 4)) value = value * 10 + (c - '0');
    if (fits(value) && value - first <= 30)
      return Part{.value = value, .end = at + 1, .cut = text.size() - 4};
  }
  return std::nullopt;
}

}  // namespace vraagbaak::analysis
