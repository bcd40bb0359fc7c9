// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/relative_dates.h"

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

// Counts and spans beyond this many days or months are no dates people speak of.
constexpr std::int64_t kMostUnits = 5000;

// A stretch of time: months and days apart, since a month has no fixed length.
struct Shift {
  int months = 0;
  int days = 0;
  std::size_t end = 0;
  bool only_decades = false;
};

class RelativeReader {
 public:
  RelativeReader(const Reading& reading, const PartialDate& today) : reading_(reading), today_(today) {}

  std::optional<DateMatch> read(std::size_t at) const {
    if (auto match = weekday_or_day_of(at)) return match;
    if (auto match = named_day(at)) return match;
    if (auto match = counted(at)) return match;
    if (auto match = last_or_next(at)) return match;
    if (auto match = ranked(at)) return match;
    if (auto match = week_number(at)) return match;
    return std::nullopt;
  }

 private:
  using Maybe = std::optional<DateMatch>;

  Maybe make(std::size_t begin, std::size_t end, PartialDate from,
             std::optional<PartialDate> to = std::nullopt) const {
    if (!from.is_valid() || from.year < 1 || from.year > 9000) return std::nullopt;
    return DateMatch{.from = from, .to = to, .begin = begin, .end = end, .cut = 0, .rule = "date.relative"};
  }

  PartialDate monday() const { return add_days(today_, 1 - weekday_of(today_)); }

  // gisteren, overmorgen
  Maybe named_day(std::size_t at) const {
    const EntryMatch day = reading_.match(at, Category::relative_day);
    if (!day) return std::nullopt;
    return make(at, day.end, add_days(today_, static_cast<int>(day->value)));
  }

  // The span a unit word names: days, or months.
  std::optional<Shift> unit(std::size_t at) const {
    if (!reading_.is_word(at)) return std::nullopt;
    const EntryMatch entry = reading_.match(at, Category::unit);
    if (!entry || entry->detail != "duration") return std::nullopt;
    Shift shift{.months = 0, .days = 0, .end = entry.end};
    if (entry->name.starts_with("ja")) {
      shift.months = 12 * static_cast<int>(entry->value);
      shift.only_decades = entry->value == 10;
    } else if (entry->name.starts_with("maand")) {
      shift.months = 1;
    } else if (entry->name.starts_with("we") && !entry->name.starts_with("werk")) {
      shift.days = 7;
    } else if (entry->name.starts_with("dag")) {
      shift.days = 1;
    } else {
      return std::nullopt;
    }
    return shift;
  }

  // twee weken; 2 jaar, 1 maand en 21 dagen; een maand
  std::optional<Shift> stretch(std::size_t at) const {
    Shift total;
    std::size_t i = at;
    for (int parts = 0; parts < 4; ++parts) {
      std::int64_t count = 1;
      std::size_t next = i;
      if (const auto number = read_number(reading_, i)) {
        const Decimal whole = number->value.normalized();
        if (!whole.is_whole() || whole.is_negative() || whole > Decimal(kMostUnits)) break;
        count = static_cast<std::int64_t>(whole.mantissa());
        next = number->end;
      } else if (reading_.match(i, Category::cardinal)) {
        next = i + 1;  // een
      } else {
        break;
      }
      const auto one = unit(next);
      if (!one || !reading_.is_near(next)) break;
      total.months += one->months * static_cast<int>(count);
      total.days += one->days * static_cast<int>(count);
      total.end = i = one->end;
      if (reading_.is_symbol(i, ',') || reading_.has_role(i, Role::and_)) ++i;
    }
    if (total.end == 0) return std::nullopt;
    return total;
  }

  PartialDate moved(PartialDate day, const Shift& shift, int sign) const {
    return add_days(add_months(day, sign * shift.months), sign * shift.days);
  }

  // twee weken geleden, 2 dagen later, over drie maanden, in 1 week, 3 dagen vanaf morgen, 2 weken voor
  // vandaag
  Maybe counted(std::size_t at) const {
    const bool ahead = reading_.has_role(at, Role::over) || reading_.has_role(at, Role::in) ||
                       reading_.has_role(at, Role::after);
    const auto shift = stretch(ahead ? at + 1 : at);
    if (!shift) return std::nullopt;
    std::size_t i = shift->end;
    if (reading_.has_role(i, Role::ago)) return make(at, i + 1, moved(today_, *shift, -1));
    if (reading_.has_role(i, Role::later)) return make(at, i + 1, moved(today_, *shift, 1));
    if (reading_.is_word(i) && reading_.text_of(i) == "gerekend") ++i;
    if (reading_.is_word(i) && reading_.text_of(i) == "eerder") ++i;
    const bool before =
        reading_.is_word(i) && (reading_.text_of(i) == "voor" || reading_.text_of(i) == "dan");
    if (reading_.has_role(i, Role::from) || reading_.has_role(i, Role::after) || before) {
      const std::size_t anchor = i + 1;
      const int sign = before ? -1 : 1;
      if (const EntryMatch day = reading_.match(anchor, Category::relative_day)) {
        return make(at, day.end, moved(add_days(today_, static_cast<int>(day->value)), *shift, sign));
      }
      if (reading_.is_word(anchor) && reading_.text_of(anchor) == "nu") {
        return make(at, anchor + 1, moved(today_, *shift, sign));
      }
      const std::size_t date_at = reading_.has_role(anchor, Role::article) ? anchor + 1 : anchor;
      if (const auto date = read_date(reading_, date_at, today_); date && !date->to && date->from.day != 0) {
        return make(at, date->end, moved(date->from, *shift, sign));
      }
    }
    if (ahead) return make(at, shift->end, moved(today_, *shift, 1));
    return std::nullopt;
  }

  int direction(std::size_t at) const {
    if (reading_.has_role(at, Role::previous)) return -1;
    if (reading_.has_role(at, Role::next)) return 1;
    return 0;
  }

  // The unit `shift` away from the one today lies in: vorige maand, dit jaar, volgende week.
  Maybe calendar_unit(std::size_t begin, std::size_t at, int shift) const {
    if (reading_.has_role(at, Role::week)) {
      const PartialDate first = add_days(monday(), 7 * shift);
      return make(begin, at + 1, first, add_days(first, 6));
    }
    if (reading_.has_role(at, Role::month_noun)) {
      PartialDate month = add_months({today_.year, today_.month, 1}, shift);
      month.day = 0;
      return make(begin, at + 1, month);
    }
    if (reading_.has_role(at, Role::year_noun)) return make(begin, at + 1, {today_.year + shift, 0, 0});
    if (reading_.has_role(at, Role::day)) return make(begin, at + 1, add_days(today_, shift));
    if (const EntryMatch part = reading_.match(at, Category::division); part && part->value == 4) {
      const PartialDate quarter = add_months({today_.year, (today_.month - 1) / 3 * 3 + 1, 0}, 3 * shift);
      return make(begin, part.end, quarter, add_months(quarter, 2));
    }
    if (const auto one = unit(at); one && one->only_decades && shift != 0) {
      const int decade = today_.year / 10 * 10 + 10 * shift;
      return make(begin, one->end, {decade, 0, 0}, PartialDate{decade + 9, 0, 0});
    }
    return std::nullopt;
  }

  PartialDate day_in_week(int weeks, int weekday) const {
    return add_days(monday(), 7 * weeks + weekday - 1);
  }

  // A weekday of a week: volgende week (op) vrijdag. The new end, or the match as it was.
  DateMatch with_weekday(DateMatch week, int weeks) const {
    std::size_t i = week.end;
    if (reading_.has_role(i, Role::on)) ++i;
    const EntryMatch weekday = reading_.match(i, Category::weekday);
    if (!weekday || !weekday->detail.empty() || !reading_.is_near(i)) return week;
    week.from = day_in_week(weeks, static_cast<int>(weekday->value));
    week.to.reset();
    week.end = weekday.end;
    return week;
  }

  // vorig jaar, deze week, komende maandag, de afgelopen 3 jaar, volgende juni, later deze maand
  Maybe last_or_next(std::size_t at) const {
    const bool current = reading_.has_role(at, Role::current);
    int shift = direction(at);
    if (shift == 0 && !current) return std::nullopt;
    std::size_t i = at + 1;
    if (current && direction(i) != 0) shift = direction(i++);  // deze aankomende vrijdag
    if (!reading_.is_near(i)) return std::nullopt;
    if (shift == 0 && at > 0 && !reading_.has_role(i, Role::day)) {
      if (auto match = rest_of_unit(at - 1, i)) return match;
    }
    if (reading_.has_role(i, Role::year_noun)) {
      if (auto match = part_of_year(at, i + 1, today_.year + shift)) return match;
    }
    if (auto match = calendar_unit(at, i, shift)) {
      return reading_.has_role(i, Role::week) ? with_weekday(*match, shift) : *match;
    }
    if (const EntryMatch weekday = reading_.match(i, Category::weekday); weekday && weekday->detail.empty()) {
      const int day = static_cast<int>(weekday->value);
      PartialDate date = day_in_week(0, day);
      if (shift > 0 && (!(today_ < date) || reading_.has_role(i - 1, Role::next_week)))
        date = day_in_week(1, day);
      if (shift < 0 && !(date < today_)) date = add_days(date, -7);
      return make(at, weekday.end, date);
    }
    if (const EntryMatch month = reading_.match(i, Category::month)) {
      PartialDate date{.year = today_.year, .month = static_cast<int>(month->value), .day = 0};
      if (shift > 0 && date.month <= today_.month) ++date.year;
      if (shift < 0 && date.month >= today_.month) --date.year;
      return make(at, month.end, date);
    }
    if (shift == 0) return std::nullopt;
    const auto number = read_number(reading_, i);
    if (!number || !number->value.is_whole() || number->value > Decimal(kMostUnits)) return std::nullopt;
    const auto one = unit(number->end);
    if (!one) return std::nullopt;
    return several(at, *one, static_cast<int>(number->value.normalized().mantissa()), shift);
  }

  // later deze maand: from today to its end; eerder deze maand: from its start to yesterday.
  Maybe rest_of_unit(std::size_t word, std::size_t noun) const {
    const bool later = reading_.has_role(word, Role::later);
    const bool earlier = reading_.is_word(word) && reading_.text_of(word) == "eerder";
    auto whole = later || earlier ? calendar_unit(word, noun, 0) : std::nullopt;
    if (!whole) return std::nullopt;
    const auto first = whole->from.first_day();
    const auto last = whole->to.value_or(whole->from).last_day();
    if (!first || !last || (earlier && whole->from.month == 0)) return whole;
    whole->from = later ? today_ : *first;
    whole->to = later ? *last : add_days(today_, -1);
    if (*whole->to < whole->from) return std::nullopt;
    return whole;
  }

  // volgend jaar juni; dit jaar het derde kwartaal; volgend jaar de derde week
  Maybe part_of_year(std::size_t begin, std::size_t at, int year) const {
    const PartialDate other_day{.year = year, .month = 1, .day = 1};
    const std::size_t i = reading_.has_role(at, Role::article) ? at + 1 : at;
    if (!reading_.is_near(i)) return std::nullopt;
    if (const EntryMatch month = reading_.match(i, Category::month)) {
      return make(begin, month.end, {year, static_cast<int>(month->value), 0});
    }
    const auto rank = day_rank(i);
    if (!rank) return std::nullopt;
    if (reading_.match(rank->second, Category::division)) {
      auto quarter = read_date(reading_, i, other_day);
      if (!quarter || !quarter->to || quarter->from.year != year) return std::nullopt;
      return make(begin, quarter->end, quarter->from, quarter->to);
    }
    if (!reading_.has_role(rank->second, Role::week)) return std::nullopt;
    PartialDate first{.year = year, .month = 1, .day = 4};
    first = add_days(first, 1 - weekday_of(first) + 7 * (rank->first - 1));
    return make(begin, rank->second + 1, first, add_days(first, 6));
  }

  // The whole units before or after the one today lies in: afgelopen 2 weken, vorige 2 jaren.
  Maybe several(std::size_t begin, const Shift& one, int count, int shift) const {
    if (count < 1) return std::nullopt;
    if (one.only_decades) {
      const int decade = today_.year / 10 * 10;
      return shift < 0
                 ? make(begin, one.end, {decade - 10 * count, 0, 0}, PartialDate{decade - 1, 0, 0})
                 : make(begin, one.end, {decade + 10, 0, 0}, PartialDate{decade + 10 * count + 9, 0, 0});
    }
    if (one.months % 12 == 0 && one.months > 0) {
      return shift < 0
                 ? make(begin, one.end, {today_.year - count, 0, 0}, PartialDate{today_.year - 1, 0, 0})
                 : make(begin, one.end, {today_.year + 1, 0, 0}, PartialDate{today_.year + count, 0, 0});
    }
    if (one.months == 1) {
      const PartialDate month{today_.year, today_.month, 0};
      return shift < 0 ? make(begin, one.end, add_months(month, -count), add_months(month, -1))
                       : make(begin, one.end, add_months(month, 1), add_months(month, count));
    }
    if (one.days == 7) {
      return shift < 0 ? make(begin, one.end, add_days(monday(), -7 * count), add_days(monday(), -1))
                       : make(begin, one.end, add_days(monday(), 7), add_days(monday(), 7 * count + 6));
    }
    return shift < 0 ? make(begin, one.end, add_days(today_, -count), add_days(today_, -1))
                     : make(begin, one.end, add_days(today_, 1), add_days(today_, count));
  }

  // maandag, di.; vrijdag (van) volgende week; vrijdag de 22ste
  Maybe weekday_or_day_of(std::size_t at) const {
    const EntryMatch weekday = reading_.match(at, Category::weekday);
    if (!weekday) return std::nullopt;
    const int day = static_cast<int>(weekday->value);
    std::size_t i = weekday.end;
    const bool point = reading_.is_symbol(i, '.') && reading_.is_glued(i);
    if (read_date(reading_, at, today_)) return std::nullopt;
    if (!weekday->detail.empty() &&
        (!point || (reading_.has_role(at, Role::also_verb) && reading_.has(i + 1)))) {
      return std::nullopt;
    }
    if (!weekday->detail.empty()) ++i;
    if (reading_.has_role(i, Role::article)) {
      if (const auto number = day_rank(i + 1)) {
        PartialDate date{.year = today_.year, .month = today_.month, .day = number->first};
        for (int months = 0; months < 12; ++months) {  // the month in which that weekday has that date
          const PartialDate other =
              add_months({today_.year, today_.month, 1}, months % 2 == 0 ? months / 2 : -(months + 1) / 2);
          const PartialDate candidate{.year = other.year, .month = other.month, .day = number->first};
          if (candidate.is_valid() && weekday_of(candidate) == day) {
            date = candidate;
            break;
          }
        }
        return make(at, number->second, date);
      }
    }
    std::size_t j = reading_.has_role(i, Role::of) ? i + 1 : i;
    const int shift = direction(j);
    if ((shift != 0 || reading_.has_role(j, Role::current)) && reading_.has_role(j + 1, Role::week)) {
      return make(at, j + 2, day_in_week(shift, day));
    }
    PartialDate date = day_in_week(0, day);
    if (!(today_ < date)) date = add_days(date, 7);
    return make(at, i, date);
  }

  // 15de, 31e, tiende: a day of the month, and the piece behind it.
  std::optional<std::pair<int, std::size_t>> day_rank(std::size_t at) const {
    if (reading_.is_digits(at)) {
      const auto value = Decimal::parse(reading_.text_of(at));
      const bool ending = reading_.has_role(at + 1, Role::ordinal_ending) &&
                          (reading_.is_glued(at + 1) || reading_.text_of(at + 1) == "ste");
      if (!value || *value > Decimal(31) || *value < Decimal(1) || !ending) return std::nullopt;
      return std::pair(static_cast<int>(value->mantissa()), at + 2);
    }
    if (!reading_.is_word(at)) return std::nullopt;
    std::int64_t value = 0;
    if (reading_.pieces[at].word == kNumberWord) {
      const SpelledNumber& number = reading_.numbers[reading_.pieces[at].number];
      value = number.ordinal ? number.value : 0;
    } else if (const EntryMatch ordinal = reading_.match(at, Category::ordinal)) {
      value = ordinal->value;
    }
    if (value < 1 || value > 31) return std::nullopt;
    return std::pair(static_cast<int>(value), at + 1);
  }

  // de 20e van volgende maand; op de 15de; eerste zondag (of this month)
  Maybe ranked(std::size_t at) const {
    const auto rank = day_rank(at);
    if (!rank || read_date(reading_, at, today_)) return std::nullopt;
    std::size_t i = rank->second;
    if (const EntryMatch weekday = reading_.match(i, Category::weekday);
        weekday && weekday->detail.empty() && rank->first <= 5) {
      PartialDate first{today_.year, today_.month, 1};
      const int offset =
          (static_cast<int>(weekday->value) - weekday_of(first) + 7) % 7 + 7 * (rank->first - 1);
      if (offset >= days_in_month(first.year, first.month)) return std::nullopt;
      return make(at, weekday.end, add_days(first, offset));
    }
    if (reading_.has_role(i, Role::of)) ++i;
    if (reading_.has_role(i, Role::article) && direction(i) == 0 && !reading_.has_role(i, Role::current)) ++i;
    const int shift = direction(i);
    if ((shift != 0 || reading_.has_role(i, Role::current)) && reading_.has_role(i + 1, Role::month_noun)) {
      PartialDate month = add_months({today_.year, today_.month, 1}, shift);
      month.day = rank->first;
      return make(at, i + 2, month);
    }
    // op de 15de: at the end of a clause
    const bool opened = at >= 2 && reading_.has_role(at - 1, Role::article) &&
                        (reading_.has_role(at - 2, Role::on) || reading_.has_role(at - 2, Role::year_cue));
    const std::size_t next = rank->second;
    const bool closed = !reading_.is_word(next) || reading_.match(next, Category::function);
    if (!opened || !closed) return std::nullopt;
    return make(at, next, {today_.year, today_.month, rank->first});
  }

  // week 10
  Maybe week_number(std::size_t at) const {
    if (!reading_.has_role(at, Role::week) || !reading_.is_digits(at + 1)) return std::nullopt;
    const auto number = Decimal::parse(reading_.text_of(at + 1));
    if (!number || *number < Decimal(1) || *number > Decimal(53)) return std::nullopt;
    PartialDate first{.year = today_.year, .month = 1, .day = 4};
    first = add_days(first, 1 - weekday_of(first) + 7 * (static_cast<int>(number->mantissa()) - 1));
    return make(at, at + 2, first, add_days(first, 6));
  }

  const Reading& reading_;
  const PartialDate& today_;
};

}  // namespace

std::optional<DateMatch> read_relative_date(const Reading& reading, std::size_t at,
                                            const PartialDate& reference) {
  return RelativeReader(reading, reference).read(at);
}

}  // namespace vraagbaak::analysis
