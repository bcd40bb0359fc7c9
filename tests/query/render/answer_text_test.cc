// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "query/render/text.h"

namespace vraagbaak::query::render {
namespace {

Candidate amount(std::string text, std::int64_t value, std::string unit) {
  Candidate candidate;
  candidate.text = std::move(text);
  candidate.figure.emplace();
  candidate.figure->kind = unit == "%" ? FigureKind::percentage : FigureKind::money;
  candidate.figure->value = Decimal(value);
  candidate.figure->unit = std::move(unit);
  candidate.citation.document = "nota.txt";
  candidate.citation.quote = "De brug kost " + candidate.text + ".";
  return candidate;
}

std::string first_line(const Answer& answer) {
  const std::string text = answer_text(answer, Style{}, false);
  return text.substr(0, text.find('\n'));
}

TEST(AnswerText, PutsTheSameFactInAnotherUnitBehindTheAnswer) {
  Answer answer;
  answer.best = amount("ca. 270 euro", 270, "EUR");
  answer.also.push_back(amount("11%", 11, "%"));
  answer.also.back().same_fact = true;
  EXPECT_EQ(first_line(answer), "  ca. 270 euro (11%)");
  EXPECT_EQ(answer_text(answer, Style{}, false).find("also stated"), std::string::npos);
}

TEST(AnswerText, KeepsOtherStatedValuesApart) {
  Answer answer;
  answer.best = amount("46 euro", 46, "EUR");
  answer.also.push_back(amount("30 euro", 30, "EUR"));
  EXPECT_EQ(first_line(answer), "  46 euro");
  EXPECT_NE(answer_text(answer, Style{}, false).find("also stated:\n  30 euro"), std::string::npos);
}

TEST(AnswerText, GivesABareCellItsUnit) {
  Answer answer;
  answer.best = amount("62,00", 62000000, "EUR");
  EXPECT_EQ(first_line(answer), "  62,00 = 62000000 EUR");
}

TEST(AnswerText, SaysWhyNothingWasFound) {
  Answer answer;
  answer.reason = "no document mentions: raket";
  EXPECT_EQ(first_line(answer), "not found: no document mentions: raket");
}

}  // namespace
}  // namespace vraagbaak::query::render
