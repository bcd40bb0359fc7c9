// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/computation.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::query {
namespace {

const ComputationFinder& finder(std::string_view language) {
  static const analysis::DictionarySource source = analysis::DictionarySource::built_in();
  static const ComputationFinder dutch(source, "nl");
  static const ComputationFinder english(source, "en");
  return language == "en" ? english : dutch;
}

struct ComputationCase {
  const char* name;
  std::string_view language;
  std::string_view question;
  Operation operation;
  std::vector<Operand> operands;
};
class AskedComputation : public testing::TestWithParam<ComputationCase> {};
TEST_P(AskedComputation, IsRead) {
  const auto found = finder(GetParam().language).find(GetParam().question);
  ASSERT_TRUE(found.has_value()) << GetParam().question;
  EXPECT_EQ(to_string(found->operation), to_string(GetParam().operation));
  ASSERT_EQ(found->operands.size(), GetParam().operands.size());
  for (std::size_t i = 0; i < found->operands.size(); ++i) {
    EXPECT_EQ(found->operands[i].question, GetParam().operands[i].question);
    EXPECT_EQ(found->operands[i].year, GetParam().operands[i].year);
  }
}
INSTANTIATE_TEST_SUITE_P(Question, AskedComputation,
                         testing::Values(ComputationCase{"more_than_by_place",
                                                         "nl",
                                                         "Hoeveel meer bussen reden er in Gent dan in Aalst?",
                                                         Operation::difference,
                                                         {{"Hoeveel bussen reden er in Gent", 0},
                                                          {"Hoeveel bussen reden er in Aalst", 0}}},
                                         ComputationCase{
                                             "less_turns_round",
                                             "nl",
                                             "Hoeveel minder bussen reden er in Gent dan in Aalst?",
                                             Operation::difference,
                                             {{"Hoeveel bussen reden er in Aalst", 0},
                                              {"Hoeveel bussen reden er in Gent", 0}}},
                                         ComputationCase{"difference_between",
                                                         "en",
                                                         "difference in rent between Ghent and Bruges",
                                                         Operation::distance,
                                                         {{"in rent Ghent", 0}, {"in rent Bruges", 0}}},
                                         ComputationCase{"which_year",
                                                         "nl",
                                                         "In welk jaar was het aantal bussen het hoogst?",
                                                         Operation::maximum,
                                                         {{"was het aantal bussen het", 0}}},
                                         ComputationCase{"which_year_least",
                                                         "en",
                                                         "Which year had the fewest buses?",
                                                         Operation::minimum,
                                                         {{"had the buses", 0}}}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Computation, NamesTheYearOfEachOperand) {
  for (const auto& [question, operation] :
       {std::pair{"Hoeveel meer bussen reden er in 2016 dan in 2015?", Operation::difference},
        std::pair{"Met hoeveel procent steeg het aantal bussen van 2015 naar 2016?", Operation::growth},
        std::pair{"Met hoeveel steeg het aantal bussen tussen 2015 en 2016?", Operation::difference}}) {
    const auto found = finder("nl").find(question);
    ASSERT_TRUE(found.has_value()) << question;
    EXPECT_EQ(to_string(found->operation), to_string(operation)) << question;
    ASSERT_EQ(found->operands.size(), 2u);
    EXPECT_EQ(found->operands[0].year, 2016) << question;
    EXPECT_EQ(found->operands[1].year, 2015) << question;
    EXPECT_NE(found->operands[0].question.find("bussen"), std::string::npos);
    EXPECT_EQ(found->operands[0].question.find("2015"), std::string::npos) << found->operands[0].question;
    EXPECT_EQ(found->operands[1].question.find("2016"), std::string::npos) << found->operands[1].question;
  }
}

TEST(Computation, TakesAllYearsOfASpanTogether) {
  const auto found = finder("nl").find("Hoeveel bussen kocht Gent van 2013 tot en met 2016 samen?");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(to_string(found->operation), "sum");
  std::vector<int> years;
  for (const Operand& operand : found->operands) {
    years.push_back(operand.year);
    EXPECT_NE(operand.question.find(std::to_string(operand.year)), std::string::npos) << operand.question;
  }
  EXPECT_EQ(years, (std::vector<int>{2013, 2014, 2015, 2016}));
}

TEST(Computation, IsNotReadInOtherQuestions) {
  for (const std::string_view question :
       {"Hoeveel bussen reden er in 2016?", "Hoeveel meer bussen kocht Gent?", "Wat is het verschil?", "dan",
        "", "Welk jaar was dat?", "Hoeveel bussen reden er in 2015 en 2016?", "meer dan",
        "\xff\xfe dan in"}) {
    EXPECT_FALSE(finder("nl").find(question).has_value()) << question;
  }
}

TEST(Computation, OfAnEndlessTextIsNone) {
  std::string question = "Hoeveel meer";
  for (int i = 0; i < 100'000; ++i) question += " bussen in 2016 dan in 2015";
  EXPECT_FALSE(finder("nl").find(question).has_value());
}

}  // namespace
}  // namespace vraagbaak::query
