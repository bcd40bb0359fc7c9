// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "analysis/figures/date_reader.h"
#include "tests/analysis/figures/figure_test_support.h"

namespace vraagbaak::analysis {
namespace {

// A Friday.
constexpr PartialDate kToday{.year = 2022, .month = 6, .day = 17};

struct RelativeCase {
  const char* name;
  std::string_view text;
  std::string_view figures;
};
class RelativeDates : public testing::TestWithParam<RelativeCase> {};
TEST_P(RelativeDates, CountFromTheReferenceDay) {
  EXPECT_EQ(describe(GetParam().text, {.reference = kToday}), GetParam().figures);
}

INSTANTIATE_TEST_SUITE_P(
    All, RelativeDates,
    testing::Values(
        RelativeCase{"yesterday", "Dat gebeurde gisteren.", "[gisteren] date 2022-06-16"},
        RelativeCase{"last_year", "het budget van vorig jaar", "[vorig jaar] year 2021"},
        RelativeCase{"this_year", "dit jaar al besteed", "[dit jaar] year 2022"},
        RelativeCase{"last_month", "in vorige maand", "[vorige maand] date 2022-05"},
        RelativeCase{"week", "deze week", "[deze week] period 2022-06-13..2022-06-19"},
        RelativeCase{"weeks_ago", "twee weken geleden", "[twee weken geleden] date 2022-06-03"},
        RelativeCase{"months_cut", "vier maanden geleden", "[vier maanden geleden] date 2022-02-17"},
        RelativeCase{"compound", "1 jaar, 1 maand en 2 dagen geleden",
                     "[1 jaar, 1 maand en 2 dagen geleden] date 2021-05-15"},
        RelativeCase{"weekday", "volgende week maandag", "[volgende week maandag] date 2022-06-20"},
        RelativeCase{"past_years", "de afgelopen 3 jaar", "[afgelopen 3 jaar] period 2019..2021"},
        RelativeCase{"day_of_month", "de 20e van volgende maand", "[20e van volgende maand] date 2022-07-20"},
        RelativeCase{"next_such_day", "uiterlijk 30 september", "[30 september] date 2022-09-30"},
        RelativeCase{"quarter", "het derde kwartaal van dit jaar",
                     "[derde kwartaal van dit jaar] period 2022-07..2022-09"},
        RelativeCase{"absolute_stays", "op 3 mei 2019", "[3 mei 2019] date 2019-05-03"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(RelativeDatesWithoutReference, YieldNothing) {
  EXPECT_EQ(describe("Dat was gisteren, of vorige week."), "");
}

TEST(RelativeDatesWithoutReference, AnIncompleteReferenceIsNone) {
  EXPECT_EQ(describe("gisteren", {.reference = PartialDate{.year = 2022, .month = 6, .day = 0}}), "");
}

TEST(DateArithmetic, CrossesMonthsAndYears) {
  EXPECT_EQ(add_days({2020, 2, 28}, 2), (PartialDate{2020, 3, 1}));
  EXPECT_EQ(add_days({2022, 1, 1}, -1), (PartialDate{2021, 12, 31}));
  EXPECT_EQ(add_months({2022, 1, 31}, 1), (PartialDate{2022, 2, 28}));
  EXPECT_EQ(add_months({2022, 1, 15}, -2), (PartialDate{2021, 11, 15}));
  EXPECT_EQ(weekday_of({2022, 6, 17}), 5);
}

}  // namespace
}  // namespace vraagbaak::analysis
