// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/calculator.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::query {
namespace {

Candidate stated(std::string_view value, FigureKind kind, std::string_view unit, std::size_t at) {
  Candidate candidate;
  Figure figure;
  figure.kind = kind;
  figure.value = Decimal::parse(value);
  figure.unit = std::string(unit);
  figure.span = {at, at + 1};
  candidate.figure = figure;
  candidate.confidence = 0.8;
  candidate.citation.document = "a.txt";
  return candidate;
}

TEST(Calculator, ReckonsExactly) {
  const std::vector<Candidate> operands{stated("1500000", FigureKind::money, "EUR", 1),
                                        stated("1200000.5", FigureKind::money, "EUR", 9)};
  const auto difference = calculate(Operation::difference, operands, {}, "nl");
  ASSERT_TRUE(difference && difference->figure);
  EXPECT_EQ(difference->figure->value->print(), "299999.5");
  EXPECT_EQ(difference->text, "299.999,5 euro");
  EXPECT_EQ(difference->operation, "difference");
  EXPECT_EQ(difference->operands.size(), 2u);
  EXPECT_LT(difference->confidence, 0.8);
  EXPECT_EQ(calculate(Operation::sum, operands, {}, "en")->text, "2,700,000.5 euro");
  EXPECT_EQ(calculate(Operation::growth, operands, {}, "nl")->figure->value->print(), "25");
  EXPECT_EQ(calculate(Operation::growth, operands, {}, "nl")->figure->unit, "%");
  const std::vector<Candidate> turned{operands[1], operands[0]};
  EXPECT_EQ(calculate(Operation::difference, turned, {}, "nl")->figure->value->print(), "-299999.5");
  EXPECT_EQ(calculate(Operation::distance, turned, {}, "nl")->figure->value->print(), "299999.5");
}

TEST(Calculator, GivesTheYearOfTheHighest) {
  const std::vector<Candidate> operands{stated("5", FigureKind::count, "bussen", 1),
                                        stated("9", FigureKind::count, "bussen", 5),
                                        stated("7", FigureKind::count, "", 8)};
  EXPECT_EQ(calculate(Operation::maximum, operands, {2014, 2015, 2016}, "nl")->text, "2015");
  EXPECT_EQ(calculate(Operation::minimum, operands, {2014, 2015, 2016}, "nl")->text, "2014");
}

TEST(Calculator, TakesNothingTogetherThatDiffers) {
  const Candidate euro = stated("5", FigureKind::money, "EUR", 1);
  const Candidate dollar = stated("5", FigureKind::money, "USD", 5);
  const Candidate buses = stated("5", FigureKind::count, "bussen", 9);
  const Candidate trams = stated("5", FigureKind::count, "trams", 12);
  Candidate paid = euro;
  paid.figure->measure = "uitbetaald";
  Candidate planned = stated("7", FigureKind::money, "EUR", 15);
  planned.figure->measure = "voorzien";
  Candidate bounded = stated("7", FigureKind::money, "EUR", 18);
  bounded.figure->bound = FigureBound::min;
  for (const std::vector<Candidate>& operands : {std::vector<Candidate>{euro, dollar},
                                                 {euro, buses},
                                                 {buses, trams},
                                                 {paid, planned},
                                                 {euro, bounded},
                                                 {euro, euro},
                                                 {euro},
                                                 {}}) {
    for (const Operation operation : {Operation::difference, Operation::sum, Operation::growth}) {
      EXPECT_FALSE(calculate(operation, operands, {}, "nl").has_value());
    }
  }
}

TEST(Calculator, GivesNoGrowthFromNothing) {
  EXPECT_FALSE(
      calculate(Operation::growth,
                {stated("5", FigureKind::count, "bussen", 1), stated("0", FigureKind::count, "bussen", 5)},
                {}, "nl")
          .has_value());
}

TEST(Calculator, GivesNoHighestOfEqualOnes) {
  EXPECT_FALSE(calculate(Operation::maximum,
                         {stated("5", FigureKind::count, "", 1), stated("5", FigureKind::count, "", 5)},
                         {2014, 2015}, "nl")
                   .has_value());
}

}  // namespace
}  // namespace vraagbaak::query
