// SPDX-License-Identifier: EUPL-1.2
// A question in one file and its answer in another.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "query/answerer.h"
#include "query/searcher.h"
#include "query/unanswered/unanswered_lister.h"
#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

using testing_support::dictionaries;
using testing_support::Documents;
using testing_support::SmallIndex;

constexpr const char* kAsked =
    "Tweede Kamer der Staten-Generaal\nVergaderjaar 2023-2024 Vragen gesteld door de leden der "
    "Kamer\n\n2024Z10001\n"
    "Vragen van het lid Peeters (XY) aan de Minister van Mobiliteit over het ver-\ndwijnen van overwegen "
    "(ingezonden 3 mei 2024).\nVraag 1\nHoeveel overwegen zijn er in Zeeland verdwenen?\nVraag 2\nHoeveel "
    "ontving de "
    "aannemer voor het werk aan de overwegen?\nVraag 3\nWie betaalt het onderhoud van de slagbomen?\n";
constexpr const char* kAnswered =
    "AH 12\n2024Z10001\nAntwoord van Minister Claes (Mobiliteit) (ontvangen 30 mei 2024)\n\nAntwoord 1\nDat "
    "waren er "
    "34 in het afgelopen jaar.\n\nAntwoord 2\nDat bedroeg 1,2 miljoen euro.\n";
const Documents kTwo = {{"kv-tk-2024Z10001.txt", kAsked}, {"ah-tk-20232024-12.txt", kAnswered}};

std::vector<OpenQuestion> open_questions(const Documents& documents) {
  const SmallIndex index(documents);
  const GapWords words(dictionaries());
  const auto found = find_unanswered(index.reader, words, index.citations, {"", false});
  return found ? *found : std::vector<OpenQuestion>();
}

// The answers named with the first passage found.
std::vector<Citation> answers_to(const std::string& query, const Documents& documents) {
  const SmallIndex index(documents);
  const Searcher searcher(index.reader, testing_support::analyzer(), index.citations);
  const auto found = searcher.search(query, 5);
  EXPECT_TRUE(found && !found->result.hits.empty()) << query;
  return found && !found->result.hits.empty() ? found->result.hits.front().answers : std::vector<Citation>();
}

TEST(TwoFiles, AreAskedAsOne) {
  Documents documents = kTwo;
  documents.emplace_back("ander.txt", "De minister van Mobiliteit bezocht Zeeland. Het kostte 5 euro.\n");
  const SmallIndex index(documents);
  const Answerer answerer(index.reader, dictionaries(), testing_support::analyzer());
  const Answer answer = answerer.ask("Hoeveel ontving de aannemer voor het werk aan de overwegen?");
  ASSERT_TRUE(answer.best);
  EXPECT_EQ(answer.best->text, "1,2 miljoen euro");
  EXPECT_EQ(answer.best->citation.document, "ah-tk-20232024-12.txt");
  EXPECT_EQ(answer.best->citation.section, "2");
}

TEST(TwoFiles, LeaveOpenWhatNeitherAnswers) {
  EXPECT_TRUE(open_questions({kTwo[0]}).empty());  // no answer yet: nothing was left out of it
  EXPECT_TRUE(open_questions({kTwo[1]}).empty());
  const auto open = open_questions(kTwo);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].label, "3");
  EXPECT_EQ(open[0].question.document, "kv-tk-2024Z10001.txt");
}

TEST(TwoFiles, ANoteThatAnswersTheRestClosesTheQuestion) {
  const Documents one = {
      {"antwoord.txt",
       "2024Z10001\nVraag 1\nHoeveel overwegen zijn er verdwenen?\nAntwoord 1\nDat waren er 34.\n"
       "Vraag 2\nWie betaalt het onderhoud?\nVraag 3\nWanneer?\nAntwoord 3\nIn 2025.\n"}};
  EXPECT_EQ(open_questions(one).size(), 1U);
  Documents both = one;
  both.emplace_back("aanvulling-2024Z10001.txt",
                    "Aanvullend antwoord\n\nAntwoord 2\nDe gemeente.\n\nAntwoord 3\nIn maart 2025.\n");
  EXPECT_TRUE(open_questions(both).empty());
}

TEST(TwoFiles, AreNamedBySearch) {
  const auto answers = answers_to("aannemer", kTwo);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].document, "ah-tk-20232024-12.txt");
  EXPECT_NE(answers[0].quote.find("1,2 miljoen"), std::string::npos);
}

// The Handelingen do not repeat the number of the case; question and answer are called the same.
TEST(TwoFiles, AreKnownByWhatTheyAreCalled) {
  const Documents documents = {
      {"een.txt", kAsked},
      {"twee.txt",
       "Aanhangsel van de Handelingen\n12\nVragen van het lid Peeters (XY) aan de Minister van Mobiliteit "
       "over het "
       "verdwijnen vanoverwegen (ingezonden 3 mei 2024).\nAntwoord van Minister Claes (ontvangen 30 mei "
       "2024).\n"
       "Antwoord 1\nDat waren er 34.\nAntwoord 2 en 3\nDat bedroeg 1,2 miljoen euro.\n"}};
  EXPECT_TRUE(open_questions(documents).empty());
  const auto answers = answers_to("slagbomen", documents);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].document, "twee.txt");
}

// A number that is only mentioned ties nothing together.
TEST(TwoFiles, AreNotTiedByAMention) {
  EXPECT_TRUE(answers_to("aannemer", {kTwo[0],
                                      {"brief.txt",
                                       "Zie ook uw vragen met nummer 2024Z10001 van 3 mei.\n\nAntwoord 1\n"
                                       "Ja.\n\nAntwoord 2\nNee.\n"}})
                  .empty());
}

}  // namespace
}  // namespace vraagbaak::query
