// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/value_range.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace vraagbaak::query {
namespace {

struct RangeCase {
  const char* name;
  std::string_view text;
  NumberNotation notation;
  std::string_view range;  // as print() gives it
};
class Range : public testing::TestWithParam<RangeCase> {};
TEST_P(Range, IsReadAsMeant) {
  const auto range = parse_value_range(GetParam().text, GetParam().notation);
  ASSERT_TRUE(range) << GetParam().text;
  EXPECT_EQ(print(*range), GetParam().range);
  EXPECT_EQ(parse_value_range(print(*range), NumberNotation::english), range);
}

constexpr auto kNl = NumberNotation::dutch;
constexpr auto kEn = NumberNotation::english;
INSTANTIATE_TEST_SUITE_P(
    Values, Range,
    testing::Values(
        RangeCase{"above", ">1mln", kNl, ">1000000"}, RangeCase{"from", ">=12,5", kNl, ">=12.5"},
        RangeCase{"from_sign", "≥12,5", kNl, ">=12.5"}, RangeCase{"below", "<100k", kNl, "<100000"},
        RangeCase{"up_to", "<= 3 miljard", kNl, "<=3000000000"},
        RangeCase{"equal", "=250.000", kNl, "250000"}, RangeCase{"plain", "250000", kNl, "250000"},
        RangeCase{"range", "100k..2mln", kNl, "100000..2000000"},
        RangeCase{"range_dash", "100k-2mln", kNl, "100000..2000000"},
        RangeCase{"range_spaces", "100 k .. 2 mln", kNl, "100000..2000000"},
        RangeCase{"range_turned", "2mln..100k", kNl, "100000..2000000"},
        RangeCase{"open_end", "100k..", kNl, ">=100000"}, RangeCase{"open_start", "..2mln", kNl, "<=2000000"},
        RangeCase{"borrowed_scale", "1–2,5 miljoen", kNl, "1000000..2500000"},
        RangeCase{"no_borrowing_from_below", "100..2mln", kNl, "100..2000000"},
        RangeCase{"negative", "-2,4", kNl, "-2.4"}, RangeCase{"negative_range", "-5..-1", kNl, "-5..-1"},
        RangeCase{"negative_dash", "-5-3", kNl, "-5..3"}, RangeCase{"minus_sign", "<−2", kNl, "<-2"},
        RangeCase{"euro_sign", "€250.000", kNl, "250000 EUR"},
        RangeCase{"euro_word", ">1 mln euro", kNl, ">1000000 EUR"},
        RangeCase{"percent", ">10%", kNl, ">10 %"}, RangeCase{"unit", "5..10 ha", kNl, "5..10 ha"},
        RangeCase{"blank_groups", "14 000", kNl, "14000"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(Notation, Range,
                         testing::Values(RangeCase{"dutch_thousand", "1.000", kNl, "1000"},
                                         RangeCase{"dutch_comma", "1,000", kNl, "1"},
                                         RangeCase{"english_point", "1.000", kEn, "1"},
                                         RangeCase{"english_thousand", "1,000", kEn, "1000"},
                                         RangeCase{"clear_dutch_in_english", "1.000,50", kEn, "1000.5"},
                                         RangeCase{"clear_english_in_dutch", "1,000.50", kNl, "1000.5"},
                                         RangeCase{"groups_twice", "1,000,000", kNl, "1000000"},
                                         RangeCase{"points_twice", "1.000.000", kEn, "1000000"},
                                         RangeCase{"no_group_of_two", "17.65", kNl, "17.65"},
                                         RangeCase{"leading_zero", "0.200", kNl, "0.2"},
                                         RangeCase{"english_scale", "2.5bn", kEn, "2500000000"}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(RangeOfNothing, IsRefused) {
  for (const std::string_view text :
       {"", " ", ">", "..", "x", "1..2..3", "1.00.000", "1,00,0.5", "mln", ">=", "5 ha ha", "--5", "1..x",
        "5 mln mln", "5 EUR 3", "\xFF", ",5", "5,", "1000000000000000000000000000000000000000"}) {
    EXPECT_FALSE(parse_value_range(text, kNl)) << text;
  }
}

TEST(RangeAtRandom, IsReadBackFromItsPrint) {
  const std::string_view pieces[] = {">",   "<", "=",   "..", "-", "1", "20", ".",   ",",
                                     "000", " ", "mln", "k",  "€", "%", "ha", "\xE2"};
  std::mt19937 random(11);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
  std::size_t read = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string text;
    for (std::size_t i = pick(random) % 6; i > 0; --i) text += pieces[pick(random)];
    const auto range = parse_value_range(text, round % 2 == 0 ? kNl : kEn);
    if (!range) continue;
    ++read;
    ASSERT_EQ(parse_value_range(print(*range), kEn), range) << text << " -> " << print(*range);
    if (range->least && range->most) {
      ASSERT_LE(range->least->value, range->most->value) << text;
    }
  }
  EXPECT_GT(read, 1'000u);
}

}  // namespace
}  // namespace vraagbaak::query
