// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/date_reader.h"

#include "analysis/figures/date_forms.h"

namespace vraagbaak::analysis {
namespace {

// 2021/2022 and 2021/2027 are periods; years further apart with a slash are numbers of laws.
constexpr int kLongestSlashed = 10;

}  // namespace

std::optional<DateMatch> DateReader::read(std::size_t at) const {
  if (!reading_.has(at) || !may_begin_date(at)) return std::nullopt;
  auto first = read_single(at);
  if (!first) first = read_day_span(at);
  if (!first) first = read_numbered_span(at);
  if (!first) return std::nullopt;
  if (!first->to || first->rule == "date.day_span") return join(*first);
  return first;
}

// Whether a date may begin at `at`: by what stands there (a year, a month), by a word before it that takes a
// year, or as a day with what a date goes on with. Most numbers are none of these.
bool DateReader::may_begin_date(std::size_t at) const {
  if (reading_.is_digits(at)) {
    const std::size_t size = length(at);
    if (size == 4 || (size == 3 && at > 0 && reading_.has_role(at - 1, Role::year_noun))) return true;
    if (size > 4) return false;
  } else {
    if (reading_.lexicon->begins_date(reading_.pieces[at].word)) return true;
    if (at > 0 && (reading_.has_role(at - 1, Role::in) || reading_.has_role(at - 1, Role::year_noun)))
      return true;
  }
  if (!reading_.has(at + 1)) return false;
  const Piece& next = reading_.pieces[at + 1];
  if (next.kind == PieceKind::symbol &&
      (next.symbol == '-' || next.symbol == '/' || next.symbol == '.' || next.symbol == '~'))
    return true;
  return reading_.lexicon->goes_on_date(next.word);
}

// One date, or a named part of a year.
std::optional<DateMatch> DateReader::read_single(std::size_t at) const {
  if (!reading_.has(at)) return std::nullopt;
  std::optional<DateMatch> found;
  if (const EntryMatch weekday = reading_.match(at, Category::weekday)) found = after_weekday(at, weekday);
  if (!found && reading_.is_digits(at)) found = numeric(at);
  if (!found) found = quarter(at);
  if (!found) found = numbered_week(at);
  if (!found) found = day_first(at);
  if (!found) found = month_first(at);
  if (!found) found = year_first(at);
  if (!found) found = decade(at);
  return found;
}

// 17/06/2022  17-6-22  31.12.2022  2022-06-17  12-08, 2015  11-2016  2016/11
DateReader::Maybe DateReader::numeric(std::size_t at) const {
  const auto separator = [&](std::size_t i) {
    const bool is = reading_.is_symbol(i, '/') || reading_.is_symbol(i, '-') || reading_.is_symbol(i, '.');
    return is ? reading_.pieces[i].symbol : '\0';
  };
  const char first = separator(at + 1);
  if (first == 0) return std::nullopt;
  const bool tight = reading_.is_glued(at + 1) && reading_.is_glued(at + 2);
  const bool loose = reading_.is_near(at + 1) && reading_.is_near(at + 2) && first != '.';
  if (!reading_.is_digits(at + 2) || (!tight && !loose)) return std::nullopt;
  const char second = separator(at + 3);
  if (tight && second == first && reading_.is_glued(at + 3) && reading_.is_digits(at + 4) &&
      reading_.is_glued(at + 4)) {
    if (separator(at + 5) != 0 && reading_.is_glued(at + 5) && reading_.is_digits(at + 6) &&
        reading_.is_glued(at + 6)) {
      return std::nullopt;  // longer than a date: an IP address, an article number
    }
    if (length(at) == 4 && length(at + 2) <= 2 && length(at + 4) <= 2) {
      return make(at, at + 5, {digits_value(at), digits_value(at + 2), digits_value(at + 4)}, "date.numeric");
    }
    if (length(at) > 2 || length(at + 2) > 2 || digits_value(at) == 0 || digits_value(at + 2) == 0) {
      return std::nullopt;
    }
    int years = 0;
    if (length(at + 4) == 4) {
      years = digits_value(at + 4);
    } else if (length(at + 4) == 2 && (first != '.' || length(at + 2) == 2)) {
      years = digits_value(at + 4);
      years += years < kTwoDigitPivot ? 2000 : 1900;
    }
    if (years < 1000) return std::nullopt;
    return make(at, at + 5, {years, digits_value(at + 2), digits_value(at)}, "date.numeric");
  }
  if (tight && second != 0 && reading_.is_glued(at + 3) && reading_.is_digits(at + 4) &&
      reading_.is_glued(at + 4)) {
    return std::nullopt;
  }
  if (first == '.') return std::nullopt;
  if (tight && length(at) <= 2 && length(at + 2) <= 2 && reading_.is_symbol(at + 3, ',') &&
      reading_.is_glued(at + 3) && reading_.is_near(at + 4)) {
    const auto years = digits(at + 4, 4, 4, kFirstYear, kLastYear);
    if (years && digits_value(at + 2) != 0 && digits_value(at) != 0) {
      return make(at, at + 5, {years->value, digits_value(at + 2), digits_value(at)}, "date.numeric");
    }
  }
  const bool followed = separator(at + 3) != 0 && reading_.is_glued(at + 3);
  if (!followed && length(at) <= 2 && length(at + 2) == 4) {
    const auto months = digits(at, 1, 2, 1, 12);
    const auto years = digits(at + 2, 4, 4, 1900, kLastYear);
    if (months && years) return make(at, at + 3, {years->value, months->value, 0}, "date.month_number");
  }
  if (!followed && length(at) == 4 && length(at + 2) == 2) {
    const auto years = digits(at, 4, 4, 1900, kLastYear);
    const auto months = digits(at + 2, 2, 2, 1, 12);
    // 2011-12 is a season where the second half is the next year
    if (years && months && months->value != (years->value + 1) % 100) {
      return make(at, at + 3, {years->value, months->value, 0}, "date.month_number");
    }
  }
  return std::nullopt;
}

// A day and month in digits without a year: op 15-2, 22/04. Too much like other numbers unless a word
// before says so.
DateReader::Maybe DateReader::day_and_month(std::size_t at) const {
  if (!reading_.is_digits(at) || !reading_.is_digits(at + 2) || length(at) > 2 || length(at + 2) > 2) {
    return std::nullopt;
  }
  const bool joined =
      reading_.is_symbol(at + 1, '/') || reading_.is_symbol(at + 1, '-') ||
      (reading_.is_symbol(at + 1, '.') && reference_ && at > 0 && reading_.has_role(at - 1, Role::on));
  if (!joined || !reading_.is_glued(at + 1) || !reading_.is_glued(at + 2)) return std::nullopt;
  if (reading_.is_glued(at + 3) && !reading_.is_symbol(at + 3, '.') && !reading_.is_symbol(at + 3, ',') &&
      !reading_.is_symbol(at + 3, '?') && !reading_.is_symbol(at + 3, ')')) {
    return std::nullopt;
  }
  const bool joined_to_date =
      reference_ && at > 1 && (reading_.is_symbol(at - 1, '-') || reading_.has_role(at - 1, Role::to));
  const bool cue = at > 0 && (joined_to_date || reading_.has_role(at - 1, Role::on) ||
                              (reference_ && reading_.has_role(at - 1, Role::year_cue)));
  if (!cue && !(reference_ && at == 0)) return std::nullopt;
  const auto days = digits(at, 1, 2, 1, 31);
  const auto months = digits(at + 2, 1, 2, 1, 12);
  if (!days || !months) return std::nullopt;
  return make(at, at + 3, fill_year({0, months->value, days->value}), "date.day_number");
}

// 17 juni 2022, 1 jan., de tiende van september, vierde juli van 1995, 05-aug-2016
DateReader::Maybe DateReader::day_first(std::size_t at) const {
  const auto days = day(at);
  if (!days) return std::nullopt;
  std::size_t i = days->end;
  if (reading_.has_role(i, Role::of) && reading_.is_near(i)) {
    if (reading_.is_digits(at) && days->end == at + 1) return std::nullopt;  // 3 van mei
    ++i;
  } else if ((reading_.is_symbol(i, '-') || reading_.is_symbol(i, '/')) && reading_.is_glued(i) &&
             reading_.is_glued(i + 1)) {
    ++i;
  } else if (reading_.is_symbol(i, '.') && reading_.is_glued(i) && reading_.match(i + 1, Category::month)) {
    ++i;
  }
  if (!reading_.is_near(i)) return std::nullopt;
  const auto months = month(i);
  if (!months) return day_and_month(at);
  PartialDate date{.year = 0, .month = months->value, .day = days->value};
  std::size_t end = months->end;
  if (const auto years = year_behind(end)) {
    date.year = years->value;
    end = years->end;
  } else {
    // the point of "1 jan." stays with the sentence unless more of it follows
    date = fill_year(date);
  }
  return make(at, end, date, "date.written");
}

// juni 2020, juni, 2020, dec-2018, April 14, 2015, Aug 8, januari de eerste, maart
DateReader::Maybe DateReader::month_first(std::size_t at) const {
  const auto months = month(at);
  if (!months) return std::nullopt;
  std::size_t i = months->end;
  if (const auto years = year_behind(i)) {
    if ((reading_.is_symbol(years->end, '-')) && reading_.is_glued(years->end) &&
        reading_.is_glued(years->end + 1)) {
      if (const auto days = digits(years->end + 1, 1, 2, 1, 31)) {
        return make(at, days->end, {years->value, months->value, days->value}, "date.written");
      }
    }
    return make(at, years->end, {years->value, months->value, 0}, "date.month");
  }
  if (reference_) {
    const bool named = reading_.has_role(i, Role::next) || reading_.has_role(i, Role::previous) ||
                       reading_.has_role(i, Role::current);
    const auto years = named ? relative_year(i) : std::nullopt;
    if (years) return make(at, years->end, {years->value, months->value, 0}, "date.relative");
  }
  if (const auto second = month(i); second && reading_.is_near(i) && second->value > months->value) {
    if (const auto years = year_behind(second->end)) {  // jan feb 2017
      DateMatch match{.from = {.year = years->value, .month = months->value, .day = 0},
                      .to = PartialDate{.year = years->value, .month = second->value, .day = 0},
                      .begin = at,
                      .end = years->end,
                      .cut = 0,
                      .rule = "period.dates"};
      return match;
    }
  }
  const bool dash = reading_.is_symbol(i, '-') && reading_.is_glued(i) && reading_.is_glued(i + 1);
  const bool article = reading_.has_role(i, Role::article) && reading_.text_of(i) == "de";
  const std::size_t day_at = dash || article ? i + 1 : i;
  if (reading_.is_near(day_at)) {
    auto days = digits(day_at, 1, 2, 1, 31);
    if (!days && article) {
      const auto value = spelled(day_at, true);
      if (value && *value >= 1 && *value <= 31)
        days = Part{.value = static_cast<int>(*value), .end = day_at + 1};
    }
    if (days && !reading_.is_symbol(days->end, '%')) {
      const auto years = year_behind(days->end);
      const bool bare = !years && reading_.is_word(days->end) && !reference_;
      if (!bare) {
        PartialDate date{.year = years ? years->value : 0, .month = months->value, .day = days->value};
        if (!years) date = fill_year(date);
        return make(at, years ? years->end : days->end, date, "date.written");
      }
    }
  }
  return bare_month(at, *months);
}

// A month alone. Short forms are words and names too (dec, Jan): only with a word before that takes a date.
DateReader::Maybe DateReader::bare_month(std::size_t at, const Part& months) const {
  const bool cue = at > 0 && reading_.pieces[at].gap <= Gap::line &&
                   (reading_.has_role(at - 1, Role::year_cue) ||
                    reading_.has_role(at - 1, Role::month_noun) || reading_.has_role(at - 1, Role::next) ||
                    reading_.has_role(at - 1, Role::previous) || reading_.has_role(at - 1, Role::current));
  const char first = reading_.text[reading_.pieces[at].begin];
  const bool lower = first >= 'a' && first <= 'z';
  const bool alone = at == 0 && at_end(months.end);
  if (!lower && !alone) return std::nullopt;
  if (!cue && !alone && reading_.match(at, Category::month)->detail.empty()) return std::nullopt;
  return make(at, months.end, fill_year({0, months.value, 0}), "date.month");
}

// 2017 april; 2016, nov; 2020-Sep-23; 2016 K3; else the year alone
DateReader::Maybe DateReader::year_first(std::size_t at) const {
  if (reading_.is_digits(at) && length(at) == 4 && digits_value(at) >= kFirstYear) {
    const auto years = digits(at, 4, 4, kFirstYear, kLastYear);
    if (!years) return std::nullopt;
    std::size_t i = at + 1;
    const bool comma = reading_.is_symbol(i, ',') && reading_.is_glued(i);
    const bool dash = reading_.is_symbol(i, '-') && reading_.is_glued(i) && reading_.is_glued(i + 1);
    if (comma || dash) ++i;
    if (reading_.has(i) && reading_.pieces[i].gap <= Gap::space) {
      const auto months = month(i);
      // "in 2017 april" but not "2017 mei 2018"
      if (months && !year_behind(months->end) &&
          (!reading_.is_near(months->end) || !reading_.is_digits(months->end))) {
        return make(at, months->end, {years->value, months->value, 0}, "date.month");
      }
      if (months && dash && reading_.is_symbol(months->end, '-')) {
        if (const auto days = digits(months->end + 1, 1, 2, 1, 31)) {
          return make(at, days->end, {years->value, months->value, days->value}, "date.written");
        }
      }
      if (const auto part = named_part(i)) {
        DateMatch match = part_of_year(years->value, part->first, part->second);
        match.begin = at;
        match.end = i + 1;
        return match;
      }
    }
    return lone_year(at);
  }
  return spelled_year(at);
}

// in zeventienhonderdnegenentachtig; jaar 247: only behind a word that takes a year
DateReader::Maybe DateReader::spelled_year(std::size_t at) const {
  if (at == 0) return std::nullopt;
  if (reading_.is_digits(at)) {
    if (length(at) != 3 || !reading_.has_role(at - 1, Role::year_noun) || digits_value(at) < 100)
      return std::nullopt;
    // "elk jaar 800 agenten"
    const bool counts =
        reading_.is_word(at + 1) && reading_.is_near(at + 1) && !reading_.match(at + 1, Category::function);
    if (counts || reading_.is_symbol(at + 1, '%')) return std::nullopt;
    return make(at, at + 1, {digits_value(at), 0, 0}, "year");
  }
  const bool cue = reading_.has_role(at - 1, Role::in) || reading_.has_role(at - 1, Role::year_noun);
  if (!cue || !reading_.is_word(at) || !reading_.is_near(at)) return std::nullopt;
  const auto years = year(at);
  if (!years || (reading_.is_word(years->end) && !reading_.match(years->end, Category::function))) {
    return std::nullopt;
  }
  return make(at, years->end, {years->value, 0, 0}, "year");
}

// A year that nothing else in the text makes an amount.
DateReader::Maybe DateReader::lone_year(std::size_t at) const {
  const bool cue = at > 0 && reading_.has_role(at - 1, Role::year_cue);
  // 2,5  1.2014  12/2014: part of another number
  if (at > 0 && reading_.is_glued(at)) {
    const char before = reading_.pieces[at - 1].symbol;
    if (before == '.' || before == ',' || before == ':' || before == '#' || before == '+') {
      if (at > 1 && reading_.is_digits(at - 2) && reading_.is_glued(at - 1)) return std::nullopt;
      if (before == '+' || before == '#') return std::nullopt;
    }
  }
  const std::size_t next = at + 1;
  if (reading_.has(next) && reading_.pieces[next].gap <= Gap::line) {
    if (reading_.is_glued(next) && (reading_.is_symbol(next, '.') || reading_.is_symbol(next, ',')) &&
        reading_.is_digits(next + 1) && reading_.is_glued(next + 1)) {
      return std::nullopt;
    }
    const bool joined = reading_.is_glued(next) &&
                        (reading_.is_symbol(next, '/') || reading_.is_symbol(next, '-')) &&
                        reading_.is_digits(next + 1) && reading_.is_glued(next + 1);
    if (joined) {
      // 2021/2022 is a period, 2018/1999 a law, 2019-5 a file
      const auto second = second_year(next + 1, digits_value(at));
      const bool slash = reading_.is_symbol(next, '/');
      if (slash ? !second || second->value - digits_value(at) > kLongestSlashed
                : length(next + 1) < 4 && !second) {
        return std::nullopt;
      }
    }
    if (reading_.match(next, Category::currency) || reading_.match(next, Category::magnitude))
      return std::nullopt;
    if (reading_.match(next, Category::unit) && !reading_.match_role(next, Role::until) &&
        !(cue && reading_.pieces[next].gap != Gap::none)) {
      return std::nullopt;
    }
    // 2000 deelnemers, 1900 woningen: a round number before a plural
    if (!cue && digits_value(at) % 100 == 0 && reading_.is_word(next) &&
        !reading_.match(next, Category::function) && is_plural(next)) {
      return std::nullopt;
    }
  }
  return make(at, at + 1, {digits_value(at), 0, 0}, "year");
}

// maandag 12 januari 2016; Vr., 18 Juli 2014. A weekday alone is a relative date.
DateReader::Maybe DateReader::after_weekday(std::size_t at, const EntryMatch& weekday) const {
  std::size_t i = weekday.end;
  if (reading_.is_symbol(i, '.') && reading_.is_glued(i)) ++i;
  if (reading_.is_symbol(i, ',') && reading_.is_glued(i)) ++i;
  if (!reading_.is_near(i)) return std::nullopt;
  if (reading_.has_role(i, Role::article)) ++i;
  auto date = day_first(i);
  if (!date) date = month_first(i);
  if (!date || date->from.day == 0) return std::nullopt;
  if (reference_ && date->from.year != 0) {
    PartialDate open = date->from;
    open.year = 0;
    const std::optional<PartialDate> none;
    const DateReader open_reader(reading_, none);
    auto plain = open_reader.day_first(i);
    if (!plain) plain = open_reader.month_first(i);
    if (plain && plain->from.year == 0) date->from = fill_year(open, static_cast<int>(weekday->value));
  }
  date->begin = at;
  return date;
}

std::optional<DateMatch> read_date(const Reading& reading, std::size_t at,
                                   const std::optional<PartialDate>& reference) {
  return DateReader(reading, reference).read(at);
}

}  // namespace vraagbaak::analysis
