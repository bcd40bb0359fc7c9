// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/number_scorer.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "model/offset_map.h"
#include "query/render/text.h"

namespace vraagbaak::query {
namespace {

// First and last day; absent where unknown.
using Days = std::pair<std::optional<PartialDate>, std::optional<PartialDate>>;

std::optional<PartialDate> parse_day(const std::string& iso) {
  return PartialDate::parse_iso(iso.substr(0, iso.find('T')));
}

std::optional<PartialDate> first_day(const std::optional<PartialDate>& date) {
  return date ? date->first_day() : std::nullopt;
}
std::optional<PartialDate> last_day(const std::optional<PartialDate>& date) {
  return date ? date->last_day() : std::nullopt;
}

Days days_between(const std::string& from, const std::string& to) {
  return {first_day(parse_day(from)), last_day(parse_day(to))};
}

Days days_of(const ExpectedNumber& expected) {
  return days_between(expected.from.empty() ? expected.date : expected.from,
                      expected.to.empty() ? expected.date : expected.to);
}

Days days_of(const Figure& figure) {
  return {first_day(figure.from ? figure.from : figure.date), last_day(figure.to ? figure.to : figure.date)};
}

bool is_same_unit(const std::string& wanted, std::string found) {
  if (wanted.empty()) return true;
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kForms = {
      {{"year", "year"},
       {"year", "jaar"},
       {"year", "jaren"},
       {"month", "month"},
       {"month", "maand"},
       {"month", "maanden"},
       {"week", "weken"},
       {"day", "dag"},
       {"day", "dagen"},
       {"m2", "m²"},
       {"m2", "vierkante meter"},
       {"km2", "km²"},
       {"km2", "vierkante kilometer"},
       {"week", "week"}}};
  const auto lower = [](std::string text) {
    for (char& c : text) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
  };
  found = lower(std::move(found));
  if (found == lower(wanted)) return true;
  return std::ranges::any_of(kForms,
                             [&](const auto& form) { return form.first == wanted && form.second == found; });
}

bool is_within(const Decimal& wanted, const Decimal& found) {
  const auto difference = subtract(wanted, found);
  const auto slack = wanted.absolute().shifted(-4);
  return difference && slack && difference->absolute() <= *slack;
}

// A figure as it is printed: what says when has no value.
std::optional<Decimal> printed_value(const Figure& figure) {
  return is_temporal(figure.kind) ? std::nullopt : figure.value;
}

bool is_quantity(const std::string& model) {
  static const std::set<std::string> kQuantities = {
      "number", "percentage", "money", "dimension", "duration", "fraction_as_percentage", "ordinal"};
  return kQuantities.contains(model);
}

bool matches_quantity(const std::string& model, const ExpectedNumber& expected, const Figure& figure) {
  if (model == "money" && figure.kind != FigureKind::money) return false;
  if (model == "percentage" && figure.kind != FigureKind::percentage) return false;
  const auto value = printed_value(figure);
  if (expected.has_value) {
    return expected.value == value && (model == "number" || is_same_unit(expected.unit, figure.unit));
  }
  if (expected.rounded) return value && is_within(*expected.rounded, *value);
  return true;
}

bool matches_days(const ExpectedNumber& expected, const Figure& figure) {
  if (!is_temporal(figure.kind)) return false;
  const Days wanted = days_of(expected);
  const Days found = days_of(figure);
  if (!expected.candidates.empty() && !wanted.first) {
    return std::ranges::any_of(expected.candidates, [&](const auto& candidate) {
      return days_between(candidate.first, candidate.second) == found;
    });
  }
  return (!wanted.first || wanted.first == found.first) && (!wanted.second || wanted.second == found.second);
}

bool matches(const NumberCase& gold, const ExpectedNumber& expected, const Figure& figure) {
  if (expected.span) {
    const std::string_view input = gold.input;
    const std::size_t begin = count_code_points(input.substr(0, figure.span.begin));
    const std::size_t end = begin + count_code_points(figure.span.in(input));
    if (begin >= expected.span->second || expected.span->first >= end) return false;
  }
  return is_quantity(gold.model) ? matches_quantity(gold.model, expected, figure)
                                 : matches_days(expected, figure);
}

bool has_bound(const std::vector<Figure>& figures, FigureBound bound, const std::optional<Decimal>& wanted) {
  return !wanted || std::ranges::any_of(figures, [&](const Figure& figure) {
    return figure.bound == bound && printed_value(figure) == wanted;
  });
}

// Kinds of which none may be claimed beyond what a case of that model expects.
std::set<FigureKind> exclusive_kinds(const std::string& model) {
  if (model == "money") return {FigureKind::money};
  if (model == "percentage") return {FigureKind::percentage};
  if (model == "date" || model == "period" || model == "date_mixed") {
    return {FigureKind::date, FigureKind::period, FigureKind::year};
  }
  return {};
}

bool is_right(const NumberCase& gold, const std::vector<Figure>& figures) {
  if (gold.model == "number_range") {
    return std::ranges::all_of(gold.expected, [&](const ExpectedNumber& expected) {
      return has_bound(figures, FigureBound::min, expected.min) &&
             has_bound(figures, FigureBound::max, expected.max);
    });
  }
  std::set<std::size_t> used;
  for (const ExpectedNumber& expected : gold.expected) {
    std::size_t at = 0;
    while (at < figures.size() && (used.contains(at) || !matches(gold, expected, figures[at]))) ++at;
    if (at == figures.size()) return false;
    used.insert(at);
  }
  const std::set<FigureKind> exclusive = exclusive_kinds(gold.model);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (!used.contains(i) && exclusive.contains(figures[i].kind)) return false;
  }
  return true;
}

}  // namespace

EvaluationReport score_numbers(const std::vector<NumberCase>& gold, const FigureSource& figures, int tier) {
  EvaluationReport report;
  report.what = "numbers";
  std::size_t count = 0, right_count = 0;
  for (const NumberCase& number : gold) {
    if (number.tier > tier) continue;
    std::string line = number.input;  // every case is one line
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    const std::vector<Figure> found = figures(line, number.reference);
    const bool right = is_right(number, found);
    ++count;
    right_count += right ? 1 : 0;
    Tally& tally = report.groups[number.model];
    ++tally.count;
    tally.right += right ? 1 : 0;
    if (right) continue;
    std::string miss = number.id + " " + render::printable(number.input) + " <-";
    for (const Figure& figure : found) {
      miss.append(" ")
          .append(render::printable(figure.span.in(line)))
          .append(": ")
          .append(render::describe(figure))
          .append(";");
    }
    report.misses.push_back(std::move(miss));
  }
  report.add("cases", count);
  report.add("right", rate(right_count, count));
  for (const auto& [model, tally] : report.groups) report.add(model, rate(tally.right, tally.count));
  return report;
}

}  // namespace vraagbaak::query
