// SPDX-License-Identifier: EUPL-1.2
#include "query/answerer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/indexer.h"
#include "model/offset_map.h"
#include "query/render/json.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::query {
namespace {

constexpr std::string_view kPlan =
    "Plan Veldhoek\n\n"
    "Het plan Veldhoek kost 4,2 miljoen euro. In 2021 plantte de dienst 300 bomen, in 2022 waren dat er 450. "
    "Op dit moment is 25% (ca. 1,1 miljoen euro) van het budget besteed. "
    "De opening vond plaats op 3 mei 2023. Mevrouw Lies Janssens is voorzitter van de stuurgroep. "
    "De werken liggen stil omdat de vergunning nog ontbreekt.\n";
constexpr std::string_view kOther =
    "Fietspaden\n\nDe provincie legde 12 kilometer fietspad aan. Dat kostte 800.000 euro. De aanleg van het "
    "fietspad duurde 1 jaar en 3 maanden.\n";
constexpr std::string_view kParts =
    "Zwembaden\n\nIn 2019 kregen Gent, Brugge en Aalst respectievelijk 210, 340 en 125 zwemmers over de "
    "vloer. "
    "De toeslag voor zwembaden werd verlaagd van 45% naar 35%. "
    "De opbrengst van de zwembaden (in duizend euro) steeg licht in 2018.\n";

constexpr std::string_view kShares =
    "Kranten\n\nVan de 840 lezers antwoordden er 310; 95 van de 310 lezers willen een weekblad. "
    "Het tekort van de kranten steeg in 2013 en 2014 tot achtereenvolgens 4 miljoen euro en 6 miljoen "
    "euro.\n";

constexpr std::string_view kYears =
    "Bibliotheken\n\nDe bibliotheken van Zandbeek telden 120.000 bezoekers in 2017, 150.000 bezoekers in "
    "2018 en 90.000 "
    "bezoekers in 2019. De dotatie voor de bibliotheken van Zandbeek bedroeg 2 miljoen euro in 2018 en 2,5 "
    "miljoen "
    "euro in 2019.\n";

// An index over some small documents, for all tests.
class Asking : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing_support::TempFolder;
    folder_->write("documents/plan.txt", kPlan);
    folder_->write("documents/fietspaden.txt", kOther);
    folder_->write("documents/zwembaden.txt", kParts);
    folder_->write("documents/bibliotheken.txt", kYears);
    folder_->write("documents/kranten.txt", kShares);
    indexer::index_paths({*folder_ / "documents"}, *folder_ / "index.db", dictionaries());
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static const analysis::DictionarySource& dictionaries() {
    static const analysis::DictionarySource source = analysis::DictionarySource::built_in();
    return source;
  }
  static Answer ask(std::string_view question, AnswerDetail detail = AnswerDetail::plain) {
    static const analysis::Analyzer analyzer(dictionaries());
    const store::IndexReader reader(*folder_ / "index.db", analyzer.fingerprint());
    return Answerer(reader, dictionaries(), analyzer).ask(question, detail);
  }
  static testing_support::TempFolder* folder_;
};
testing_support::TempFolder* Asking::folder_ = nullptr;

void expect_cited(const Citation& citation, std::string_view text) {
  EXPECT_EQ(citation.span.in(text), citation.quote);
  const OffsetMap offsets(text);
  EXPECT_EQ(offsets.code_point_at(citation.span.begin), citation.start);
  EXPECT_EQ(offsets.code_point_at(citation.span.end), citation.end);
}

TEST_F(Asking, KnowsWhatAPartOfAWholeCounts) {
  const Answer answer = ask("Hoeveel lezers willen een weekblad?");
  ASSERT_TRUE(answer.best.has_value()) << answer.reason;
  EXPECT_EQ(answer.best->figure->value->print(), "95");
}

TEST_F(Asking, DealsFiguresOutInTurn) {
  const Answer answer = ask("Hoe groot was het tekort van de kranten in 2014?");
  ASSERT_TRUE(answer.best.has_value()) << answer.reason;
  EXPECT_EQ(answer.best->figure->value->print(), "6000000");
}

TEST_F(Asking, GivesTheAmountWithItsProof) {
  const Answer answer = ask("Hoeveel kost het plan Veldhoek?");
  ASSERT_TRUE(answer.best.has_value()) << answer.reason;
  ASSERT_TRUE(answer.best->figure.has_value());
  EXPECT_EQ(answer.best->figure->value->print(), "4200000");
  EXPECT_EQ(answer.best->figure->unit, "EUR");
  EXPECT_EQ(answer.best->citation.document, "plan.txt");
  expect_cited(answer.best->citation, kPlan);
  EXPECT_GT(answer.best->confidence, 0);
  EXPECT_LE(answer.best->confidence, 1);
}

TEST_F(Asking, ShowsADurationAsAWhole) {
  const Answer answer = ask("Hoe lang duurde de aanleg van het fietspad?");
  ASSERT_TRUE(answer.best.has_value()) << answer.reason;
  EXPECT_EQ(answer.best->text, "1 jaar en 3 maanden");
  EXPECT_FALSE(answer.best->figure.has_value());  // one part alone would be wrong
  expect_cited(answer.best->citation, kOther);
}

TEST_F(Asking, TellsYearsApart) {
  for (const auto& [question, value] : {std::pair{"Hoeveel bomen plantte Veldhoek in 2021?", "300"},
                                        std::pair{"Hoeveel bomen plantte Veldhoek in 2022?", "450"}}) {
    const Answer answer = ask(question);
    ASSERT_TRUE(answer.best && answer.best->figure) << question << ": " << answer.reason;
    EXPECT_EQ(answer.best->figure->value->print(), value) << question;
  }
}

TEST_F(Asking, PairsSeriesThatAreDealtOut) {
  for (const auto& [question, value] : {std::pair{"Hoeveel zwemmers kreeg Gent in 2019?", "210"},
                                        std::pair{"Hoeveel zwemmers kreeg Brugge in 2019?", "340"},
                                        std::pair{"Hoeveel zwemmers kreeg Aalst in 2019?", "125"}}) {
    const Answer answer = ask(question);
    ASSERT_TRUE(answer.best && answer.best->figure) << question << ": " << answer.reason;
    EXPECT_EQ(answer.best->figure->value->print(), value) << question;
  }
}

TEST_F(Asking, ReckonsWhatFollowsFromStatedFigures) {
  for (const auto& [question, value] :
       {std::pair{"Hoeveel meer bezoekers telden de bibliotheken van Zandbeek in 2018 dan in 2017?", "30000"},
        std::pair{"Hoeveel bezoekers telden de bibliotheken van Zandbeek in 2017 en 2018 samen?", "270000"},
        std::pair{
            "Met hoeveel procent steeg de dotatie voor de bibliotheken van Zandbeek van 2018 naar 2019?",
            "25"}}) {
    const Answer answer = ask(question);
    ASSERT_TRUE(answer.best && answer.best->figure) << question << ": " << answer.reason;
    EXPECT_EQ(answer.best->figure->value->print(), value) << question;
    ASSERT_EQ(answer.best->operands.size(), 2u) << question;
    for (const Candidate& operand : answer.best->operands) expect_cited(operand.citation, kYears);
  }
}

TEST_F(Asking, ReckonsNothingWithoutBothFigures) {
  const Answer answer =
      ask("Hoeveel meer bezoekers telden de bibliotheken van Zandbeek in 2018 dan in 1975?");
  EXPECT_TRUE(!answer.best || answer.best->operands.empty());
}

TEST_F(Asking, ForgivesTypingErrors) {
  const Answer answer = ask("Hoeveel kost het plan Veldhoeck?");
  ASSERT_TRUE(answer.best && answer.best->figure) << answer.reason;
  EXPECT_EQ(answer.best->figure->value->print(), "4200000");
  ASSERT_EQ(answer.read_as.size(), 1u);
  EXPECT_EQ(answer.read_as[0], (std::pair<std::string, std::string>{"veldhoeck", "veldhoek"}));
}

TEST_F(Asking, GivesTheNewValueOfAChange) {
  const Answer answer = ask("Welk percentage is de toeslag voor zwembaden?");
  ASSERT_TRUE(answer.best && answer.best->figure) << answer.reason;
  EXPECT_EQ(answer.best->figure->value->print(), "35");
}

TEST_F(Asking, TakesNoScaleOrOtherKindForAnAmount) {
  const Answer answer = ask("Hoeveel euro was de opbrengst van de zwembaden?");
  if (answer.best && answer.best->figure) {
    EXPECT_EQ(answer.best->figure->kind, FigureKind::money) << answer.best->text;
    EXPECT_NE(answer.best->figure->value->print(), "1000") << answer.best->text;
  }
}

TEST_F(Asking, ShowsTheSameFactInItsOtherUnit) {
  const Answer answer = ask("budget spent on Veldhoek");
  EXPECT_EQ(answer.language, "en");
  ASSERT_TRUE(answer.best && answer.best->figure) << answer.reason;
  ASSERT_FALSE(answer.also.empty());
  ASSERT_TRUE(answer.also[0].figure);
  std::vector<std::string> values{answer.best->figure->value->print(), answer.also[0].figure->value->print()};
  std::ranges::sort(values);
  EXPECT_EQ(values, (std::vector<std::string>{"1100000", "25"}));
}

TEST_F(Asking, GivesDatesAndReasons) {
  const Answer date = ask("Wanneer was de opening van Veldhoek?");
  ASSERT_TRUE(date.best && date.best->figure && date.best->figure->date) << date.reason;
  EXPECT_EQ(date.best->figure->date->iso(), "2023-05-03");
  const Answer reason = ask("Waarom liggen de werken van Veldhoek stil?");
  ASSERT_TRUE(reason.best) << reason.reason;
  EXPECT_NE(reason.best->text.find("vergunning"), std::string::npos);
}

TEST_F(Asking, SaysThatItIsNotThere) {
  for (const std::string_view question :
       {"Hoeveel kost het plan Zorvex?", "Hoeveel bomen plantte Veldhoek in 1975?", "xyzzy", "", "\"",
        "\xff"}) {
    const Answer answer = ask(question);
    EXPECT_EQ(answer.status, AnswerStatus::not_found) << question;
    EXPECT_FALSE(answer.best.has_value()) << question;
    EXPECT_FALSE(answer.reason.empty()) << question;
  }
}

TEST_F(Asking, GivesPassagesThatStandInTheDocument) {
  const Answer answer = ask("fietspad provincie");
  ASSERT_FALSE(answer.passages.empty());
  EXPECT_LE(answer.passages.size(), 10u);
  EXPECT_EQ(answer.passages[0].document, "fietspaden.txt");
  for (const Citation& passage : answer.passages) {
    expect_cited(passage, passage.document == "plan.txt" ? kPlan : kOther);
  }
}

TEST_F(Asking, ExplainsTheSameAnswer) {
  for (const std::string_view question : {"Hoeveel kost het plan Veldhoek?", "budget spent on Veldhoek",
                                          "Hoeveel bomen plantte Veldhoek in 1975?"}) {
    const Answer plain = ask(question);
    const Answer explained = ask(question, AnswerDetail::explained);
    EXPECT_EQ(render::answer_json(explained, false), render::answer_json(plain, false)) << question;
    if (explained.best) {
      EXPECT_FALSE(explained.best->features.empty());
    }
    for (const Candidate& candidate : explained.also) EXPECT_FALSE(candidate.features.empty());
  }
}

TEST_F(Asking, GivesEveryCandidateWhereTheyAreAskedFor) {
  constexpr std::string_view kUnanswered = "Hoeveel bomen plantte Veldhoek in 1975?";
  ASSERT_EQ(ask(kUnanswered).status, AnswerStatus::not_found);
  const Answer answer = ask(kUnanswered, AnswerDetail::candidates);
  ASSERT_TRUE(answer.best.has_value());
  EXPECT_FALSE(answer.best->features.empty());
  for (const Candidate& candidate : answer.also) EXPECT_FALSE(candidate.features.empty());
}

}  // namespace
}  // namespace vraagbaak::query
