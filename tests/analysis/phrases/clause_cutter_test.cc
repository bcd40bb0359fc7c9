// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/clause_cutter.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace vraagbaak::analysis {
namespace {

struct ClauseCase {
  const char* name;
  std::string_view text;
  std::string_view figure;
  std::string_view clause;
};
class Clause : public testing::TestWithParam<ClauseCase> {};
TEST_P(Clause, IsThePartThatSpeaksOfTheFigure) {
  const ClauseCutter cutter(DictionarySource::built_in());
  const std::string_view text = GetParam().text;
  const std::size_t at = text.find(GetParam().figure);
  ASSERT_NE(at, std::string_view::npos);
  const ByteSpan clause =
      clause_round(cutter.breaks(text), {0, text.size()}, {at, at + GetParam().figure.size()});
  EXPECT_EQ(clause.in(text), GetParam().clause);
}
INSTANTIATE_TEST_SUITE_P(
    Figure, Clause,
    testing::Values(ClauseCase{"comma", "30 bussen in 2019, 35 bussen in 2020", "35", " 35 bussen in 2020"},
                    ClauseCase{"conjunction", "30 bussen in 2019 en 35 in 2020", "35", "en 35 in 2020"},
                    ClauseCase{"decimal_comma", "een stijging van 3,5 procent", "3,5",
                               "een stijging van 3,5 procent"},
                    ClauseCase{"label", "- noord: 12;- zuid: 15", "15", " zuid: 15"},
                    ClauseCase{"years_joined", "in 2019 en 2020 samen 8", "8", "in 2019 en 2020 samen 8"},
                    ClauseCase{"brackets", "40 (waarvan 5 nieuw) bussen", "5", "waarvan 5 nieuw)"},
                    ClauseCase{"wrapped_line", "in totaal\n12 bussen", "12", "in totaal\n12 bussen"},
                    ClauseCase{"whole", "12", "12", "12"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ClauseBreaks, OfNothingAreNone) {
  const ClauseCutter cutter(DictionarySource::built_in());
  EXPECT_TRUE(cutter.breaks("").empty());
  EXPECT_TRUE(cutter.breaks(",").empty());
}

}  // namespace
}  // namespace vraagbaak::analysis
