// SPDX-License-Identifier: EUPL-1.2
#include "query/quantity/statement_reader.h"

#include <gtest/gtest.h>

#include "tests/support/small_index.h"

namespace vraagbaak::query {
namespace {

using testing_support::analyzer;
using testing_support::dictionaries;
using testing_support::SmallIndex;

std::vector<StatedFigure> read(const std::string& text) {
  const SmallIndex index(testing_support::Documents{{"nota.txt", text}});
  const StatementReader statements(dictionaries(), analyzer());
  return statements.read(index.reader.documents().front().id, index.reader);
}

TEST(StatementReader, SaysWhatEachFigureIsSaidOf) {
  const auto stated = read(
      "Nota\n\nIn 2015 plantte de dienst Veldhoek 300 bomen, in 2016 plantte de dienst Veldhoek 450 "
      "bomen.\n");
  ASSERT_EQ(stated.size(), 2u);
  EXPECT_EQ(stated[0].years, std::vector<int>{2015});
  EXPECT_EQ(stated[1].years, std::vector<int>{2016});
  EXPECT_EQ(stated[0].peers, 2u);
  EXPECT_EQ(stated[1].rank, 1u);
  EXPECT_TRUE(stated[0].says_time);
  EXPECT_EQ(stated[0].sentence, stated[1].sentence);
  EXPECT_EQ(stated[0].terms, stated[1].terms);
}

struct StandingCase {
  const char* name;
  const char* sentence;
  Standing expected;
};
class StandingOf : public testing::TestWithParam<StandingCase> {};
TEST_P(StandingOf, IsToldByItsWords) {
  const auto stated = read(std::string("Nota\n\n") + GetParam().sentence + "\n");
  ASSERT_EQ(stated.size(), 1u);
  EXPECT_EQ(to_string(stated.front().standing), to_string(GetParam().expected));
}
INSTANTIATE_TEST_SUITE_P(
    Words, StandingOf,
    testing::Values(StandingCase{"plain", "De brug telt 12 pijlers.", Standing::unsaid},
                    StandingCase{"spent", "Aan de brug werd 4,2 miljoen euro besteed.", Standing::realised},
                    StandingCase{"budgeted", "Voor de brug is 4,2 miljoen euro begroot.", Standing::budgeted},
                    StandingCase{"estimated", "De brug wordt geraamd op 4,2 miljoen euro.",
                                 Standing::estimated}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(StatementReader, LeavesTimesAndReferencesOut) {
  EXPECT_TRUE(read("Nota\n\nOp 3 mei 2016 kwam er antwoord op vraag nr. 12.\n").empty());
}

TEST(StatementReader, FindsYearsAtTheHeadOfAWord) {
  EXPECT_EQ(years_in_header("2018BA . 2019BO"), (std::vector<int>{2018, 2019}));
  EXPECT_TRUE(years_in_header("12018 1.2018 201 99999 1700").empty());
}

TEST(Likeness, IsTheSharedWeightOverAll) {
  const auto one = [](const std::string&) { return 1.0; };
  EXPECT_EQ(likeness({}, {}, one), 0);
  EXPECT_EQ(likeness({"a", "b"}, {"a", "b"}, one), 1);
  EXPECT_EQ(likeness({"a", "b"}, {"b", "c"}, one), 1.0 / 3);
}

}  // namespace
}  // namespace vraagbaak::query
