// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/date_forms.h"

namespace vraagbaak::analysis {

DateReader::Maybe DateReader::make(std::size_t begin, std::size_t end, PartialDate date,
                                   std::string_view rule) {
  if (!date.is_valid()) return std::nullopt;
  return DateMatch{.from = date, .to = std::nullopt, .begin = begin, .end = end, .cut = 0, .rule = rule};
}

int DateReader::digits_value(std::size_t at) const {
  int value = 0;
  for (const char c : reading_.text_of(at)) value = value * 10 + (c - '0');
  return value;
}

std::optional<DateReader::Part> DateReader::digits(std::size_t at, std::size_t least, std::size_t most,
                                                   int lowest, int highest) const {
  if (!reading_.is_digits(at) || length(at) < least || length(at) > most) return std::nullopt;
  const int value = digits_value(at);
  if (value < lowest || value > highest) return std::nullopt;
  return Part{.value = value, .end = at + 1, .cut = 0};
}

std::optional<std::int64_t> DateReader::spelled(std::size_t at, bool ordinal) const {
  if (!reading_.is_word(at)) return std::nullopt;
  if (reading_.pieces[at].word == kNumberWord) {
    const SpelledNumber& number = reading_.numbers[reading_.pieces[at].number];
    return number.ordinal == ordinal ? std::optional(number.value) : std::nullopt;
  }
  const EntryMatch entry = reading_.match(at, ordinal ? Category::ordinal : Category::cardinal);
  return entry ? std::optional(entry->value) : std::nullopt;
}

// 1–31 in digits (with 3de, 21e, 20 ste) or words.
std::optional<DateReader::Part> DateReader::day(std::size_t at) const {
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
std::optional<DateReader::Part> DateReader::rank(std::size_t at) const {
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
std::optional<DateReader::Part> DateReader::month(std::size_t at) const {
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
std::optional<DateReader::Part> DateReader::year(std::size_t at, int lowest) const {
  if (auto part = digits(at, 4, 4, lowest, 2199)) return part;
  if (reading_.is_symbol(at, '\'') && reading_.is_glued(at + 1)) {  // kwartaal '21
    auto part = digits(at + 1, 2, 2, 0, 99);
    if (part) part->value += part->value < kTwoDigitPivot ? 2000 : 1900;
    return part;
  }
  if (!reading_.is_word(at)) return std::nullopt;
  const auto number = read_number(reading_, at);
  if (!number || number->fraction || !number->value.is_whole()) return std::nullopt;
  const auto value = number->value.mantissa();
  if (value < 1100 || value > kLastYear || number->value.scale() != 0) return std::nullopt;
  return Part{.value = static_cast<int>(value), .end = number->end, .cut = 0};
}

// A year behind a month: "juni 2020", "juni, 2020", "juni van 2020", "juni in 2020", also over one line
// break.
std::optional<DateReader::Part> DateReader::year_behind(std::size_t at) const {
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

PartialDate DateReader::fill_year(PartialDate date, int weekday) const {
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

bool DateReader::is_plural(std::size_t at) const {
  const std::string_view word = reading_.text_of(at);
  return word.size() > 3 && word.front() >= 'a' && word.front() <= 'z' &&
         (word.ends_with("en") || word.ends_with("s"));
}

// dit jaar, volgend jaar; else the reference year
std::optional<DateReader::Part> DateReader::relative_year(std::size_t at) const {
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

// The piece where the second part of a period begins, behind "-", "tot", "t/m", "en" (after tussen).
std::optional<std::size_t> DateReader::connector(std::size_t at, std::size_t begin) const {
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

bool DateReader::opened_by_between(std::size_t begin) const {
  if (begin > 0 && reading_.has_role(begin - 1, Role::article)) --begin;
  return begin > 0 && reading_.has_role(begin - 1, Role::between);
}

}  // namespace vraagbaak::analysis
