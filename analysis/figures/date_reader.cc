// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/date_reader.h"

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

// Two-digit years count back from here: 15 is 2015, 71 is 1971.
constexpr int kTwoDigitPivot = 70;
// The longest period two joined years make: 1995-2050.
constexpr int kLongestPeriod = 100;

// 2021/2022 and 2021/2027 are periods; years further apart with a slash are numbers of laws.
constexpr int kLongestSlashed = 10;

// A day, month or year on its way to a date. Pieces up to `end`.
struct Part {
  int value = 0;
  std::size_t end = 0;
  std::size_t cut = 0;
};

class DateReader {
 public:
  DateReader(const Reading& reading, const std::optional<PartialDate>& reference)
      : reading_(reading), reference_(reference) {}

  std::optional<DateMatch> read(std::size_t at) const {
    auto first = read_single(at);
    if (!first) first = read_day_span(at);
    if (!first) first = read_numbered_span(at);
    if (!first) return std::nullopt;
    if (!first->to || first->rule == "date.day_span") return join(*first);
    return first;
  }

  // One date, or a named part of a year.
  std::optional<DateMatch> read_single(std::size_t at) const {
    if (!reading_.has(at)) return std::nullopt;
    std::optional<DateMatch> found;
    if (const EntryMatch weekday = reading_.match(at, Category::weekday)) found = after_weekday(at, weekday);
    if (!found && reading_.is_digits(at)) found = numeric(at);
    if (!found) found = quarter(at);
    if (!found) found = day_first(at);
    if (!found) found = month_first(at);
    if (!found) found = year_first(at);
    if (!found) found = decade(at);
    return found;
  }

 private:
  using Maybe = std::optional<DateMatch>;

  static Maybe make(std::size_t begin, std::size_t end, PartialDate date, std::string_view rule) {
    if (!date.is_valid()) return std::nullopt;
    return DateMatch{.from = date, .to = std::nullopt, .begin = begin, .end = end, .cut = 0, .rule = rule};
  }

  std::size_t length(std::size_t at) const { return reading_.pieces[at].end - reading_.pieces[at].begin; }

  int digits_value(std::size_t at) const {
    int value = 0;
    for (const char c : reading_.text_of(at)) value = value * 10 + (c - '0');
    return value;
  }

  std::optional<Part> digits(std::size_t at, std::size_t least, std::size_t most, int lowest,
                             int highest) const {
    if (!reading_.is_digits(at) || length(at) < least || length(at) > most) return std::nullopt;
    const int value = digits_value(at);
    if (value < lowest || value > highest) return std::nullopt;
    return Part{.value = value, .end = at + 1, .cut = 0};
  }

  std::optional<std::int64_t> spelled(std::size_t at, bool ordinal) const {
    if (!reading_.is_word(at)) return std::nullopt;
    if (reading_.pieces[at].word == kNumberWord) {
      const SpelledNumber& number = reading_.numbers[reading_.pieces[at].number];
      return number.ordinal == ordinal ? std::optional(number.value) : std::nullopt;
    }
    const EntryMatch entry = reading_.match(at, ordinal ? Category::ordinal : Category::cardinal);
    return entry ? std::optional(entry->value) : std::nullopt;
  }

  // 1–31 in digits (with 3de, 21e, 20 ste) or words.
  std::optional<Part> day(std::size_t at) const {
    if (auto part = digits(at, 1, 2, 1, 31)) {
      if (reading_.has_role(at + 1, Role::ordinal_ending) &&
          (reading_.is_glued(at + 1) || reading_.text_of(at + 1) == "ste")) {
        part->end = at + 2;
      }
      return part;
    }
    auto value = spelled(at, false);
    if (!value) value = spelled(at, true);
    if (!value || *value < 1 || *value > 31) return std::nullopt;
    return Part{.value = static_cast<int>(*value), .end = at + 1, .cut = 0};
  }

  // A rank: 3de, 21e, derde. Bare digits are none.
  std::optional<Part> rank(std::size_t at) const {
    if (auto part = digits(at, 1, 2, 1, 99)) {
      if (!reading_.has_role(at + 1, Role::ordinal_ending) || !reading_.is_glued(at + 1)) return std::nullopt;
      part->end = at + 2;
      return part;
    }
    const auto value = spelled(at, true);
    if (!value || *value < 1 || *value > 99) return std::nullopt;
    return Part{.value = static_cast<int>(*value), .end = at + 1, .cut = 0};
  }

  // A month's name, with the point of an abbreviation. "mei" and "maart" are words of the language too, but
  // no capital tells them apart.
  std::optional<Part> month(std::size_t at) const {
    const EntryMatch entry = reading_.match(at, Category::month);
    if (!entry) return std::nullopt;
    Part part{.value = static_cast<int>(entry->value), .end = entry.end, .cut = 0};
    if (entry->detail.empty() && reading_.is_symbol(part.end, '.') && reading_.is_glued(part.end) &&
        reading_.is_near(part.end + 1) && year(part.end + 1)) {
      ++part.end;
    }
    return part;
  }

  // Four digits, or in words.
  std::optional<Part> year(std::size_t at, int lowest = 1000) const {
    if (auto part = digits(at, 4, 4, lowest, 2199)) return part;
    if (!reading_.is_word(at)) return std::nullopt;
    const auto number = read_number(reading_, at);
    if (!number || number->fraction || !number->value.is_whole()) return std::nullopt;
    const auto value = number->value.mantissa();
    if (value < 1100 || value > kLastYear || number->value.scale() != 0) return std::nullopt;
    return Part{.value = static_cast<int>(value), .end = number->end, .cut = 0};
  }

  // A year behind a month: "juni 2020", "juni, 2020", "juni van 2020", "juni in 2020", also over one line
  // break.
  std::optional<Part> year_behind(std::size_t at) const {
    if (!reading_.is_near(at)) return std::nullopt;
    if (auto found = year(at)) return found;
    if ((reading_.is_symbol(at, ',') || reading_.is_symbol(at, '/') || reading_.is_symbol(at, '-')) &&
        reading_.is_near(at + 1)) {
      const bool spaced = !reading_.is_glued(at) && !reading_.is_symbol(at, ',');
      if (spaced) return std::nullopt;
      return year(at + 1);
    }
    if ((reading_.has_role(at, Role::of) || reading_.has_role(at, Role::in)) && reading_.is_near(at + 1)) {
      return year(at + 1);
    }
    return std::nullopt;
  }

  PartialDate fill_year(PartialDate date, int weekday = 0) const {
    if (!reference_ || date.year != 0) return date;
    date.year = reference_->year;
    if (weekday != 0 && date.day != 0) {
      for (const int shift : {0, 1, -1}) {
        const PartialDate other{.year = reference_->year + shift, .month = date.month, .day = date.day};
        if (other.is_valid() && weekday_of(other) == weekday) return other;
      }
    }
    const PartialDate last{.year = date.year, .month = date.month, .day = date.day == 0 ? 31 : date.day};
    if (last < *reference_) ++date.year;
    return date.is_valid() ? date : PartialDate{.year = 0, .month = date.month, .day = date.day};
  }

  // 17/06/2022  17-6-22  31.12.2022  2022-06-17  12-08, 2015  11-2016  2016/11
  Maybe numeric(std::size_t at) const {
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
        return make(at, at + 5, {digits_value(at), digits_value(at + 2), digits_value(at + 4)},
                    "date.numeric");
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
  Maybe day_and_month(std::size_t at) const {
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
  Maybe day_first(std::size_t at) const {
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
  Maybe month_first(std::size_t at) const {
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

  bool at_end(std::size_t at) const { return !reading_.has(at) || reading_.pieces[at].gap >= Gap::paragraph; }

  // A month alone. Short forms are words and names too (dec, Jan): only with a word before that takes a date.
  Maybe bare_month(std::size_t at, const Part& months) const {
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
  Maybe year_first(std::size_t at) const {
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
  Maybe spelled_year(std::size_t at) const {
    if (at == 0) return std::nullopt;
    if (reading_.is_digits(at)) {
      if (length(at) != 3 || !reading_.has_role(at - 1, Role::year_noun) || digits_value(at) < 100)
        return std::nullopt;
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
  Maybe lone_year(std::size_t at) const {
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
      if (reading_.match(next, Category::unit) && !(cue && reading_.pieces[next].gap != Gap::none))
        return std::nullopt;
      // 2000 deelnemers, 1900 woningen: a round number before a plural
      if (!cue && digits_value(at) % 100 == 0 && reading_.is_word(next) &&
          !reading_.match(next, Category::function) && is_plural(next)) {
        return std::nullopt;
      }
    }
    return make(at, at + 1, {digits_value(at), 0, 0}, "year");
  }

  bool is_plural(std::size_t at) const {
    const std::string_view word = reading_.text_of(at);
    return word.size() > 3 && word.front() >= 'a' && word.front() <= 'z' &&
           (word.ends_with("en") || word.ends_with("s"));
  }

  // K3, Q3: which part of a year, and how many make one
  std::optional<std::pair<int, int>> named_part(std::size_t at) const {
    const EntryMatch entry = reading_.match(at, Category::numbered_division);
    if (!entry || reading_.text[reading_.pieces[at].begin] > 'Z') return std::nullopt;
    return std::pair(static_cast<int>(entry->denominator), static_cast<int>(entry->value));
  }

  static DateMatch part_of_year(int year, int part, int per_year) {
    const int months = 12 / per_year;
    return DateMatch{.from = {.year = year, .month = (part - 1) * months + 1, .day = 0},
                     .to = PartialDate{.year = year, .month = part * months, .day = 0},
                     .begin = 0,
                     .end = 0,
                     .cut = 0,
                     .rule = "period.part_of_year"};
  }

  // 3de kwartaal 2021, derde kwartaal van 2021, eerste helft van 2020, Q3 2021, eerste week van 2019, 21e
  // eeuw, eerste woensdag in oktober 2014
  Maybe quarter(std::size_t at) const {
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

  // dit jaar, volgend jaar; else the reference year
  std::optional<Part> relative_year(std::size_t at) const {
    std::size_t i = at;
    if (reading_.has_role(i, Role::of)) ++i;
    const int shift = reading_.has_role(i, Role::previous) ? -1 : reading_.has_role(i, Role::next) ? 1 : 0;
    if (shift != 0 || reading_.has_role(i, Role::current)) {
      if (reading_.has_role(i + 1, Role::year_noun))
        return Part{.value = reference_->year + shift, .end = i + 2};
      return std::nullopt;
    }
    return Part{.value = reference_->year, .end = at};
  }

  // ISO week `number` of the year; 0 is the week of 31 December or the last full one before it.
  static Maybe week_of(std::size_t begin, std::size_t end, int year, int number) {
    PartialDate monday{.year = year, .month = 1, .day = 4};  // always in week 1
    if (number == 0) {
      monday = {.year = year, .month = 12, .day = 31};
    }
    monday = add_days(monday, 1 - weekday_of(monday));
    if (number > 1) monday = add_days(monday, 7 * (number - 1));
    if (number > 53) return std::nullopt;
    return DateMatch{.from = monday,
                     .to = add_days(monday, 6),
                     .begin = begin,
                     .end = end,
                     .cut = 0,
                     .rule = "period.week"};
  }

  static Maybe nth_weekday(std::size_t begin, std::size_t end, PartialDate month, int weekday, int number) {
    const int size = days_in_month(month.year, month.month);
    PartialDate day{.year = month.year, .month = month.month, .day = number == 0 ? size - 6 : 1};
    day = add_days(day, (weekday - weekday_of(day) + 7) % 7 + (number > 1 ? 7 * (number - 1) : 0));
    if (day.month != month.month) return std::nullopt;
    return make(begin, end, day, "date.nth_weekday");
  }

  // maandag 12 januari 2016; Vr., 18 Juli 2014. A weekday alone is a relative date.
  Maybe after_weekday(std::size_t at, const EntryMatch& weekday) const {
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

  // jaren '90, jaren negentig, jaren 2000, jaren negentienzeventig
  Maybe decade(std::size_t at) const {
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

  int digits_value_safe(std::size_t at) const { return length(at) <= 4 ? digits_value(at) : 0; }

  // 21-22/02/2019, 14 t/m 15 oktober 2018, van 2 tot 7 feb 2018: the first day borrows month and year.
  Maybe read_day_span(std::size_t at) const {
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
  Maybe read_numbered_span(std::size_t at) const {
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

  // The piece where the second part of a period begins, behind "-", "tot", "t/m", "en" (after tussen).
  std::optional<std::size_t> connector(std::size_t at, std::size_t begin) const {
    if (!reading_.is_near(at)) return std::nullopt;
    std::size_t i = at;
    if (reading_.is_symbol(i, '-') || reading_.is_symbol(i, '~')) {
      ++i;
    } else if (reading_.is_symbol(i, '/') && reading_.is_glued(i) && reading_.is_glued(i + 1)) {
      ++i;
    } else if (const EntryMatch until = reading_.match_role(i, Role::until)) {
      i = until.end;
    } else if (reading_.has_role(i, Role::to)) {
      ++i;
    } else if (reading_.has_role(i, Role::and_) && opened_by_between(begin)) {
      ++i;
    } else {
      return std::nullopt;
    }
    if (!reading_.is_near(i)) return std::nullopt;
    if (reading_.has_role(i, Role::article)) ++i;
    return reading_.is_near(i) ? std::optional(i) : std::nullopt;
  }

  bool opened_by_between(std::size_t begin) const {
    if (begin > 0 && reading_.has_role(begin - 1, Role::article)) --begin;
    return begin > 0 && reading_.has_role(begin - 1, Role::between);
  }

  // Joins `first` and a second date into a period.
  Maybe join(DateMatch first) const {
    const auto at = connector(first.end, first.begin);
    if (!at) return first;
    std::size_t second_at = *at;
    const bool dash = reading_.pieces[first.end].kind == PieceKind::symbol;
    // tot eind 2026
    if (!dash && reading_.has_role(second_at, Role::year_cue) && reading_.is_near(second_at + 1)) ++second_at;
    if (dash && is_lone_year(first)) {
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

  static bool is_lone_year(const DateMatch& match) { return match.from.month == 0 && match.rule == "year"; }

  // 15 november tot en met 19: the second day borrows the month.
  Maybe borrowed_day(std::size_t at, const DateMatch& first) const {
    if (first.from.day == 0) return std::nullopt;
    const auto days = rank(at);
    if (!days || days->value > 31) return std::nullopt;
    PartialDate date = first.from;
    date.day = days->value;
    return make(at, days->end, date, "date.written");
  }

  // The year behind "2021-": 2025, 25, or 202552 with a footnote mark glued on.
  std::optional<Part> second_year(std::size_t at, int first) const {
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

  const Reading& reading_;
  const std::optional<PartialDate>& reference_;
};

}  // namespace

std::optional<DateMatch> read_date(const Reading& reading, std::size_t at,
                                   const std::optional<PartialDate>& reference) {
  return DateReader(reading, reference).read(at);
}

}  // namespace vraagbaak::analysis
