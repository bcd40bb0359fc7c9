// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/figure_match.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "analysis/figures/figure_finder.h"
#include "query/claim/claim_reader.h"

namespace vraagbaak::query {
namespace {

struct MatchCase {
  const char* name;
  std::string_view claim;
  std::string_view document;
  FigureMatch expected;
};
class Match : public testing::TestWithParam<MatchCase> {};

TEST_P(Match, ComparesValueAndUnit) {
  static const analysis::DictionarySource dictionaries = analysis::DictionarySource::built_in();
  static const ClaimReader claims(dictionaries);
  static const analysis::FigureFinder finder(dictionaries);
  const Claim claim = claims.read(GetParam().claim, "nl");
  const std::vector<Figure> stated = finder.find(GetParam().document);
  ASSERT_EQ(claim.figures.size(), 1u);
  ASSERT_EQ(stated.size(), 1u);
  EXPECT_EQ(match(claim.figures[0], stated[0]), GetParam().expected);
}

constexpr FigureMatch kAgrees = FigureMatch::agrees;
constexpr FigureMatch kDiffers = FigureMatch::differs;
constexpr FigureMatch kNeither = FigureMatch::incomparable;

INSTANTIATE_TEST_SUITE_P(
    Figures, Match,
    testing::Values(
        MatchCase{"same", "Het kost 2,5 miljoen euro.", "2.500.000 euro", kAgrees},
        MatchCase{"rounded", "Het kost 2,5 miljoen euro.", "2.498.000 euro", kAgrees},
        MatchCase{"ruim", "Het kost ruim 43 miljoen euro.", "43.182.662,87 euro", kAgrees},
        MatchCase{"ruim_is_not_below", "Het kost ruim 43 miljoen euro.", "42.800.000 euro", kDiffers},
        MatchCase{"ten_times", "Het kost 25 miljoen euro.", "2,5 miljoen euro", kDiffers},
        MatchCase{"magnitude", "Het kost 2,5 miljard euro.", "2,5 miljoen euro", kDiffers},
        MatchCase{"other_unit", "Het groeide met 15%.", "15 accountmanagers", kNeither},
        MatchCase{"half", "Meer dan de helft is op.", "61%", kAgrees},
        MatchCase{"not_half", "Meer dan de helft is op.", "11,11%", kDiffers},
        MatchCase{"tenth", "Het bezit een tiende van de aandelen.", "10 %", kAgrees},
        MatchCase{"fewer", "Er waren minder dan 100 dossiers.", "294 dossiers", kDiffers},
        MatchCase{"far_inside", "Er mogen hoogstens 392 mensen in.", "100 mensen", kNeither},
        MatchCase{"more_than_is_not_equal", "Er kwamen meer dan 100 mensen.", "100 mensen", kDiffers},
        MatchCase{"fall", "De export daalde met 5%.", "-5%", kAgrees},
        MatchCase{"month", "Het loopt tot juni 2023.", "30 juni 2023", kAgrees},
        MatchCase{"other_year", "Het loopt tot 30 juni 2024.", "30 juni 2023", kDiffers},
        MatchCase{"coarser", "Het begon op 1 juni 2023.", "2023", kNeither},
        MatchCase{"no_year", "Het begon op 1 juni 2023.", "30 september", kNeither},
        MatchCase{"period", "Het geldt voor 2015-2019.", "2017-2021", kDiffers},
        MatchCase{"times_are_no_things", "Ze vlogen twee keer uit.", "zeven incidenten", kNeither},
        MatchCase{"times_are_times", "Ze vlogen twee keer uit.", "drie maal", kDiffers},
        MatchCase{"time_is_no_count", "Het duurde 5 jaar.", "5 projecten", kNeither}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::query
