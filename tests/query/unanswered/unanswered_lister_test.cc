// SPDX-License-Identifier: EUPL-1.2
#include "query/unanswered/unanswered_lister.h"

#include <gtest/gtest.h>

#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

using testing_support::dictionaries;
using testing_support::SmallIndex;

struct GapCase {
  const char* name;
  const char* answer;
  const char* expected;  // "" where it answers
};
class Gap : public testing::TestWithParam<GapCase> {};
TEST_P(Gap, IsTold) {
  static const GapWords words(dictionaries());
  const auto gap = words.gap_of(GetParam().answer);
  EXPECT_EQ(gap ? to_string(*gap) : "", GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Answers, Gap,
    testing::Values(
        GapCase{"elsewhere", "Ik verwijs naar mijn antwoord op uw vraag nr. 12.", "referred"},
        GapCase{"colleague", "Deze vraag behoort tot de bevoegdheid van mijn collega van Financien.",
                "referred"},
        GapCase{"no_figures", "3. Er zijn hierover geen cijfers beschikbaar.", "no_data"},
        GapCase{"not_kept", "De administratie beschikt niet over deze gegevens.", "no_data"},
        GapCase{"not_competent", "De dienst is niet bevoegd om op deze vraag te antwoorden.", "refused"},
        GapCase{"secret", "Omwille van het beroepsgeheim kan ik hierop niet ingaan.", "refused"},
        GapCase{"answers", "In 2016 waren er 12 overwegen.", ""},
        GapCase{
            "answers_and_refers",
            "In 2016 waren er 12 overwegen, in 2017 waren dat er nog 9 en in 2018 nog 7. Voor het overige "
            "verwijs ik naar bijlage 1.",
            ""},
        GapCase{"empty", "", ""}, GapCase{"label", "2.", ""}),
    [](const auto& row) { return std::string(row.param.name); });

constexpr const char* kQuestion =
    "SCHRIFTELIJKE VRAAG\nnr. 12\nvan AN PEETERS\ndatum: 3 mei 2017\n\naan BART CLAES\nMINISTER VAN "
    "MOBILITEIT\n\n"
    "Overwegen\n\n1. Hoeveel overwegen verdwenen er in 2016?\n2. Wat kostte dat?\n3. Wie betaalde de "
    "aannemer?\n\nANTWOORD\nop vraag nr. 12 van 3 mei 2017\nvan AN PEETERS\n\n"
    "1. In 2016 verdwenen 34 overwegen.\n2. Hierover zijn geen cijfers beschikbaar.\n";

std::vector<OpenQuestion> open_questions(bool all) {
  const SmallIndex index(testing_support::Documents{{"vraag.txt", kQuestion}});
  const GapWords words(dictionaries());
  const auto found = find_unanswered(index.reader, words, index.citations, {"", all});
  return found ? *found : std::vector<OpenQuestion>();
}

TEST(Unanswered, ListsWhatTheAnswerLeavesOut) {
  const auto found = open_questions(false);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].label, "3");
  EXPECT_EQ(found[0].asker, "AN PEETERS");
  EXPECT_EQ(found[0].question.quote, "3. Wie betaalde de aannemer?");
  EXPECT_FALSE(found[0].answer);
}

TEST(Unanswered, TellsNoDataFromSilence) {
  const auto found = open_questions(true);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].label, "2");
  EXPECT_EQ(to_string(found[0].kind), "no_data");
  ASSERT_TRUE(found[0].answer);
  EXPECT_EQ(found[0].answer->quote, "2. Hierover zijn geen cijfers beschikbaar.");
}

}  // namespace
}  // namespace vraagbaak::query
