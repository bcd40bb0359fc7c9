// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/calculator.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/claim/verdict_words.h"

namespace vraagbaak::query {

namespace {

constexpr int kGrowthDecimals = 1;
// What is reckoned is as sure as its least sure operand, and a step less: both must be what was meant.
constexpr double kStepLess = 0.95;

bool is_countable(const Figure& figure) {
  return figure.kind == FigureKind::count || (figure.kind == FigureKind::number && figure.unit.empty());
}

// Amounts of one currency, shares, or things of one name.
bool may_be_taken_together(const Figure& a, const Figure& b) {
  if (!a.value || !b.value || is_temporal(a.kind) || is_temporal(b.kind)) return false;
  if (a.bound != FigureBound::none || b.bound != FigureBound::none) return false;
  if (!a.measure.empty() && !b.measure.empty() && a.measure != b.measure) return false;
  if (is_countable(a) && is_countable(b)) return a.unit.empty() || b.unit.empty() || a.unit == b.unit;
  return a.kind == b.kind && a.unit == b.unit;
}

std::string shown(const Figure& figure, std::string_view language) {
  std::string text = grouped(figure.value->normalized(), language);
  if (figure.unit == "%") {
    text += '%';
  } else if (!figure.unit.empty()) {
    text += ' ';
    text += figure.unit == "EUR" ? std::string_view("euro") : std::string_view(figure.unit);
  }
  return text;
}

std::optional<Decimal> reckon(Operation operation, const std::vector<Candidate>& operands) {
  const auto value = [&](std::size_t i) { return *operands[i].figure->value; };
  switch (operation) {
    case Operation::difference:
      return subtract(value(0), value(1));
    case Operation::distance: {
      const auto difference = subtract(value(0), value(1));
      return difference ? std::optional(difference->absolute()) : std::nullopt;
    }
    case Operation::sum: {
      std::optional<Decimal> sum = value(0);
      for (std::size_t i = 1; i < operands.size() && sum; ++i) sum = add(*sum, value(i));
      return sum;
    }
    case Operation::growth: {
      const auto difference = subtract(value(0), value(1));
      const auto hundredfold = difference ? multiply(*difference, Decimal(100)) : std::nullopt;
      return hundredfold ? divide(*hundredfold, value(1).absolute(), kGrowthDecimals) : std::nullopt;
    }
    case Operation::maximum:
    case Operation::minimum:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Candidate> calculate(Operation operation, const std::vector<Candidate>& operands,
                                   const std::vector<int>& years, std::string_view language) {
  const bool compares = operation == Operation::maximum || operation == Operation::minimum;
  if (operands.size() < 2 || (compares && years.size() != operands.size())) return std::nullopt;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    if (!operands[i].figure) return std::nullopt;
    for (std::size_t k = 0; k < i; ++k) {
      if (!may_be_taken_together(*operands[k].figure, *operands[i].figure)) return std::nullopt;
      const bool is_same = operands[k].citation.document == operands[i].citation.document &&
                           operands[k].figure->span == operands[i].figure->span;
      if (is_same) return std::nullopt;
    }
  }
  Candidate result;
  result.operation = std::string(to_string(operation));
  result.operands = operands;
  result.confidence = kStepLess;
  for (const Candidate& operand : operands)
    result.confidence = std::min(result.confidence, kStepLess * operand.confidence);
  Figure figure;
  std::size_t cited = 0;
  if (compares) {
    for (std::size_t i = 1; i < operands.size(); ++i) {
      const auto order = *operands[i].figure->value <=> *operands[cited].figure->value;
      if (operation == Operation::maximum ? order > 0 : order < 0) cited = i;
    }
    // Two years with the same figure: neither is the highest.
    const auto same = std::ranges::count_if(operands, [&](const Candidate& operand) {
      return *operand.figure->value == *operands[cited].figure->value;
    });
    if (same > 1) return std::nullopt;
    figure.kind = FigureKind::year;
    figure.date = PartialDate{years[cited], 0, 0};
    figure.value = Decimal(years[cited]);
    result.text = std::to_string(years[cited]);
  } else {
    const auto value = reckon(operation, operands);
    if (!value) return std::nullopt;
    figure = *operands.front().figure;
    for (const Candidate& operand : operands) {
      figure.approx = figure.approx || operand.figure->approx;
      if (figure.unit.empty()) figure.unit = operand.figure->unit;
    }
    figure.value = value->normalized();
    figure.low.reset();
    figure.high.reset();
    figure.row.clear();
    figure.column.clear();
    figure.subject.clear();
    figure.period.clear();
    figure.rule = "computed";
    if (operation == Operation::growth) {
      figure.kind = FigureKind::percentage;
      figure.unit = std::string(1, '%');
    }
    result.text = shown(figure, language);
  }
  result.citation = operands[cited].citation;
  result.figure = std::move(figure);
  return result;
}

}  // namespace vraagbaak::query
