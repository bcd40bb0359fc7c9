// SPDX-License-Identifier: EUPL-1.2
#include "query/render/reply_sheet.h"

#include <gtest/gtest.h>

#include <string>

#include "query/render/csv.h"

namespace vraagbaak::query::render {
namespace {

Candidate candidate(const std::string& text, const char* value) {
  Candidate made;
  made.text = text;
  made.figure = Figure{};
  made.figure->value = Decimal::parse(value);
  made.figure->unit = "EUR";
  made.confidence = 0.9375;
  made.start = 3;
  made.end = 8;
  made.citation.document = "a.xlsx";
  made.citation.title = "Kosten";
  made.citation.sheet = "Blad1";
  made.citation.cell = "B2";
  made.citation.quote = "Brug 5 euro";
  return made;
}

TEST(ReplySheet, AnAnswerComesFirstThenWhatItRestsOnAndTheOthers) {
  Answer answer;
  EXPECT_TRUE(answer_rows(answer).empty());
  answer.best = candidate("7 euro", "7");
  answer.best->operands = {candidate("5 euro", "5"), candidate("2 euro", "2")};
  answer.also = {candidate("6 euro", "6"), candidate("12 %", "12")};
  answer.also[1].same_fact = true;
  const auto rows = answer_rows(answer);
  ASSERT_EQ(rows.size(), 5u);
  const char* roles[] = {"answer", "operand", "operand", "also stated", "same fact"};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ASSERT_EQ(rows[i].size(), answer_columns().size());
    EXPECT_EQ(std::get<std::string>(rows[i][0]), roles[i]);
  }
  EXPECT_EQ(csv_line(rows[0]), "answer,7 euro,7,EUR,0.938,a.xlsx,Kosten,,,Blad1,B2,3,8,Brug 5 euro\r\n");
}

TEST(ReplySheet, AListIsOneCell) {
  Answer answer;
  answer.best = Candidate{};
  answer.best->items = {"Gent", "Brugge"};
  EXPECT_EQ(std::get<std::string>(answer_rows(answer)[0][1]), "Gent; Brugge");
}

TEST(ReplySheet, AVerdictWithoutEvidenceHasAllColumns) {
  Verdict verdict;
  verdict.claim = "De brug kost 5 euro.";
  EXPECT_EQ(verdict_row(verdict).size(), verdict_columns().size());
  verdict.verdict = VerdictKind::refuted;
  verdict.found = candidate("6 euro", "6");
  const SheetRow row = verdict_row(verdict);
  ASSERT_EQ(row.size(), verdict_columns().size());
  EXPECT_EQ(std::get<std::string>(row[1]), "refuted");
  EXPECT_EQ(std::get<std::string>(row[4]), "6 euro");
}

TEST(ReplySheet, AHitShowsItsMatches) {
  SearchHit hit;
  hit.snippet =
      "de \x02"
      "brug\x03 over";
  const SheetRow row = hit_row(hit);
  ASSERT_EQ(row.size(), hit_columns().size());
  EXPECT_EQ(std::get<std::string>(row[1]), "de **brug** over");
}

}  // namespace
}  // namespace vraagbaak::query::render
