// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "query/evaluation/alias_scorer.h"
#include "query/evaluation/document_scorers.h"
#include "query/evaluation/number_scorer.h"
#include "query/evaluation/question_scorer.h"
#include "query/evaluation/segmentation_scorer.h"
#include "query/evaluation/subject_scorer.h"

namespace vraagbaak::query {
namespace {

double summary(const EvaluationReport& report, const std::string& name) {
  for (const auto& [key, value] : report.summary) {
    if (key != name) continue;
    if (const auto* count = std::get_if<std::size_t>(&value)) return static_cast<double>(*count);
    return std::get<double>(value);
  }
  ADD_FAILURE() << "no " << name;
  return -1;
}

Figure figure(FigureKind kind, std::size_t begin, std::size_t end, const char* value = nullptr,
              const char* unit = "") {
  Figure made;
  made.kind = kind;
  made.span = {begin, end};
  if (value != nullptr) made.value = Decimal::parse(value);
  made.unit = unit;
  return made;
}

Candidate candidate(std::string text, std::optional<Figure> stated, std::string document, std::string quote) {
  Candidate made;
  made.text = std::move(text);
  made.figure = std::move(stated);
  made.citation.document = std::move(document);
  made.citation.quote = std::move(quote);
  return made;
}

GoldAnswer gold_money(const char* value) {
  GoldAnswer gold;
  gold.text = "x";
  gold.has_value = true;
  gold.value = Decimal::parse(value);
  gold.unit = "EUR";
  return gold;
}

TEST(RightAnswer, IsSoByValueAndUnit) {
  const auto money = [](const char* value, const char* unit) {
    return candidate("", figure(FigureKind::money, 0, 1, value, unit), "", "");
  };
  EXPECT_TRUE(is_right(gold_money("270000"), money("270000.00", "EUR")));
  EXPECT_TRUE(is_right(gold_money("270000"), money("270000", "euro")));
  EXPECT_FALSE(is_right(gold_money("270000"), money("270001", "EUR")));
  EXPECT_FALSE(is_right(gold_money("270000"), money("270000", "%")));
  EXPECT_FALSE(is_right(gold_money("270000"), candidate("270000 euro", std::nullopt, "", "")));
  GoldAnswer count = gold_money("3");
  count.unit = "projecten";
  EXPECT_TRUE(is_right(count, money("3", "dossiers")));  // of nouns the value decides
}

TEST(RightAnswer, IsSoByDateOrText) {
  GoldAnswer gold;
  gold.text = "17 juni 2022";
  gold.date = "2022-06-17";
  Figure day = figure(FigureKind::date, 0, 1);
  day.date = PartialDate{2022, 6, 17};
  EXPECT_TRUE(is_right(gold, candidate("vrijdag", day, "", "")));
  day.date = PartialDate{2022, 6, 0};
  EXPECT_FALSE(is_right(gold, candidate("juni 2022", day, "", "")));
  EXPECT_TRUE(is_right(gold, candidate("17 Juni 2022", std::nullopt, "", "")));
  GoldAnswer name;
  name.text = "Federaal Planbureau";
  EXPECT_TRUE(is_right(name, candidate("het Federaal Planbureau", std::nullopt, "", "")));
  EXPECT_FALSE(is_right(name, candidate("het bureau", std::nullopt, "", "")));
  EXPECT_FALSE(is_right(
      name, candidate("een lange zin die ergens ver weg ook het Federaal Planbureau noemt en nog doorgaat",
                      std::nullopt, "", "")));
}

TEST(QuestionScores, CountWhatIsRightCitedAndFound) {
  GoldQuestion money{"1", "nl", "Hoeveel?", "money", {gold_money("5")}, false, "a.txt", "Het kost 5 euro."};
  GoldQuestion none{"2", "en", "Who?", "none", {}, false, "", ""};
  GoldQuestion wrong = money;
  wrong.question = "Waar?";
  const auto report = score_questions({money, none, wrong}, [&](const std::string& question) {
    Answer answer;
    if (question == "Who?") return answer;
    answer.status = AnswerStatus::answered;
    answer.best =
        candidate("5 euro", figure(FigureKind::money, 0, 1, question == "Hoeveel?" ? "5" : "6", "EUR"),
                  "map/a.txt", "Het kost 5 euro.");
    answer.also.push_back(candidate("5 euro", figure(FigureKind::money, 0, 1, "5", "EUR"), "a.txt", ""));
    Citation other;
    other.document = "b.txt";
    other.quote = "Het kost 5 euro.";
    answer.passages = {other, answer.best->citation};
    return answer;
  });
  EXPECT_EQ(summary(report, "questions"), 3);
  EXPECT_NEAR(summary(report, "accuracy"), 2.0 / 3, 1e-9);
  EXPECT_NEAR(summary(report, "top3"), 1, 1e-9);
  EXPECT_NEAR(summary(report, "right_and_cited"), 2.0 / 3, 1e-9);
  EXPECT_NEAR(summary(report, "precision_when_answered"), 0.5, 1e-9);
  EXPECT_NEAR(summary(report, "evidence_first"), 0, 1e-9);
  EXPECT_NEAR(summary(report, "evidence_in_ten"), 1, 1e-9);
  EXPECT_EQ(report.misses.size(), 1u);
  EXPECT_EQ(report.groups.at("money").count, 2u);
}

TEST(FigureScores, TellOverlapFromTheSameValue) {
  GoldPassage<GoldFigure> passage;
  passage.document = "a";
  passage.end = 40;
  GoldFigure five{4, 10, "5 euro", "money", true, Decimal(5), "", "", "", false};
  GoldFigure missed{20, 22, "12", "count", true, Decimal(12), "", "", "", false};
  GoldFigure reference{30, 31, "1", "ordinal_ref", false, std::nullopt, "", "", "", false};
  passage.items = {five, missed, reference};
  const auto report = score_figures({passage}, [](const std::string&) {
    Document document;
    document.text = "één 5 euro en nog wat tekst na de figuren";
    // Bytes: the two é's take two each.
    document.figures = {figure(FigureKind::money, 6, 12, "5", "EUR"), figure(FigureKind::count, 21, 23, "13"),
                        figure(FigureKind::ordinal_ref, 25, 26)};
    return document;
  });
  EXPECT_EQ(summary(report, "gold"), 2);
  EXPECT_EQ(summary(report, "predicted"), 2);
  EXPECT_NEAR(summary(report, "exact_recall"), 0.5, 1e-9);
  EXPECT_NEAR(summary(report, "span_recall"), 1, 1e-9);
}

TEST(SubjectScores, CompareWordsFamiliesAndTimes) {
  GoldPassage<GoldFigure> passage;
  passage.document = "a";
  passage.end = 10;
  GoldFigure gold{0, 1, "5", "count", true, Decimal(5), "", "", "", false};
  gold.subject = "klachten van reizigers";
  gold.measure = "spendeerde";
  gold.period = "2018/..";
  gold.place = "?";
  GoldFigure silent{2, 3, "6", "count", true, Decimal(6), "", "", "", false};
  passage.items = {gold, silent};
  const auto scored = [&](const char* subject, const char* measure, const char* period) {
    return score_subjects(
        {passage},
        [&](const std::string&) {
          Document document;
          document.text = "5 6 en nog";
          document.figures = {figure(FigureKind::count, 0, 1, "5"), figure(FigureKind::count, 2, 3, "6")};
          document.figures[0].subject = subject;
          document.figures[0].measure = measure;
          document.figures[0].period = period;
          document.figures[0].place = "Gent";
          document.figures[1].period = "2019";
          return document;
        },
        analysis::DictionarySource::built_in());
  };
  const auto right = scored("klacht", "besteed", "2018");
  EXPECT_EQ(summary(right, "figures"), 2);
  EXPECT_NEAR(summary(right, "subject_recall"), 1, 1e-9);
  EXPECT_NEAR(summary(right, "measure_recall"), 1, 1e-9);
  EXPECT_NEAR(summary(right, "period_recall"), 1, 1e-9);
  EXPECT_NEAR(summary(right, "period_precision"), 0.5, 1e-9);  // said of the second too
  EXPECT_FALSE(right.groups.contains("place"));                // not judged
  const auto wrong = scored("vertragingen", "toegekend", "2019");
  EXPECT_NEAR(summary(wrong, "subject_recall"), 0, 1e-9);
  EXPECT_NEAR(summary(wrong, "measure_recall"), 0, 1e-9);
  EXPECT_NEAR(summary(wrong, "period_recall"), 0, 1e-9);
}

TEST(AliasScores, CountPairsOfNames) {
  const GoldAliases gold{"a", {{"Agentschap Beta", "AB", "Beta"}}};
  const auto report = score_aliases({gold}, [](const std::string&) {
    Document document;
    document.names.entities = {{"Agentschap Beta", EntityKind::organisation, {"AB"}},
                               {"Beta", EntityKind::organisation, {"Bèta"}},
                               {"Gamma", EntityKind::organisation, {"G"}}};  // not the gold's concern
    return document;
  });
  EXPECT_EQ(summary(report, "pairs"), 3);
  EXPECT_NEAR(summary(report, "recall"), 1.0 / 3, 1e-9);
  EXPECT_NEAR(summary(report, "precision"), 0.5, 1e-9);
}

TEST(EntityScores, AskForEndsAndLabel) {
  GoldPassage<GoldEntity> passage;
  passage.document = "a";
  passage.end = 20;
  passage.text = "Gent en Jan Peeters.";
  passage.items = {{0, 4, "place"}, {8, 19, "person"}};
  const auto report = score_entities({passage}, [](const std::string&) {
    Document document;
    document.text = "Gent en Jan Peeters.";
    document.names.mentions = {{{0, 4}, EntityKind::organisation, 0, ""},
                               {{8, 19}, EntityKind::person, 0, ""}};
    return document;
  });
  EXPECT_NEAR(summary(report, "f1"), 0.5, 1e-9);
  EXPECT_NEAR(summary(report, "span_f1"), 1, 1e-9);
  EXPECT_EQ(report.misses.size(), 2u);
}

TEST(LinkScores, AskForHalfOfBothSpans) {
  const GoldLinks links{"a", {{"1", {0, 10}, {20, 30}}, {"2", {10, 20}, {30, 40}}}, {"3"}};
  const auto report = score_links({links}, [](const std::string&) {
    Document document;
    document.text = std::string(40, 'x');
    for (const ByteSpan span : {ByteSpan{0, 9}, ByteSpan{22, 30}, ByteSpan{10, 13}, ByteSpan{30, 40}}) {
      Section section;
      section.span = span;
      document.sections.push_back(section);
    }
    document.pairs = {{"1", 0, 1}, {"2", 2, 3}};
    document.unanswered = {"3", "4"};
    return document;
  });
  EXPECT_NEAR(summary(report, "f1"), 0.5, 1e-9);
  EXPECT_EQ(summary(report, "unanswered_right"), 1);
  EXPECT_EQ(summary(report, "unanswered_claimed"), 2);
}

TEST(NumberScores, RefuseWhatIsClaimedBeyondTheExpected) {
  NumberCase money;
  money.model = "money";
  money.input = "5 euro en 6 euro";
  money.expected.emplace_back();
  money.expected[0].has_value = true;
  money.expected[0].value = Decimal(5);
  NumberCase hard = money;
  hard.tier = 2;
  const auto five = figure(FigureKind::money, 0, 6, "5", "EUR");
  const auto six = figure(FigureKind::money, 10, 16, "6", "EUR");
  EXPECT_NEAR(summary(score_numbers(
                          {money, hard}, [&](auto, auto) { return std::vector{five}; }, 1),
                      "right"),
              1, 1e-9);
  EXPECT_NEAR(summary(score_numbers(
                          {money},
                          [&](auto, auto) {
                            return std::vector{five, six};
                          },
                          1),
                      "right"),
              0, 1e-9);
  EXPECT_EQ(summary(score_numbers(
                        {money, hard}, [&](auto, auto) { return std::vector{five}; }, 2),
                    "cases"),
            2);
}

TEST(SegmentationScores, LeaveWhiteSpaceOut) {
  const std::vector<TreebankSentence> gold = {{{"Ja", false}, {".", true}}, {{"Nee", false}, {"!", true}}};
  const auto whole = [](std::string_view text) {
    Segmentation one;  // everything one sentence, cut at spaces
    one.tokens = {{{0, 2}, TokenKind::word},
                  {{2, 3}, TokenKind::punctuation},
                  {{4, 7}, TokenKind::word},
                  {{7, 8}, TokenKind::punctuation}};
    one.sentences = {{{0, text.size()}, 0, 4}};
    return one;
  };
  const auto report = score_segmentation(gold, whole);
  EXPECT_NEAR(summary(report, "space_tokens_f1"), 1, 1e-9);
  EXPECT_NEAR(summary(report, "space_sentences_f1"), 0, 1e-9);
  EXPECT_NEAR(summary(report, "newline_tokens_f1"), 1, 1e-9);
}

}  // namespace
}  // namespace vraagbaak::query
