// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/claim_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::query {
namespace {

const ClaimReader& reader() {
  static const ClaimReader claims(analysis::DictionarySource::built_in());
  return claims;
}

std::string end_of(const std::optional<Decimal>& end) {
  return end ? end->normalized().print() : "open";
}

struct IntervalCase {
  const char* name;
  std::string_view claim;
  std::string_view low;
  std::string_view high;
  std::string_view words;
  std::string_view language = "nl";
};
class Interval : public testing::TestWithParam<IntervalCase> {};

TEST_P(Interval, IsWhatTheWordsAllow) {
  const auto& [name, text, low, high, words, language] = GetParam();
  const Claim claim = reader().read(text, language);
  ASSERT_EQ(claim.figures.size(), 1u);
  EXPECT_EQ(end_of(claim.figures[0].low), low);
  EXPECT_EQ(end_of(claim.figures[0].high), high);
  EXPECT_EQ(claim.figures[0].words.in(text), words);
}

INSTANTIATE_TEST_SUITE_P(
    Hedges, Interval,
    testing::Values(
        IntervalCase{"ruim", "Het kostte ruim 40 miljoen euro.", "40000000", "44000000",
                     "ruim 40 miljoen euro"},
        IntervalCase{"more_than", "More than 1,000 firms joined.", "1000", "open", "More than 1,000", "en"},
        IntervalCase{"fewer_than", "It took fewer than 100 days.", "open", "100", "fewer than 100", "en"},
        IntervalCase{"decimal_rounds", "Het plan kost 2,5 miljoen euro.", "2450000", "2550000",
                     "2,5 miljoen euro"},
        IntervalCase{"one_digit_rounds_little", "Het plan kost 2 miljoen euro.", "1970000", "2030000",
                     "2 miljoen euro"},
        IntervalCase{"count_is_exact", "Er kwamen 144 deelnemers.", "143.5", "144.5", "144"},
        IntervalCase{"round_amount", "De steun was 900.000 euro.", "891000", "909000", "900.000 euro"},
        IntervalCase{"exact_hedge", "Het kostte ongeveer 12,34 miljoen euro.", "12216600", "12463400",
                     "ongeveer 12,34 miljoen euro"},
        IntervalCase{"hedged_fraction", "Ongeveer een kwart is op.", "0.2375", "0.2625",
                     "Ongeveer een kwart"},
        IntervalCase{"percentage_rounds", "De export groeide met 11%.", "10.5", "11.5", "11%"}),
    [](const auto& row) { return std::string(row.param.name); });

struct ReadCase {
  const char* name;
  std::string_view text;
  std::size_t figures;
  bool is_negated;
};
class Reading : public testing::TestWithParam<ReadCase> {};

TEST_P(Reading, FindsWhatCanBeChecked) {
  const Claim claim = reader().read(GetParam().text, "nl");
  EXPECT_EQ(claim.figures.size(), GetParam().figures);
  EXPECT_EQ(claim.is_negated, GetParam().is_negated);
}

INSTANTIATE_TEST_SUITE_P(
    Claims, Reading,
    testing::Values(ReadCase{"reference_is_no_figure", "De minister antwoordde op vraag nr. 12.", 0, false},
                    ReadCase{"part_of_a_name", "MOVE 50 is een cluster.", 0, false},
                    ReadCase{"capital_none_of_a_name", "De site heet Wij Willen Geen Wachtwoord.", 0, false},
                    ReadCase{"year_of_a_title", "We staan hoog in Digital Cities 2030.", 0, false},
                    ReadCase{"year_behind_a_place", "De markt in Lokeren 2030 gaat door.", 1, false},
                    ReadCase{"none_is_zero", "Er werd geen enkel geval gemeld.", 1, false},
                    ReadCase{"denied", "Het plan kost niet 5 miljoen euro.", 1, true},
                    ReadCase{"hedge_denies_nothing", "Het plan kost niet meer dan 5 miljoen euro.", 1, false},
                    ReadCase{"empty", "", 0, false}, ReadCase{"no_words", "?!...", 0, false},
                    ReadCase{"ill_formed", "\xff\xc0 12 \x80", 1, false}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ClaimReader, MarksRatesAndWhatIsGiven) {
  const Claim claim = reader().read("De vijf video's werden 140.000 keer bekeken.", "nl");
  ASSERT_EQ(claim.figures.size(), 2u);
  EXPECT_TRUE(claim.figures[0].is_given);
  EXPECT_FALSE(claim.figures[1].is_given);
}

TEST(ClaimReader, NotesTheNumbersThatNameThings) {
  const std::string_view text = "Van de 46 dossiers van oproep 136 zijn er 12 klaar.";
  const Claim claim = reader().read(text, "nl");
  std::vector<std::string_view> numbers;
  for (const ByteSpan number : claim.numbers_named) numbers.push_back(number.in(text));
  std::ranges::sort(numbers);
  ASSERT_EQ(numbers.size(), 2U);
  EXPECT_NE(numbers[0].find("136"), std::string_view::npos);
  EXPECT_NE(numbers[1].find("46"), std::string_view::npos);
}

TEST(ClaimReader, ClaimsTheCountOfARate) {
  const Claim claim = reader().read("Er zijn 301 robots per 10.000 werknemers.", "nl");
  ASSERT_FALSE(claim.figures.empty());
  EXPECT_EQ(claim.figures[0].figure.value->print(), "301");
}

TEST(ClaimReader, TellsLimitsFromComparisons) {
  EXPECT_TRUE(reader().read("Er mogen hoogstens 58 mensen werken.", "nl").figures.at(0).is_limit);
  EXPECT_FALSE(reader().read("Er werken minder dan 58 mensen.", "nl").figures.at(0).is_limit);
}

TEST(ClaimReader, TellsHowADocumentTurnsAFigure) {
  const std::string_view denied = "de drempel is 25 euro en niet 90 euro";
  EXPECT_TRUE(reader().is_denied(denied, {denied.find("90"), denied.size()}));
  EXPECT_FALSE(reader().is_denied(denied, {denied.find("25"), denied.find("25") + 7}));
  const std::string_view rate = "dat is 65 doden per miljoen inwoners";
  EXPECT_TRUE(reader().is_rate(rate, {rate.find("65"), rate.find("65") + 2}));
  const std::string_view daily = "vijf vluchten per dag";
  EXPECT_FALSE(reader().is_rate(daily, {0, 4}));
}

TEST(ClaimReader, TellsHowLongFromWhat) {
  const Claim claim = reader().read("In vijf jaar werden er 13 inspecties uitgevoerd.", "nl");
  ASSERT_EQ(claim.figures.size(), 2u);
  EXPECT_TRUE(claim.figures[0].is_frame);
  EXPECT_FALSE(claim.figures[1].is_frame);
}

TEST(ClaimReader, LeavesNumbersInNamesAlone) {
  EXPECT_TRUE(reader().read("The Group of Ten wanted to keep it.", "en").figures.empty());
  EXPECT_TRUE(reader().read("De Groep van Tien wil het houden.", "nl").figures.empty());
}

struct PlaceCase {
  std::string_view text;
  std::string_view figure;
  bool is_whole;
  PeriodEdge edge;
};
TEST(ClaimReader, TellsWholesAndEdgesFromWhatStandsBefore) {
  for (const auto& [text, figure, is_whole, edge] :
       {PlaceCase{"voor 20 van de 43 dossiers", "43", true, PeriodEdge::none},
        PlaceCase{"voor 20 van de 43 dossiers", "20", false, PeriodEdge::none},
        PlaceCase{"1.000 op een totaal van ongeveer 3.400 kaarten", "3.400", true, PeriodEdge::none},
        PlaceCase{"de helft van de 43 dossiers", "43", false, PeriodEdge::none},
        PlaceCase{"gegevens tot en met 2012", "2012", false, PeriodEdge::until},
        PlaceCase{"gegevens sinds 2012", "2012", false, PeriodEdge::since},
        PlaceCase{"gegevens in 2012", "2012", false, PeriodEdge::none},
        PlaceCase{"2012", "2012", false, PeriodEdge::none}}) {
    const std::size_t at = text.find(figure);
    const ByteSpan span{at, at + figure.size()};
    EXPECT_EQ(reader().is_whole(text, span), is_whole) << text;
    EXPECT_EQ(reader().edge_of(text, span), edge) << text;
  }
}

TEST(ClaimReader, HearsDenials) {
  EXPECT_TRUE(reader().denies("Er zijn geen kunstwerken beschadigd."));
  EXPECT_TRUE(reader().denies("Dat is nooit gebeurd."));
  EXPECT_FALSE(reader().denies("Er zijn kunstwerken beschadigd."));
}

}  // namespace
}  // namespace vraagbaak::query
