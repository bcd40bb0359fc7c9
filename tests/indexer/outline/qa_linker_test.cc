// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

// "label: first words of the answer" for each pair, and the labels without an answer.
std::string links_of(std::string_view question, std::string_view answer) {
  std::string text = "VRAAG\n\n";
  text.append(question).append("\n\nANTWOORD\n\n").append(answer).append("\n");
  const Document document = outline_of(text);
  EXPECT_EQ(broken_rule(document), "");
  std::string out;
  for (const QaPair& pair : document.pairs) {
    const std::string_view body = document.sections[pair.answer].span.in(document.text);
    out.append(pair.label).append("=").append(body.substr(0, body.find('.', 4))).append("; ");
  }
  for (const std::string& label : document.unanswered) out.append("!").append(label).append(" ");
  return out;
}

struct LinkCase {
  const char* name;
  std::string_view question;
  std::string_view answer;
  std::string_view links;
};
class Links : public testing::TestWithParam<LinkCase> {};
TEST_P(Links, GoByTheNumbers) {
  EXPECT_EQ(links_of(GetParam().question, GetParam().answer), GetParam().links);
}

constexpr std::string_view kThree = "1. Hoeveel?2. Waar?3. Wanneer?";
constexpr std::string_view kFour = "1. Hoeveel?2. Waar?3. Wanneer?4. Waarom?";

INSTANTIATE_TEST_SUITE_P(
    Answers, Links,
    testing::Values(
        LinkCase{"one_by_one", kThree, "1. Tien. 2. Hier. 3. Nu.", "1=1. Tien; 2=2. Hier; 3=3. Nu; "},
        LinkCase{"several_at_once", kThree, "1. tot 3. Alles is bekend.", "1-3=1. tot 3; "},
        LinkCase{"apart", kThree, "1. en 3. Tien nu. 2. Hier.", "1=1. en 3; 3=1. en 3; 2=2. Hier; "},
        LinkCase{"one_missing", kThree, "1. Tien. 3. Nu.", "1=1. Tien; 3=3. Nu; !2 "},
        LinkCase{"repeated_number", kFour, "1. Tien. 2. Hier. 2. Nu. 3. Daarom.",
                 "1=1. Tien; 2=2. Hier; 3=2. Nu; 4=3. Daarom; "},
        LinkCase{"repeated_once", kFour, "1. Tien. 2. Hier. 2. Nu. 4. Daarom.",
                 "1=1. Tien; 2=2. Hier; 3=2. Nu; 4=4. Daarom; "},
        LinkCase{"one_too_many", kThree, "1. Tien. 2. Hier. 3. Nu. 4. De bijlage volgt.",
                 "1=1. Tien; 2=2. Hier; 3=3. Nu; "},
        LinkCase{"reference_is_an_answer", "1. Hoeveel?2. Waar?", "1. Tien. 2. Zie antwoord op vraag 1.",
                 "1=1. Tien; 2=2. Zie antwoord op vraag 1; "},
        LinkCase{"letters", "1. Hoeveel?2. Waar?a) in de stad;b) op zee?",
                 "1. Tien. 2. a) Overal.b) Nergens.", "1=1. Tien; 2.a=2. a) Overal; 2.b=b) Nergens; "},
        LinkCase{"letters_together", "1. a) Hoeveel?b) Waar?c) Wie?", "1. a) en b) Tien hier.c) Zij.",
                 "1.a-b=1. a) en b) Tien hier; 1.c=c) Zij; "},
        LinkCase{"letters_as_one", "1. Hoeveel:a) in de stad;b) op zee?2. Waar?", "1. Tien overal. 2. Hier.",
                 "1=1. Tien overal; 2=2. Hier; "},
        LinkCase{"letter_missing", "1. a) Hoeveel?b) Waar?2. Wie?", "1. a) Tien. 2. Zij.",
                 "1.a=1. a) Tien; 2=2. Zij; !1.b "},
        LinkCase{"letters_without_their_number", "1. Hoeveel?2. Waar?a) in de stad;b) op zee?",
                 "1. Tien.a) Overal.b) Nergens.", "1=1. Tien; 2.a=a) Overal; 2.b=b) Nergens; "},
        LinkCase{"inner_list", kThree, "1. Er zijn redenen: 1. weer; 2. wind. 2. Hier. 3. Nu.",
                 "1=1. Er zijn redenen: 1; 2=2. Hier; 3=3. Nu; "}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Links, AnArgumentInTheIntroductionIsNoQuestion) {
  const Document document = outline_of(
      "VRAAG\n\nEr zijn twee redenen: 1. het weer; 2. de wind. Daarom: 1. Wie kiest?2. Wie betaalt?3. "
      "Hoeveel?\n\n"
      "ANTWOORD\n\n1. Ik. 2. Wij. 3. Tien.\n");
  ASSERT_EQ(document.pairs.size(), 3u);
  EXPECT_EQ(document.sections[document.pairs[0].question].span.in(document.text), "1. Wie kiest?");
}

TEST(Links, WordsDivideAnAnswerWithoutNumbers) {
  const Document document = outline_of(
      "VRAAG\n\n1. Hoeveel vissers varen er nog uit?2. Wat kost de nieuwe vismijn?3. Wanneer opent het "
      "museum?\n\n"
      "ANTWOORD\n\nEr varen nog dertig vissers uit.De nieuwe vismijn kost twee miljoen euro.Het museum opent "
      "in mei.\n");
  ASSERT_EQ(document.pairs.size(), 3u);
  EXPECT_EQ(document.pairs[1].label, "2");
  EXPECT_EQ(document.sections[document.pairs[1].answer].span.in(document.text),
            "De nieuwe vismijn kost twee miljoen euro.");
}

TEST(Links, ARefusalServesAllQuestions) {
  const Document document = outline_of(
      "VRAAG\n\n1. Hoeveel?2. Waar?3. Wanneer?\n\nANTWOORD\n\nDeze vraag valt niet onder mijn "
      "bevoegdheid.\n");
  ASSERT_EQ(document.pairs.size(), 1u);
  EXPECT_EQ(document.pairs[0].label, "1-3");
  EXPECT_TRUE(document.unanswered.empty());
}

TEST(Links, AnAnswerThatRepeatsTheQuestionSaysNothing) {
  const Document document = outline_of(
      "VRAAG\n\nDe boten varen uit. Het weer is goed. 1. Hoeveel boten?2. Waarheen?\n\nANTWOORD\n\n"
      "De boten varen uit. Het weer is goed.\n");
  EXPECT_TRUE(document.pairs.empty());
  EXPECT_EQ(document.unanswered, (std::vector<std::string>{"1", "2"}));
}

TEST(Links, AQuestionWithoutNumbersHasOneAnswer) {
  const Document document = outline_of("VRAAG\n\nKomt er een brug?\n\nANTWOORD\n\nJa, in 2024.\n");
  ASSERT_EQ(document.pairs.size(), 1u);
  EXPECT_EQ(document.pairs[0].label, "");
  EXPECT_EQ(document.sections[document.pairs[0].answer].span.in(document.text), "Ja, in 2024.");
}

TEST(Links, AQuestionWithoutAnswerHasNoPairs) {
  const Document document = outline_of("SCHRIFTELIJKE VRAAG\n\n1. Hoeveel boten?2. Waarheen?\n");
  EXPECT_TRUE(document.pairs.empty());
  EXPECT_TRUE(document.unanswered.empty());
  EXPECT_EQ(document.sections.size(), 4u);  // root, part, two questions
}

TEST(Links, AReportIsNoQuestion) {
  const Document document =
      outline_of("Jaarverslag\n\n1. Inleiding\n\nDe dienst groeit. Waarom? Dat leest u hier.\n");
  EXPECT_TRUE(document.pairs.empty());
}

}  // namespace
}  // namespace vraagbaak::indexer
