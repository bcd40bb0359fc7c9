// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "tests/analysis/figures/figure_test_support.h"

namespace vraagbaak::analysis {
namespace {

struct WordCase {
  const char* name;
  std::string_view text;
  std::string_view value;
};
class NumberWords : public testing::TestWithParam<WordCase> {};
TEST_P(NumberWords, AreReadToTheUnit) {
  const auto figures = finder().find(GetParam().text);
  ASSERT_EQ(figures.size(), 1u) << GetParam().text;
  EXPECT_EQ(figures[0].value->normalized().print(), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    All, NumberWords,
    testing::Values(
        WordCase{"compound", "tweeëntwintig", "22"}, WordCase{"no_diaeresis", "tweeentwintig", "22"},
        WordCase{"decomposed", "twee\u0065\u0308ntwintig", "22"},
        WordCase{"with_and", "honderdentwee", "102"}, WordCase{"hundreds", "vijfentwintighonderd", "2500"},
        WordCase{"year", "negentienvijfenveertig", "1945"},
        WordCase{"long_one", "zevenhonderdtweeënveertigduizendnegenhonderdzesentachtig", "742986"},
        WordCase{"split", "vijf miljard tweehonderd miljoen", "5200000000"},
        WordCase{"and_split", "tweeduizend en zestien", "2016"},
        WordCase{"thousands", "honderd duizend", "100000"}, WordCase{"half", "twee en een half", "2.5"},
        WordCase{"one_and_a_half", "anderhalf", "1.5"},
        WordCase{"fifths", "drieëntwintig en drie vijfde", "23.6"},
        WordCase{"point", "nul komma vijf", "0.5"}, WordCase{"negative", "min vijf komma vijf", "-5.5"},
        WordCase{"article", "een miljoen", "1000000"}, WordCase{"rank", "vijfentwintigste", "25"},
        WordCase{"eighth", "een achtste", "0.125"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(NumberWordsInText, LeaveOtherWordsAlone) {
  for (const std::string_view text :
       {"een eenheid van vierkante vormen", "de zevende hemel", "tienen en elfen", "achteraf verenigde",
        "de één zoals de ander", "driemaandelijks overleg", "honderdtal", "tweeen"}) {
    EXPECT_EQ(describe(text), "") << text;
  }
}

// Spells a number below a million as one word.
std::string spell(int value) {
  constexpr std::array<const char*, 20> kSmall{"",         "een",     "twee",      "drie",     "vier",
                                               "vijf",     "zes",     "zeven",     "acht",     "negen",
                                               "tien",     "elf",     "twaalf",    "dertien",  "veertien",
                                               "vijftien", "zestien", "zeventien", "achttien", "negentien"};
  constexpr std::array<const char*, 10> kTens{"",        "",       "twintig",  "dertig",  "veertig",
                                              "vijftig", "zestig", "zeventig", "tachtig", "negentig"};
  if (value >= 1000)
    return (value >= 2000 ? spell(value / 1000) : std::string()) + "duizend" + spell(value % 1000);
  if (value >= 100)
    return (value >= 200 ? spell(value / 100) : std::string()) + "honderd" + spell(value % 100);
  if (value < 20) return kSmall[static_cast<std::size_t>(value)];
  const std::string unit = spell(value % 10);
  return unit + (unit.empty() ? "" : "en") + kTens[static_cast<std::size_t>(value / 10)];
}

TEST(NumberWords, SpelledNumbersComeBack) {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    const int value = 2 + static_cast<int>(random() % 999'998);
    const std::string text = spell(value);
    const auto figures = finder().find(text);
    ASSERT_EQ(figures.size(), 1u) << text;
    EXPECT_EQ(figures[0].value, Decimal(value)) << text;
  }
}

TEST(DigitNumbers, PrintedNumbersComeBack) {
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    const auto value = static_cast<std::int64_t>(random() % 100'000'000);
    std::string grouped = std::to_string(value);
    for (std::size_t at = grouped.size(); at > 3;) grouped.insert(at -= 3, 1, '.');
    const std::string text = "bedrag " + grouped + ",75 euro";
    const auto figures = finder().find(text);
    ASSERT_EQ(figures.size(), 1u) << text;
    EXPECT_EQ(figures[0].value->print(), std::to_string(value).append(".75")) << text;
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
