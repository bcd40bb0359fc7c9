// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/surroundings.h"

#include <gtest/gtest.h>

#include <string>

#include "analysis/dictionary/dictionary_source.h"
#include "query/understand/question_parser.h"

namespace vraagbaak::query {
namespace {

struct Knowledge {
  analysis::DictionarySource dictionaries = analysis::DictionarySource::built_in();
  analysis::Analyzer analyzer{dictionaries};
  analysis::Tokenizer tokenizer{dictionaries};
  QuestionParser parser{dictionaries, analyzer};
};
const Knowledge& knowledge() {
  static const Knowledge all;
  return all;
}

// The features of `answer` in a passage that is `sentence` alone; the figures of the sentence are `figures`.
FeatureVector features_of(std::string_view question_text, const std::string& sentence,
                          std::string_view answer, const std::vector<std::string_view>& figures) {
  const Question question = knowledge().parser.parse(question_text);
  const TermMatcher matcher(question, knowledge().analyzer, knowledge().tokenizer);
  FoundPassage passage;
  passage.record.text = sentence;
  passage.record.span = {0, sentence.size()};
  TextTerms terms = matcher.read(sentence);
  passage.hits = std::move(terms.hits);
  passage.words = std::move(terms.words);
  PassageReading reading;
  reading.passage = &passage;
  reading.sentences = {{0, sentence.size()}};
  for (const std::string_view figure : figures) {
    const std::size_t at = sentence.find(figure);
    store::FigureRecord record;
    record.figure.span = {at, at + figure.size()};
    reading.figures.push_back(record);
  }
  CandidatePlace place;
  const std::size_t at = sentence.find(answer);
  place.span = {at, at + answer.size()};
  place.sentence = reading.sentences.front();
  FeatureVector features;
  add_sentence(features, reading, place.sentence);
  add_neighbours(features, reading, place);
  return features;
}

constexpr std::string_view kQuestion = "Hoeveel bruggen werden hersteld?";

TEST(Surroundings, CountWhatTheQuestionDoesNotSay) {
  const FeatureVector plain = features_of(kQuestion, "Er werden 12 bruggen hersteld.", "12", {"12"});
  const FeatureVector other =
      features_of(kQuestion, "Er werden 12 houten bruggen van privaat eigendom hersteld.", "12", {"12"});
  EXPECT_DOUBLE_EQ(plain[Feature::clause_extra], 0);
  EXPECT_DOUBLE_EQ(plain[Feature::sentence_extra], 0);
  EXPECT_GT(other[Feature::clause_extra], 0.4);
  EXPECT_GT(other[Feature::clause_extra_words], plain[Feature::clause_extra_words]);
}

TEST(Surroundings, TakeTheWordsOfItsOwnPartAlone) {
  const std::string text = "Er werden 12 bruggen hersteld, 7 tunnels geschilderd en 5 kades opgeruimd.";
  EXPECT_DOUBLE_EQ(features_of(kQuestion, text, "12", {"12", "7", "5"})[Feature::clause_extra], 0);
  EXPECT_DOUBLE_EQ(features_of(kQuestion, text, "7", {"12", "7", "5"})[Feature::clause_extra], 1);
  EXPECT_DOUBLE_EQ(features_of(kQuestion, text, "5", {"12", "7", "5"})[Feature::clause_extra], 1);
}

TEST(Surroundings, CountTheFiguresOfTheSentence) {
  const std::string text = "Er werden 12 bruggen hersteld (waarvan 7 houten).";
  const FeatureVector first = features_of(kQuestion, text, "12", {"12", "7"});
  const FeatureVector second = features_of(kQuestion, text, "7", {"12", "7"});
  EXPECT_EQ(first[Feature::first_figure], 1);
  EXPECT_EQ(first[Feature::bracketed], 0);
  EXPECT_EQ(first[Feature::alone], 0);
  EXPECT_EQ(second[Feature::first_figure], 0);
  EXPECT_EQ(second[Feature::bracketed], 1);
  EXPECT_EQ(features_of(kQuestion, "Er werden 12 bruggen hersteld.", "12", {"12"})[Feature::alone], 1);
}

TEST(Surroundings, SeeThatASentenceAnnouncesItsParts) {
  EXPECT_EQ(features_of(kQuestion, "Er werden 12 bruggen hersteld: ", "12", {"12"})[Feature::announces], 1);
  EXPECT_EQ(features_of(kQuestion, "Er werden 12 bruggen hersteld.", "12", {"12"})[Feature::announces], 0);
  EXPECT_EQ(features_of(kQuestion, "Hersteld: 12 bruggen.", "12", {"12"})[Feature::announces], 0);
}

TEST(Surroundings, AreBareWhereNothingIsSaid) {
  const FeatureVector features = features_of(kQuestion, "Het waren er 12.", "12", {"12"});
  EXPECT_EQ(features[Feature::clause_bare], 1);
  EXPECT_EQ(features[Feature::clause_extra], 0);
}

struct SizeCase {
  const char* name;
  FigureKind kind;
  std::string_view value;
  std::string_view text;
  double small;
  double spelled;
};
class SizeOf : public testing::TestWithParam<SizeCase> {};
TEST_P(SizeOf, Figure) {
  Figure figure;
  figure.kind = GetParam().kind;
  figure.value = Decimal::parse(GetParam().value);
  FeatureVector features;
  add_size(features, figure, GetParam().text);
  EXPECT_EQ(features[Feature::small], GetParam().small);
  EXPECT_EQ(features[Feature::spelled], GetParam().spelled);
}
INSTANTIATE_TEST_SUITE_P(Forms, SizeOf,
                         testing::Values(SizeCase{"digits", FigureKind::count, "46", "46 leden", 0, 0},
                                         SizeCase{"small", FigureKind::count, "9", "9 leden", 1, 0},
                                         SizeCase{"in_words", FigureKind::number, "7", "zeven", 1, 1},
                                         SizeCase{"large_in_words", FigureKind::count, "22",
                                                  "tweeëntwintig leden", 0, 1},
                                         SizeCase{"small_share", FigureKind::percentage, "2.4", "2,4%", 0, 0},
                                         SizeCase{"year", FigureKind::year, "7", "7", 0, 0}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(TextTerms, HoldContentWordsWithWhatTheQuestionSays) {
  const Question question = knowledge().parser.parse(kQuestion);
  const TermMatcher matcher(question, knowledge().analyzer, knowledge().tokenizer);
  const std::string text = "Er zijn 12 bruggen in de haven.";
  const TextTerms terms = matcher.read(text);
  ASSERT_EQ(terms.words.size(), 2U);
  EXPECT_EQ(terms.words[0].span.in(text), "bruggen");
  EXPECT_GT(terms.words[0].said, 0.8);
  EXPECT_EQ(terms.words[1].span.in(text), "haven");
  EXPECT_EQ(terms.words[1].said, 0);
}

}  // namespace
}  // namespace vraagbaak::query
