// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/number_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "analysis/figures/letter_fold.h"

namespace vraagbaak::analysis {
namespace {

// Decimal holds 36 digits; longer runs are codes, not numbers.
constexpr std::size_t kMostDigits = 30;
// Groups of three digits a number may have: up to 10^15.
constexpr std::size_t kMostGroups = 6;
// Decimals kept of an unending fraction.
constexpr int kFractionScale = 15;

std::size_t size_of(const Reading& reading, std::size_t at) {
  return reading.pieces[at].end - reading.pieces[at].begin;
}

// Puts runs of digits behind one another.
class DigitSum {
 public:
  // False where they are too many for a number; then there is no value either.
  bool add(std::string_view digits) {
    size_ += digits.size();
    if (size_ > kMostDigits) return false;
    for (const char c : digits) {
      if (low_size_ == kMostLow) carry();
      low_ = low_ * 10 + static_cast<std::uint64_t>(c - '0');
      ++low_size_;
    }
    return true;
  }
  // The last `decimals` of them behind the comma.
  std::optional<Decimal> value(std::size_t decimals) {
    if (size_ > kMostDigits || decimals > 18) return std::nullopt;
    carry();
    return Decimal::from_parts(high_, static_cast<int>(decimals));
  }

 private:
  static constexpr std::size_t kMostLow = 18;  // what fits in 64 bits

  void carry() {
    if (high_ != 0) {
      for (std::size_t i = 0; i < low_size_; ++i) high_ *= 10;
    }
    high_ += static_cast<Decimal::Mantissa>(low_);
    low_ = 0;
    low_size_ = 0;
  }

  Decimal::Mantissa high_ = 0;
  std::uint64_t low_ = 0;
  std::size_t low_size_ = 0;
  std::size_t size_ = 0;
};

std::optional<Decimal> to_decimal(std::string_view digits) {
  DigitSum sum;
  return sum.add(digits) ? sum.value(0) : std::nullopt;
}

// Runs of digits joined by '.' and ',' without blanks.
struct DottedRuns {
  std::array<std::size_t, 2 * kMostGroups> at;  // pieces of the runs; as many as `count`
  std::array<char, 2 * kMostGroups> separator;  // [i]: before run i
  std::size_t count = 0;
  bool too_many = false;
  std::size_t end = 0;
};

DottedRuns read_runs(const Reading& reading, std::size_t at) {
  DottedRuns runs;
  runs.at[0] = at;
  runs.count = 1;
  std::size_t i = at + 1;
  while ((reading.is_symbol(i, '.') || reading.is_symbol(i, ',')) && reading.is_glued(i) &&
         reading.is_digits(i + 1) && reading.is_glued(i + 1)) {
    if (runs.count == runs.at.size()) {
      runs.too_many = true;
      return runs;
    }
    runs.separator[runs.count] = reading.pieces[i].symbol;
    runs.at[runs.count++] = i + 1;
    i += 2;
  }
  runs.end = i;
  return runs;
}

bool all_groups(const Reading& reading, const DottedRuns& runs, std::size_t first, std::size_t last,
                char separator) {
  for (std::size_t i = first; i < last; ++i) {
    if (runs.separator[i] != separator || size_of(reading, runs.at[i]) != 3) return false;
  }
  return first < last;
}

std::optional<NumberMatch> assemble(const Reading& reading, const DottedRuns& runs,
                                    std::size_t decimals_from) {
  DigitSum digits;
  std::size_t decimals = 0;
  for (std::size_t i = 0; i < runs.count; ++i) {
    if (!digits.add(reading.text_of(runs.at[i]))) return std::nullopt;
    if (i >= decimals_from) decimals += size_of(reading, runs.at[i]);
  }
  const auto value = digits.value(decimals);
  if (!value) return std::nullopt;
  return NumberMatch{.value = *value, .begin = runs.at[0], .end = runs.at[runs.count - 1] + 1};
}

bool is_three_digits(const Reading& reading, std::size_t at) {
  return reading.is_digits(at) && size_of(reading, at) == 3;
}

// Digits or a grouped number stand right behind in the same line: a row of a table.
bool number_follows(const Reading& reading, std::size_t at) {
  return reading.is_digits(at) && reading.pieces[at].gap <= Gap::wide;
}

// 14 000, 1 234 567, 40 000,50. In a row of numbers blanks part the columns, so there only a no-break blank
// groups.
std::optional<NumberMatch> read_spaced(const Reading& reading, std::size_t at) {
  if (!is_three_digits(reading, at + 1) || reading.pieces[at + 1].gap != Gap::space) return std::nullopt;
  if (size_of(reading, at) > 3 || reading.text_of(at).front() == '0') return std::nullopt;
  DigitSum digits;
  digits.add(reading.text_of(at));
  std::size_t i = at + 1;
  bool no_break = true;
  while (is_three_digits(reading, i) && reading.pieces[i].gap == Gap::space && i - at < kMostGroups) {
    no_break = no_break && reading.pieces[i].no_break;
    digits.add(reading.text_of(i));
    ++i;
  }
  std::size_t decimals = 0;
  if (reading.is_symbol(i, ',') && reading.is_glued(i) && reading.is_digits(i + 1) &&
      reading.is_glued(i + 1)) {
    decimals = size_of(reading, i + 1);
    if (decimals > 3) return std::nullopt;
    digits.add(reading.text_of(i + 1));
    i += 2;
  } else if (reading.is_symbol(i, '.') && reading.is_glued(i) && reading.is_digits(i + 1) &&
             reading.is_glued(i + 1)) {
    return std::nullopt;  // 158 521 1.039.200: columns
  }
  if (!no_break) {
    // 695 736 759 on a line of its own is a row; 125 000 is a number
    const bool ends = !reading.has(i) || reading.pieces[i].gap >= Gap::line;
    if (size_of(reading, at) == 3 && ends && reading.text_of(at + 1) != "000") return std::nullopt;
    if (number_follows(reading, i)) return std::nullopt;
    if (at > 0 && reading.pieces[at].gap != Gap::line && reading.pieces[at].gap < Gap::paragraph &&
        reading.is_digits(at - 1)) {
      return std::nullopt;
    }
  }
  const auto value = digits.value(decimals);
  if (!value) return std::nullopt;
  return NumberMatch{.value = *value, .begin = at, .end = i};
}

// What stands before a number whose first point has blanks behind it.
enum class BrokenLead : std::uint8_t {
  label,  // the start of a line, the end of a sentence, "vraag": the first part is a list number or a name
  announced,  // a colon: a list may begin there, or the number that was announced
  inside,     // a word or bracket: the clause goes on
};

BrokenLead lead_of_broken(const Reading& reading, std::size_t at) {
  if (at == 0 || reading.pieces[at].gap >= Gap::line) return BrokenLead::label;
  const Piece& before = reading.pieces[at - 1];
  if (before.kind ==
      PieceKind::digits) {  // another number, unless blanks part them: "2015/2016   12. 117.020"
    return reading.pieces[at].gap == Gap::wide ? BrokenLead::announced : BrokenLead::label;
  }
  if (before.kind == PieceKind::word) {
    const bool is_label = reading.is_glued(at) || reading.match(at - 1, Category::reference) ||
                          reading.match(at - 1, Category::contact);
    return is_label ? BrokenLead::label : BrokenLead::inside;
  }
  if (before.symbol == ':') return BrokenLead::announced;
  if (before.symbol == '-') {  // a bullet or a sign, but no code: "A 3-3. 710.613"
    const bool is_code = reading.is_glued(at) && at > 1 && reading.is_digits(at - 2);
    return is_code ? BrokenLead::label : BrokenLead::inside;
  }
  const bool goes_on = before.symbol == '(' || before.symbol == ')' || before.symbol == ',' ||
                       reading.match(at - 1, Category::currency);
  return goes_on ? BrokenLead::inside : BrokenLead::label;
}

// A clause ends before piece `at`: a mark, or the end of a line.
bool is_clause_end(const Reading& reading, std::size_t at) {
  if (!reading.has(at) || reading.pieces[at].gap >= Gap::line) return true;
  const char mark = reading.pieces[at].symbol;
  return mark == '.' || mark == ',' || mark == ';' || mark == ')' || mark == '?' ||
         (mark == '-' && reading.is_glued(at));
}

// 94. 554.439 euro, hits: 18. 771: blanks slipped in behind the first point. Not where the first part may be
// a list number or end a sentence: the second part must be of more than one group, or a currency, a unit or
// the end of the clause must follow it.
std::optional<NumberMatch> read_broken(const Reading& reading, std::size_t at) {
  if (size_of(reading, at) > 3) return std::nullopt;
  if (!reading.is_symbol(at + 1, '.') || !reading.is_glued(at + 1) || !is_three_digits(reading, at + 2)) {
    return std::nullopt;
  }
  const Gap gap = reading.pieces[at + 2].gap;
  if (gap != Gap::space && gap != Gap::wide) return std::nullopt;
  const BrokenLead lead = lead_of_broken(reading, at);
  if (lead == BrokenLead::label) return std::nullopt;
  DottedRuns rest = read_runs(reading, at + 2);
  if (rest.too_many) return std::nullopt;
  const bool has_label = rest.count > 1 && rest.separator[rest.count - 1] == '.' &&
                         size_of(reading, rest.at[rest.count - 1]) < 3 && reading.is_symbol(rest.end, '.');
  if (has_label) {  // "463. 685.2. De verdeling": the number of the next answer is glued to it
    rest.end = rest.at[rest.count - 1] - 1;
    --rest.count;
  }
  const bool decimals = rest.count > 1 && rest.separator[rest.count - 1] == ',';
  const std::size_t groups_end = decimals ? rest.count - 1 : rest.count;
  if (groups_end > 1 && !all_groups(reading, rest, 1, groups_end, '.')) return std::nullopt;
  if (groups_end == 1) {
    const bool ends = is_clause_end(reading, rest.end);
    const bool is_quantity =
        reading.match(rest.end, Category::currency) || reading.match(rest.end, Category::unit);
    const bool may_be_label = lead == BrokenLead::announced && size_of(reading, at) == 1;
    if (!ends && (!is_quantity || may_be_label)) return std::nullopt;
  }
  const auto tail = assemble(reading, rest, groups_end);
  if (!tail) return std::nullopt;
  const auto head = to_decimal(reading.text_of(at));
  const auto shifted = head ? head->shifted(static_cast<int>(3 * groups_end)) : std::nullopt;
  const auto value = shifted ? add(*shifted, tail->value) : std::nullopt;
  if (!value) return std::nullopt;
  return NumberMatch{.value = *value, .begin = at, .end = tail->end};
}

std::optional<Decimal> fraction_of(std::int64_t numerator, std::int64_t denominator) {
  const auto quotient = divide(Decimal(numerator), Decimal(denominator), kFractionScale);
  return quotient ? std::optional(quotient->normalized()) : std::nullopt;
}

// The magnitude words behind a number: miljoen, duizend miljoen.
void apply_magnitudes(const Reading& reading, NumberMatch& number) {
  for (int words = 0; words < 2; ++words) {
    const EntryMatch magnitude = reading.match(number.end, Category::magnitude);
    if (!magnitude || !reading.is_near(number.end)) return;
    const auto value = number.value.shifted(magnitude->power);
    if (!value) return;
    number.value = *value;
    number.end = magnitude.end;
    if (magnitude->power >= 6) number.power += magnitude->power;
    if (reading.is_symbol(number.end, '.') && reading.is_glued(number.end) &&
        size_of(reading, number.end - 1) <= 4) {
      ++number.end;  // mln.
    }
  }
}

// The whole number that one word spells at `at`.
std::optional<std::int64_t> cardinal_at(const Reading& reading, std::size_t at) {
  if (!reading.is_word(at)) return std::nullopt;
  const Piece& piece = reading.pieces[at];
  if (piece.word == kNumberWord) {
    const SpelledNumber& number = reading.numbers[piece.number];
    return number.ordinal ? std::nullopt : std::optional(number.value);
  }
  const EntryMatch cardinal = reading.match(at, Category::cardinal);
  return cardinal ? std::optional(cardinal->value) : std::nullopt;
}

std::optional<std::int64_t> ordinal_at(const Reading& reading, std::size_t at) {
  if (!reading.is_word(at)) return std::nullopt;
  const Piece& piece = reading.pieces[at];
  if (piece.word == kNumberWord) {
    const SpelledNumber& number = reading.numbers[piece.number];
    return number.ordinal ? std::optional(number.value) : std::nullopt;
  }
  const EntryMatch ordinal = reading.match(at, Category::ordinal);
  return ordinal ? std::optional(ordinal->value) : std::nullopt;
}

// A fraction behind `whole en`: een half, drie vijfde, een kwart; or ½ glued to digits.
std::optional<NumberMatch> read_fraction(const Reading& reading, std::size_t at) {
  if (!reading.has(at)) return std::nullopt;
  if (const EntryMatch fraction = reading.match(at, Category::fraction)) {
    const auto value = fraction_of(fraction->value, fraction->denominator);
    return NumberMatch{.value = *value, .begin = at, .end = fraction.end, .spelled = true, .fraction = true};
  }
  const auto count = cardinal_at(reading, at);
  if (!count || !reading.is_near(at + 1)) return std::nullopt;
  if (const EntryMatch fraction = reading.match(at + 1, Category::fraction);
      fraction && fraction->value == 1) {
    const auto value = fraction_of(*count, fraction->denominator);
    return NumberMatch{.value = *value, .begin = at, .end = fraction.end, .spelled = true, .fraction = true};
  }
  const auto denominator = ordinal_at(reading, at + 1);
  if (!denominator || *denominator < 3 || *count >= *denominator) return std::nullopt;
  const auto value = fraction_of(*count, *denominator);
  return NumberMatch{.value = *value, .begin = at, .end = at + 2, .spelled = true, .fraction = true};
}

// "een derde" is a part only where something says so: een derde van, een derde meer, or the end.
bool is_part(const Reading& reading, std::size_t end) {
  if (!reading.is_near(end)) return true;
  if (reading.has_role(end, Role::of)) return true;
  return !reading.is_word(end) || reading.match(end, Category::function);
}

// Words that compose one number: vijf miljard tweehonderd miljoen, tweeduizend en zestien.
class SpelledReader {
 public:
  SpelledReader(const Reading& reading, std::size_t at) : reading_(reading), begin_(at), at_(at) {}

  std::optional<NumberMatch> read() {
    for (int parts = 0; parts < 24; ++parts) {  // the longest number below 10^18 has fewer words
      if (parts > 0 && (!reading_.has(at_) || reading_.pieces[at_].gap > Gap::line)) break;
      if (!take_part(parts)) break;
    }
    if (at_ == begin_) return std::nullopt;
    total_ += group_;
    NumberMatch number{
        .value = Decimal(total_), .begin = begin_, .end = at_, .spelled = true, .power = power_};
    read_tail(number);
    return number;
  }

 private:
  // What may follow a number: less than its lowest magnitude. Behind duizend up to 999, behind honderd up
  // to 99.
  static std::int64_t room_behind(std::int64_t number) {
    for (std::int64_t scale = 1'000'000'000'000; scale >= 1'000; scale /= 1'000) {
      if (number % scale == 0) return scale;
    }
    return number % 100 == 0 ? 100 : 0;
  }

  bool take_part(int parts) {
    const std::size_t skip =
        has_group_ && group_ + total_ >= 100 && reading_.has_role(at_, Role::and_) ? 1 : 0;
    if (const auto value = cardinal_at(reading_, at_ + skip)) {
      if (has_group_) {
        // behind duizend up to 999, behind honderd up to 99
        const std::int64_t room = room_behind(group_);
        if (group_ == 0 || *value >= room || *value == 0) return false;
        group_ += *value;
      } else {
        if (*value >= last_scale_ || (parts > 0 && *value == 0)) return false;
        group_ = *value;
        has_group_ = true;
      }
      at_ += 1 + skip;
      return true;
    }
    if (skip != 0) return false;
    const EntryMatch magnitude = reading_.match(at_, Category::magnitude);
    if (!magnitude || (parts == 0 && magnitude->power > 3)) return false;
    std::int64_t scale = 1;
    for (int i = 0; i < magnitude->power; ++i) scale *= 10;
    const std::int64_t group = has_group_ ? group_ : 1;
    if (scale == 100) {
      if (group >= 100) return false;
      group_ = group * 100;
      has_group_ = true;
    } else if (scale == 1000) {
      if (group >= 1000 || (!has_group_ && total_ != 0)) return false;
      group_ = group * 1000;
      has_group_ = true;
    } else {
      if (scale >= last_scale_ || !has_group_ || group > 999'999) return false;
      total_ += group * scale;
      last_scale_ = scale;
      group_ = 0;
      has_group_ = false;
      power_ = magnitude->power;
    }
    at_ = magnitude.end;
    return true;
  }

  // komma vijf; en een half
  void read_tail(NumberMatch& number) const {
    if (reading_.has_role(at_, Role::point) && reading_.is_near(at_)) {
      const auto decimals = cardinal_at(reading_, at_ + 1);
      if (decimals && *decimals < 100 && reading_.is_near(at_ + 1)) {
        const auto fraction = Decimal::from_parts(*decimals, *decimals < 10 ? 1 : 2);
        if (const auto value = fraction ? add(number.value, *fraction) : std::nullopt) {
          number.value = *value;
          number.end = at_ + 2;
        }
      }
    } else if (reading_.has_role(at_, Role::and_) && reading_.is_near(at_)) {
      const auto fraction = read_fraction(reading_, at_ + 1);
      if (fraction && reading_.is_near(at_ + 1) && fraction->value < Decimal(1)) {
        if (const auto value = add(number.value, fraction->value)) {
          number.value = *value;
          number.end = fraction->end;
        }
      }
    }
  }

  const Reading& reading_;
  std::size_t begin_;
  std::size_t at_;
  std::int64_t total_ = 0;
  std::int64_t group_ = 0;
  std::int64_t last_scale_ = 1'000'000'000'000'000'000;
  bool has_group_ = false;
  int power_ = 0;
};

// twintigste: a number of one part with its ending
std::optional<std::int64_t> lone_ste(const Reading& reading, std::size_t at) {
  const std::string folded = fold_letters(reading.text_of(at));
  if (!folded.ends_with("ste")) return std::nullopt;
  const Piece piece{.word = reading.lexicon->word(std::string_view(folded).substr(0, folded.size() - 3))};
  const EntryMatch entry = reading.lexicon->match({&piece, 1}, 0, Category::cardinal);
  return entry ? std::optional(entry->value) : std::nullopt;
}

bool is_accented_one(std::string_view word) {
  return word == "één" || word == "Eén" || word == "Één" || word == "éen";
}

std::optional<NumberMatch> read_word_number(const Reading& reading, std::size_t at) {
  if (auto fraction = read_fraction(reading, at)) {
    const bool by_rank = ordinal_at(reading, fraction->end - 1).has_value();
    const auto numerator = cardinal_at(reading, at);
    if (!by_rank || !numerator || *numerator > 1 || is_part(reading, fraction->end)) {
      apply_magnitudes(reading, *fraction);
      if (fraction->power != 0) fraction->fraction = false;
      return fraction;
    }
    return std::nullopt;
  }
  auto number = SpelledReader(reading, at).read();
  if (!number) return std::nullopt;
  const bool one_word = number->end == at + 1;
  if (one_word && number->value == Decimal(1) && !is_accented_one(reading.text_of(at))) return std::nullopt;
  apply_magnitudes(reading, *number);
  return number;
}

}  // namespace

ChainMatch read_chain(const Reading& reading, std::size_t at) {
  ChainMatch chain{.end = at + 1, .runs = 1};
  const auto joins = [&](std::size_t i) {
    if (!reading.has(i) || reading.pieces[i].kind != PieceKind::symbol) return false;
    const char c = reading.pieces[i].symbol;
    return c == '.' || c == ',' || c == '/' || c == '-' || c == ':';
  };
  chain.separator = reading.is_digits(at + 2) ? reading.pieces[at + 1].symbol : '\0';
  while (chain.runs < kLongestChain && joins(chain.end) && reading.is_glued(chain.end) &&
         reading.is_digits(chain.end + 1) && reading.is_glued(chain.end + 1)) {
    if (reading.pieces[chain.end].symbol != chain.separator) chain.separator = 0;
    chain.end += 2;
    ++chain.runs;
  }
  return chain;
}

// "P12,4": the end of what a word begins is no number of its own.
bool ends_word(const Reading& reading, std::size_t at) {
  if (at < 2 || !reading.is_glued(at) || !reading.is_glued(at - 1)) return false;
  if (!reading.is_symbol(at - 1, ',') && !reading.is_symbol(at - 1, '.')) return false;
  const std::string_view before = reading.text_of(at - 2);
  return reading.is_word(at - 2) && before.back() >= '0' && before.back() <= '9';
}

std::optional<NumberMatch> read_digit_number(const Reading& reading, std::size_t at) {
  if (ends_word(reading, at)) return std::nullopt;
  if (!reading.is_digits(at)) return std::nullopt;
  const DottedRuns runs = read_runs(reading, at);
  if (runs.too_many) return std::nullopt;
  const std::string_view first = reading.text_of(at);
  if (first.size() > 1 && first.front() == '0') return std::nullopt;
  if (runs.count == 1) {
    if (const auto spaced = read_spaced(reading, at)) return spaced;
    if (const auto broken = read_broken(reading, at)) return broken;
    auto number = assemble(reading, runs, 1);
    if (number) number->plain = true;
    return number;
  }
  const char separator = runs.separator[1];
  const bool grouped_first = first.size() <= 3 && first != "0";
  const char last = runs.separator[runs.count - 1];
  if (separator == '.') {
    if (grouped_first && all_groups(reading, runs, 1, runs.count, '.'))
      return assemble(reading, runs, runs.count);
    if (grouped_first && last == ',' && all_groups(reading, runs, 1, runs.count - 1, '.')) {
      return assemble(reading, runs, runs.count - 1);
    }
    if (runs.count == 2) return assemble(reading, runs, 1);  // 17.6, 0.200
    return std::nullopt;
  }
  if (runs.count == 2) return assemble(reading, runs, 1);  // 2,5
  if (grouped_first && all_groups(reading, runs, 1, runs.count, ','))
    return assemble(reading, runs, runs.count);
  if (grouped_first && last == '.' && all_groups(reading, runs, 1, runs.count - 1, ',')) {
    return assemble(reading, runs, runs.count - 1);
  }
  return std::nullopt;
}

std::optional<NumberMatch> read_number(const Reading& reading, std::size_t at) {
  if (!reading.has(at)) return std::nullopt;
  if (!reading.is_digits(at)) return read_word_number(reading, at);
  auto number = read_digit_number(reading, at);
  if (!number) return std::nullopt;
  if (number->plain && reading.has(number->end) && reading.pieces[number->end].kind == PieceKind::symbol &&
      reading.pieces[number->end].gap <= Gap::space) {
    const EntryMatch fraction = reading.match(number->end, Category::fraction);  // 2½
    const auto part = fraction ? fraction_of(fraction->value, fraction->denominator) : std::nullopt;
    const auto value = part ? add(number->value, *part) : std::nullopt;
    if (value) {
      number->value = *value;
      number->end = fraction.end;
    }
  }
  apply_magnitudes(reading, *number);
  return number;
}

std::optional<NumberMatch> read_rank(const Reading& reading, std::size_t at) {
  const auto number = SpelledReader(reading, at).read();
  std::size_t last = number ? number->end : at;
  const auto scale = [&](std::size_t i) -> std::optional<int> {
    // miljoenste, miljardste: the magnitude's own rank
    if (!reading.is_word(i)) return std::nullopt;
    const std::string folded = fold_letters(reading.text_of(i));
    if (!folded.ends_with("ste")) return std::nullopt;
    const Piece piece{.word = reading.lexicon->word(std::string_view(folded).substr(0, folded.size() - 3))};
    const EntryMatch entry = reading.lexicon->match({&piece, 1}, 0, Category::magnitude);
    return entry ? std::optional(entry->power) : std::nullopt;
  };
  if (number && reading.has_role(last, Role::and_)) ++last;
  if (const auto ordinal = ordinal_at(reading, last)) {
    const auto value = number ? add(number->value, Decimal(*ordinal)) : std::optional(Decimal(*ordinal));
    if (!value) return std::nullopt;
    return NumberMatch{.value = *value, .begin = at, .end = last + 1, .spelled = true};
  }
  if (const auto power = scale(last)) {
    const auto value = number ? number->value.shifted(*power) : Decimal(1).shifted(*power);
    if (!value) return std::nullopt;
    return NumberMatch{.value = *value, .begin = at, .end = last + 1, .spelled = true};
  }
  if (const auto tens = reading.is_word(at) && !number ? lone_ste(reading, at) : std::nullopt) {
    return NumberMatch{.value = Decimal(*tens), .begin = at, .end = at + 1, .spelled = true};
  }
  return std::nullopt;
}

}  // namespace vraagbaak::analysis
