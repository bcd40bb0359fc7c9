// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "analysis/figures/figure_scanner.h"

namespace vraagbaak::analysis {
namespace {

// Hedges stack: "in totaal maximaal ca. 5".
constexpr int kMostHedges = 3;
// A number above this is no percentage because another figure is one.
constexpr int kHighestShare = 500;
// Pieces between the two sides of a comparison.
constexpr std::size_t kFarthestCompared = 12;

bool is_quantity(const Figure& figure) {
  switch (figure.kind) {
    case FigureKind::money:
    case FigureKind::percentage:
    case FigureKind::count:
    case FigureKind::number:
    case FigureKind::area:
    case FigureKind::ratio:
      return true;
    default:
      return false;
  }
}

std::optional<Decimal> percent_of(const Decimal& value, const std::optional<Decimal>& percent) {
  if (!percent) return std::nullopt;
  const auto product = multiply(value, *percent);
  const auto shifted = product ? product->shifted(-2) : std::nullopt;
  return shifted ? std::optional(shifted->normalized()) : std::nullopt;
}

// The hedge nearest to the figure decides its bound: "tot meer dan 100" is more than 100.
void apply(const Entry& hedge, Figure& figure) {
  if (hedge.detail == "none") return;
  if (figure.bound != FigureBound::none && hedge.detail != "approx") return;
  if (hedge.detail == "approx" || hedge.detail == "approx+min") figure.approx = true;
  if (hedge.detail == "min" || hedge.detail == "approx+min") figure.bound = FigureBound::min;
  if (hedge.detail == "max" || hedge.detail == "zero") figure.bound = FigureBound::max;
  if (!figure.value || figure.value->is_negative()) return;
  const bool bounded = figure.low || figure.high;
  if (bounded && hedge.detail == "approx") return;
  figure.low = percent_of(*figure.value, hedge.low);
  figure.high = percent_of(*figure.value, hedge.high);
}

// ca. 5, meer dan de helft, maximaal 5: the words right before.
void apply_before(const Reading& reading, std::size_t previous_end, FoundFigure& item) {
  std::size_t end = item.begin;
  for (int hedges = 0; hedges < kMostHedges && end > 0; ++hedges) {
    if (reading.pieces[end].gap > Gap::line) return;
    std::size_t at = end;
    if (reading.has_role(at - 1, Role::article)) --at;
    if (at > 0 && reading.is_symbol(at - 1, '.') && reading.is_glued(at - 1)) --at;  // ca. min. max.
    if (at == 0) return;
    EntryMatch hedge = reading.match_before(at, Category::hedge);
    if (!hedge) hedge = reading.match_before(end, Category::hedge);
    if (!hedge) return;
    // "een daling met 3 % tot 12 %": the end of a change, not a bound (a range is joined later)
    const bool ends_a_change = hedge->detail == "max" && reading.has_role(hedge.begin, Role::to);
    if (ends_a_change && hedge.begin == previous_end && hedge.begin > 0) return;
    apply(*hedge.entry, item.figure);
    end = hedge.begin;
  }
}

// 5 of meer; 10 werknemers of meer
void apply_after(const Reading& reading, FoundFigure& item) {
  for (const std::size_t at : {item.end, item.noun_end}) {
    if (!reading.is_near(at)) continue;
    if (const EntryMatch hedge = reading.match(at, Category::hedge_after)) {
      apply(*hedge.entry, item.figure);
      return;
    }
  }
}

// een maximum steunplafond van 7.500 euro; de maximale looptijd bedraagt vijftien jaar
void apply_noun_bound(const Reading& reading, FoundFigure& item) {
  if (item.figure.bound != FigureBound::none || item.begin < 3) return;
  const std::size_t link = item.begin - 1;
  if (!reading.has_role(link, Role::linking)) return;
  for (std::size_t back = 1; back <= 3 && back < link; ++back) {
    const std::size_t at = link - back;
    if (reading.pieces[at].kind == PieceKind::symbol || reading.pieces[at + 1].gap > Gap::line) return;
    const EntryMatch hedge = reading.match(at, Category::bounding_adjective);
    if (!hedge) continue;
    if (back >= 2 || hedge.end == link) apply(*hedge.entry, item.figure);
    return;
  }
}

bool same_unit(const Figure& a, const Figure& b) {
  return a.kind == b.kind && a.unit == b.unit;
}

// "zes- à zevenhonderd", "13- en 14-jarigen": a hyphen that stands for what only the second has.
bool is_hyphen_of_series(const Reading& reading, std::size_t at) {
  return reading.is_symbol(at, '-') && reading.is_glued(at) && reading.has(at + 1) &&
         !reading.is_glued(at + 1) &&
         (reading.has_role(at + 1, Role::and_) || reading.has_role(at + 1, Role::or_) ||
          reading.has_role(at + 1, Role::to) || reading.has_role(at + 1, Role::to_about));
}

// The words between two figures make them one range: "80 en 130" behind tussen, "2.500 tot 5.000", "10-20".
bool is_range(const Reading& reading, const FoundFigure& first, const FoundFigure& second) {
  std::size_t at = first.end;
  if (first.noun_end > first.end && first.noun_end < second.begin) at = first.noun_end;
  if (is_hyphen_of_series(reading, at)) ++at;
  if (at >= second.begin) return false;
  std::size_t end = at;
  if (const EntryMatch until = reading.match_role(at, Role::until)) {
    end = until.end;
  } else if (reading.has_role(at, Role::to) || reading.is_symbol(at, '-') ||
             reading.has_role(at, Role::to_about)) {
    end = at + 1;
  } else if (reading.has_role(at, Role::and_)) {
    std::size_t before = first.begin;
    if (before > 0 && reading.has_role(before - 1, Role::article)) --before;
    if (before == 0 || !reading.has_role(before - 1, Role::between)) return false;
    end = at + 1;
  } else {
    return false;
  }
  if (reading.has_role(end, Role::article)) ++end;
  return end == second.begin && reading.pieces[second.begin].gap <= Gap::line;
}

// "zes- à zevenhonderd": the hundreds or thousands that the second word ends in.
std::optional<Decimal> scaled_by_hyphen(const Reading& reading, const FoundFigure& first,
                                        const FoundFigure& second) {
  if (!is_hyphen_of_series(reading, first.end) || !reading.is_word(second.begin) || !first.figure.value ||
      !second.figure.value || !(*first.figure.value < Decimal(10))) {
    return std::nullopt;
  }
  for (const int power : {3, 2}) {
    const auto whole = second.figure.value->shifted(-power);
    if (whole && whole->is_whole() && *first.figure.value < *whole) return first.figure.value->shifted(power);
  }
  return std::nullopt;
}

// "€ 5 tot 10 miljoen": the upper end takes the currency, the lower end the scale.
void share_currency(FoundFigure& first, FoundFigure& second) {
  if (!second.bare || first.figure.rule != "money.currency_before" || !first.figure.value) return;
  if (first.power == 0 && second.power != 0 && *first.figure.value < Decimal(1000)) {
    if (const auto shifted = first.figure.value->shifted(second.power)) first.figure.value = *shifted;
  }
  second.figure.kind = FigureKind::money;
  second.figure.unit = first.figure.unit;
  second.bare = false;
}

// "2 à 3 miljoen": the value with the scale of the second, where it is no larger than that.
std::optional<Decimal> borrowed_scale(const FoundFigure& first, const FoundFigure& second) {
  if (!first.bare || first.power != 0 || second.power == 0 || !(*first.figure.value < Decimal(1000)))
    return std::nullopt;
  return first.figure.value->shifted(second.power);
}

// The lower end of a range borrows what only the upper end says: 2.500 tot 5.000 euro, 2 à 3 miljoen.
void join_range(const Reading& reading, FoundFigure& first, FoundFigure& second) {
  if (!first.figure.value || !second.figure.value) return;
  share_currency(first, second);
  Decimal low = *first.figure.value;
  if (const auto shifted = borrowed_scale(first, second)) low = *shifted;
  if (const auto scaled = scaled_by_hyphen(reading, first, second)) low = *scaled;
  if (*second.figure.value < low) return;
  if (first.bare) {
    first.figure.kind = second.figure.kind;
    first.figure.unit = second.figure.unit;
    first.figure.value = low;
    first.bare = false;
    if (!second.bare) first.figure.rule = second.figure.rule;
  }
  if (!same_unit(first.figure, second.figure)) return;
  first.figure.bound = FigureBound::min;
  second.figure.bound = FigureBound::max;
  first.figure.low = second.figure.low = first.figure.value;
  first.figure.high = second.figure.high = second.figure.value;
}

// "131 van de 552 stations", "12 en 15 dossiers", "40 of 45 %": the first number counts what the second does.
void borrow_unit(const Reading& reading, FoundFigure& first, const FoundFigure& second) {
  if (!first.bare || second.bare || !first.figure.value) return;
  std::size_t at = first.end;
  if (is_hyphen_of_series(reading, at)) ++at;
  const bool part_of = reading.has_role(at, Role::of);
  const bool change = reading.has_role(at, Role::toward) && first.begin > 0 &&
                      reading.has_role(first.begin - 1, Role::of);  // van 10 naar 15 %
  const bool joined = change || reading.has_role(at, Role::and_) || reading.has_role(at, Role::or_) ||
                      reading.has_role(at, Role::respectively);
  if (!part_of && !joined) return;
  if (first.power != 0 && !part_of && first.power != second.power) return;
  ++at;
  if (joined && reading.is_symbol(at, '/') && reading.is_word(at + 1)) at += 2;  // en/of
  if (part_of && reading.has_role(at, Role::article)) ++at;
  if (at != second.begin || !reading.is_near(at) || (part_of && second.figure.kind != FigureKind::count))
    return;
  if (second.figure.kind == FigureKind::ratio) return;
  if (const auto shifted = borrowed_scale(first, second)) first.figure.value = *shifted;
  first.figure.kind = second.figure.kind;
  first.figure.unit = second.figure.unit;
  first.bare = false;
}

// "19 %, vs. 6,8 in Vlaanderen", "111,0 per 1.000 inwoners tegenover 100,4": the same measure on both sides.
void borrow_compared(const Reading& reading, const FoundFigure& first, FoundFigure& second) {
  if (!second.bare || first.bare || second.begin == 0 || second.begin > first.end + kFarthestCompared) return;
  std::size_t before = second.begin - 1;
  if (reading.is_symbol(before, '.') && before > 0) --before;
  if (!reading.has_role(before, Role::compared) || before < first.end) return;
  // "13.500 bedrijven (waarvan 90 % nieuwe), tegenover 3.900": no share
  if (first.figure.kind == FigureKind::percentage && second.figure.value &&
      *second.figure.value > Decimal(kHighestShare)) {
    return;
  }
  second.figure.kind = first.figure.kind;
  second.figure.unit = first.figure.unit;
  second.bare = false;
}

// "van 70 miljoen euro naar 216 miljoen in 2023", "meer dan vijf miljoen": millions without a noun are of the
// currency that the sentence gave the millions before.
void borrow_currency(const Reading& reading, const FoundFigure& first, FoundFigure& second) {
  constexpr std::size_t kFarthest = 30;  // pieces
  if (!second.bare || second.power < 6 || first.power < 6 || first.figure.kind != FigureKind::money ||
      second.begin > first.end + kFarthest) {
    return;
  }
  for (std::size_t at = first.end; at < second.begin; ++at) {
    if (reading.is_symbol(at, '.') || reading.is_symbol(at, '?') || reading.is_symbol(at, ';') ||
        reading.pieces[at].gap >= Gap::paragraph) {
      return;
    }
  }
  second.figure.kind = FigureKind::money;
  second.figure.unit = first.figure.unit;
  second.bare = false;
}

// "8,9 miljoen uit de relanceprovisie", "5 miljoen aan subsidies": millions without a noun, of what holds or
// gives money, are euros in the documents of these governments.
void read_money_by_source(const Reading& reading, FoundFigure& item) {
  constexpr std::size_t kMostBetween = 3;  // an article, adjectives
  if (!item.bare || item.power < 6) return;
  if (!reading.has_role(item.end, Role::money_source) || !reading.is_near(item.end)) return;
  for (std::size_t at = item.end + 1;
       at <= item.end + 1 + kMostBetween && reading.is_word(at) && reading.is_near(at); ++at) {
    if (!reading.has_role(at, Role::money_noun)) continue;
    item.figure.kind = FigureKind::money;
    item.figure.unit = "EUR";
    item.bare = false;
    return;
  }
}

}  // namespace

void apply_hedges(const Reading& reading, std::vector<FoundFigure>& found) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    FoundFigure& item = found[i];
    if (!is_quantity(item.figure)) continue;
    if (item.figure.rule == "count.none_yet") continue;
    if (item.figure.bound == FigureBound::none) {
      apply_before(reading, i > 0 ? found[i - 1].noun_end : 0, item);
      apply_noun_bound(reading, item);
    }
    apply_after(reading, item);
    if (i > 0 && is_quantity(found[i - 1].figure) && is_range(reading, found[i - 1], item)) {
      join_range(reading, found[i - 1], item);
    } else if (i > 0 && is_quantity(found[i - 1].figure)) {
      borrow_unit(reading, found[i - 1], item);
      borrow_compared(reading, found[i - 1], item);
    }
    // over percentages and years between
    for (std::size_t back = 1; back <= 3 && back <= i; ++back)
      borrow_currency(reading, found[i - back], item);
    read_money_by_source(reading, item);
  }
}

}  // namespace vraagbaak::analysis
