// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/figure_match.h"

#include <optional>

namespace vraagbaak::query {

namespace {

// A share in percent; nullopt where the figure is none.
std::optional<Decimal> as_percentage(const Figure& figure, const Decimal& value) {
  if (figure.kind == FigureKind::percentage) return figure.unit == "%" ? std::optional(value) : std::nullopt;
  if (figure.kind == FigureKind::ratio) return value.shifted(2);
  return std::nullopt;
}

bool is_plain_number(const Figure& figure) {
  return figure.kind == FigureKind::count || figure.kind == FigureKind::number;
}

// "jaar" and "jaren", "dag" and "dagen": the first letters tell; "kalenderdagen" are days too.
bool is_same_measure(const std::string& a, const std::string& b) {
  constexpr std::size_t kTellingBytes = 3;
  if (a.substr(0, kTellingBytes) == b.substr(0, kTellingBytes)) return true;
  return a.size() > kTellingBytes && b.size() > kTellingBytes && (a.ends_with(b) || b.ends_with(a));
}

// How many of the smaller unit make the duration's own unit: a year is 12 months, a week 7 days.
struct TimeUnit {
  std::string_view stem;
  std::string_view base;
  int factor;
};
constexpr TimeUnit kTimeUnits[] = {{"jaar", "maand", 12},    {"jaren", "maand", 12}, {"halfjaar", "maand", 6},
                                   {"kwartaal", "maand", 3}, {"maand", "maand", 1},  {"week", "dag", 7},
                                   {"weken", "dag", 7},      {"dag", "dag", 1},      {"uur", "uur", 1},
                                   {"uren", "uur", 1},       {"etmaal", "uur", 24}};

const TimeUnit* time_unit(std::string_view unit) {
  for (const TimeUnit& known : kTimeUnits) {
    if (unit.starts_with(known.stem) || unit.ends_with(known.stem)) return &known;
  }
  return nullptr;
}

// The duration in the base unit of both; nullopt where they have none in common.
std::optional<Decimal> in_base_of(const Figure& figure, const Figure& other, const Decimal& value) {
  const TimeUnit* own = time_unit(figure.unit);
  const TimeUnit* its = time_unit(other.unit);
  if (own == nullptr || its == nullptr || own->base != its->base || own->factor == its->factor)
    return std::nullopt;
  return multiply(value, Decimal(own->factor));
}

bool are_comparable(const Figure& claimed, const Figure& stated) {
  if (claimed.kind == FigureKind::money || stated.kind == FigureKind::money)
    return claimed.kind == stated.kind && claimed.unit == stated.unit;
  if (claimed.kind == FigureKind::area || stated.kind == FigureKind::area)
    return claimed.kind == stated.kind && claimed.unit == stated.unit;
  if (!is_plain_number(claimed) || !is_plain_number(stated)) return false;
  // "twee keer" is no number of incidents.
  if (!claimed.unit.empty() && !stated.unit.empty() && counts_times(claimed) != counts_times(stated))
    return false;
  if (claimed.kind == FigureKind::number && stated.kind == FigureKind::number)
    return is_same_measure(claimed.unit, stated.unit);
  // A duration is no count of things; a bare number may be either.
  const Figure& number = claimed.kind == FigureKind::number ? claimed : stated;
  const Figure& count = claimed.kind == FigureKind::number ? stated : claimed;
  if (number.kind != FigureKind::number || number.unit.empty()) return true;
  return is_same_measure(number.unit, count.unit);
}

// Nobody says "meer dan 5" of 50: a value that far from an open claim's end is likely of something else. A
// limit ("hoogstens 58") is stated as such.
bool is_far_inside(const ClaimFigure& claimed, const Decimal& value, const std::optional<Decimal>& low,
                   const std::optional<Decimal>& high) {
  constexpr int kLooseReach = 30;  // tenths: "meer dan", "minder dan"
  constexpr int kLimitReach = 13;  // "minstens", "hoogstens"
  if (low && high) return false;
  const auto times = [](const Decimal& a, int tenths) {
    const auto product = multiply(a, Decimal(tenths));
    return product ? product->shifted(-1) : std::nullopt;
  };
  const int reach = claimed.is_limit ? kLimitReach : kLooseReach;
  if (low && !low->is_zero()) return value > times(*low, reach).value_or(value);
  if (high && !value.is_zero()) return times(value, reach).value_or(*high) < *high;
  return false;
}

FigureMatch match_values(const ClaimFigure& claimed, const Figure& stated, const Decimal& value,
                         std::optional<Decimal> low, std::optional<Decimal> high,
                         std::optional<Decimal> stated_low, std::optional<Decimal> stated_high) {
  const bool is_vague = stated.approx || stated.bound != FigureBound::none;
  if (claimed.above_low && low && value == *low && !is_vague) return FigureMatch::differs;
  const bool inside = (!low || *low <= value) && (!high || value <= *high);
  if (inside) {
    if (is_far_inside(claimed, value, low, high)) return FigureMatch::incomparable;
    // "meer dan 100" in the document does not bear out "hoogstens 100".
    if (stated.bound == FigureBound::min && claimed.figure.bound == FigureBound::max)
      return FigureMatch::incomparable;
    if (stated.bound == FigureBound::max && claimed.figure.bound == FigureBound::min)
      return FigureMatch::incomparable;
    return FigureMatch::agrees;
  }
  if (!is_vague || (!stated_low && !stated_high)) return FigureMatch::differs;
  const bool apart =
      (low && stated_high && *stated_high < *low) || (high && stated_low && *high < *stated_low);
  return apart ? FigureMatch::differs : FigureMatch::incomparable;
}

// Both dates as far as both are known.
FigureMatch match_dates(const PartialDate& claimed, const PartialDate& stated) {
  if (claimed.year != 0 && stated.year == 0) return FigureMatch::incomparable;
  const auto differ = [](int a, int b) { return a != 0 && b != 0 && a != b; };
  if (differ(claimed.year, stated.year) || differ(claimed.month, stated.month) ||
      differ(claimed.day, stated.day)) {
    return FigureMatch::differs;
  }
  const auto finer = [](int a, int b) { return a != 0 && b == 0; };
  if (finer(claimed.year, stated.year) || finer(claimed.month, stated.month) ||
      finer(claimed.day, stated.day)) {
    return FigureMatch::incomparable;
  }
  return FigureMatch::agrees;
}

FigureMatch match_times(const Figure& claimed, const Figure& stated) {
  const auto both = [](FigureMatch a, FigureMatch b) {
    if (a == FigureMatch::differs || b == FigureMatch::differs) return FigureMatch::differs;
    return a == FigureMatch::agrees && b == FigureMatch::agrees ? FigureMatch::agrees
                                                                : FigureMatch::incomparable;
  };
  if (claimed.date && stated.date) return match_dates(*claimed.date, *stated.date);
  if (claimed.from && claimed.to && stated.from && stated.to)
    return both(match_dates(*claimed.from, *stated.from), match_dates(*claimed.to, *stated.to));
  // A day in a stated period: the period may be about another side of the matter.
  return FigureMatch::incomparable;
}

}  // namespace

bool counts_times(const Figure& figure) {
  return figure.unit == "keer" || figure.unit == "maal" || figure.unit == "keren";
}

FigureMatch match(const ClaimFigure& claimed, const Figure& stated) {
  const bool is_time = is_temporal(claimed.figure.kind);
  if (is_time != is_temporal(stated.kind) || stated.kind == FigureKind::ordinal_ref)
    return FigureMatch::incomparable;
  if (is_time) return match_times(claimed.figure, stated);
  if (!claimed.figure.value || !stated.value) return FigureMatch::incomparable;
  const Decimal value = stated.value->absolute();
  const auto share = as_percentage(claimed.figure, claimed.figure.value->absolute());
  if (share) {
    const auto percent = as_percentage(stated, value);
    if (!percent) return FigureMatch::incomparable;
    const auto in_percent = [&](const std::optional<Decimal>& end, const Figure& of) {
      return end ? as_percentage(of, *end) : std::nullopt;
    };
    auto low = in_percent(claimed.low, claimed.figure);
    auto high = in_percent(claimed.high, claimed.figure);
    // "een derde" may be written 33 %.
    if (claimed.figure.kind == FigureKind::ratio && low && high && *low == *high) {
      low = subtract(*low, Decimal(1));
      high = add(*high, Decimal(1));
    }
    return match_values(claimed, stated, *percent, low, high, in_percent(stated.low, stated),
                        in_percent(stated.high, stated));
  }
  if (const auto base = in_base_of(stated, claimed.figure, value)) {
    const auto convert = [](const Figure& of, const Figure& against, const std::optional<Decimal>& end) {
      return end ? in_base_of(of, against, *end) : std::nullopt;
    };
    return match_values(claimed, stated, *base, convert(claimed.figure, stated, claimed.low),
                        convert(claimed.figure, stated, claimed.high),
                        convert(stated, claimed.figure, stated.low),
                        convert(stated, claimed.figure, stated.high));
  }
  if (!are_comparable(claimed.figure, stated)) return FigureMatch::incomparable;
  return match_values(claimed, stated, value, claimed.low, claimed.high, stated.low, stated.high);
}

KindWeights kinds_to_settle(const Figure& figure) {
  KindWeights kinds;
  const auto set = [&](AnswerKind kind, double weight) { kinds[kind] = weight; };
  switch (figure.kind) {
    case FigureKind::money:
      set(AnswerKind::money, 1);
      break;
    case FigureKind::percentage:
      set(AnswerKind::percentage, 0.92);
      set(AnswerKind::ratio, 0.08);
      break;
    case FigureKind::ratio:
      set(AnswerKind::percentage, 0.6);
      set(AnswerKind::ratio, 0.4);
      break;
    case FigureKind::area:
      set(AnswerKind::area, 1);
      break;
    case FigureKind::count:
      set(AnswerKind::count, 0.95);
      set(AnswerKind::number, 0.05);
      break;
    case FigureKind::number:
      set(figure.unit.empty() ? AnswerKind::count : AnswerKind::number, 0.8);
      set(figure.unit.empty() ? AnswerKind::number : AnswerKind::count, 0.2);
      break;
    case FigureKind::date:
    case FigureKind::year:
      set(AnswerKind::date, 0.95);
      set(AnswerKind::period, 0.05);
      break;
    case FigureKind::period:
      set(AnswerKind::period, 0.9);
      set(AnswerKind::date, 0.1);
      break;
    case FigureKind::ordinal_ref:
      break;
  }
  return kinds;
}

}  // namespace vraagbaak::query
