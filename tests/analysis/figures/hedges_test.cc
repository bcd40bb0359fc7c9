// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "tests/analysis/figures/figure_test_support.h"

namespace vraagbaak::analysis {
namespace {

struct HedgeCase {
  const char* name;
  std::string_view text;
  std::string_view figures;
  std::string_view interval;  // of the first figure: low..high, an open end empty
};

class Hedges : public testing::TestWithParam<HedgeCase> {};
TEST_P(Hedges, LoosenOrBoundTheFigure) {
  const auto figures = finder().find(GetParam().text);
  EXPECT_EQ(describe(GetParam().text), GetParam().figures);
  ASSERT_FALSE(figures.empty());
  const auto print = [](const std::optional<Decimal>& end) {
    return end ? end->normalized().print() : std::string();
  };
  EXPECT_EQ(print(figures[0].low).append("..").append(print(figures[0].high)), GetParam().interval);
}

TEST(Hedges, HoldBehindAnotherFigureToo) {
  EXPECT_EQ(describe("in 2017 minder dan 150 klachten"), "[2017] year 2017 | [150] count 150 klachten max");
  EXPECT_EQ(describe("in vijf jaar hoogstens 150 klachten"),
            "[vijf] number 5 jaar | [150] count 150 klachten max");
}

INSTANTIATE_TEST_SUITE_P(
    Words, Hedges,
    testing::Values(HedgeCase{"about", "ongeveer 200 dossiers", "[200] count 200 dossiers ~", "190..210"},
                    HedgeCase{"point", "ca. 3.000 bezoekers", "[3.000] count 3000 bezoekers ~", "2850..3150"},
                    HedgeCase{"nearly", "bijna 90% van de studenten", "[90%] percentage 90 % ~", "81..90"},
                    HedgeCase{"well_over", "ruim 40 miljoen euro", "[40 miljoen euro] money 40000000 EUR ~",
                              "40000000..44000000"},
                    HedgeCase{"more_than", "meer dan 600 leden", "[600] count 600 leden ~ min", "600.."},
                    HedgeCase{"at_least", "minstens 30 jaar", "[30] number 30 jaar min", "30.."},
                    HedgeCase{"at_most", "maximaal 10 werknemers", "[10] count 10 werknemers max", "0..10"},
                    HedgeCase{"up_to", "een waarborg tot 80%", "[80%] percentage 80 % max", "0..80"},
                    HedgeCase{"change", "Dat heeft geleid tot 80 klachten", "[80] count 80 klachten", ".."},
                    HedgeCase{"stacked", "tot meer dan 100 dagen", "[100] number 100 dagen ~ min", "100.."},
                    HedgeCase{"sign_above", "> 100 werknemers", "[100] count 100 werknemers min", "100.."},
                    HedgeCase{"sign_at_most", "≤ 30 %", "[30 %] percentage 30 % max", "0..30"},
                    HedgeCase{"hooguit", "hooguit drie keer", "[drie] count 3 keer max", "0..3"},
                    HedgeCase{"or_less", "20 procent of minder", "[20 procent] percentage 20 % max", "0..20"},
                    HedgeCase{"no_hedge", "Er zijn 20 scholen", "[20] count 20 scholen", ".."},
                    HedgeCase{"range", "tussen 80 en 130 scholen",
                              "[80] count 80 scholen min | [130] count 130 scholen max", "80..130"},
                    HedgeCase{"dash_range", "10-20 scholen",
                              "[10] count 10 scholen min | [20] count 20 scholen max", "10..20"},
                    HedgeCase{"vague", "honderden aanvragen", "[honderden] count aanvragen ~", "200..999"},
                    HedgeCase{"nearly_none", "nog geen 5% van de scholen", "[5%] percentage 5 % max",
                              "0..5"}),
    [](const auto& row) { return std::string(row.param.name); });

struct BorrowCase {
  const char* name;
  std::string_view text;
  std::string_view figures;
};
class Borrowed : public testing::TestWithParam<BorrowCase> {};
TEST_P(Borrowed, UnitsComeFromTheNeighbour) {
  EXPECT_EQ(describe(GetParam().text), GetParam().figures);
}

INSTANTIATE_TEST_SUITE_P(
    Units, Borrowed,
    testing::Values(BorrowCase{"part_of", "131 van de 552 stations",
                               "[131] count 131 stations | [552] count 552 stations"},
                    BorrowCase{"and", "14 en 6 initiatieven",
                               "[14] count 14 initiatieven | [6] count 6 initiatieven"},
                    BorrowCase{"scale", "4,7 respectievelijk 1,5 miljoen euro",
                               "[4,7] money 4700000 EUR | [1,5 miljoen euro] money 1500000 EUR"},
                    BorrowCase{"compared", "8,5% in de stad vs. 6,2 in de regio",
                               "[8,5%] percentage 8.5 % | [6,2] percentage 6.2 %"},
                    BorrowCase{"end_of_change", "een daling met 3,2 procentpunt tot 12,4%",
                               "[3,2 procentpunt] percentage 3.2 procentpunt | [12,4%] percentage 12.4 %"},
                    BorrowCase{"change_is_no_range", "van 40% naar 30%",
                               "[40%] percentage 40 % | [30%] percentage 30 %"}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::analysis
