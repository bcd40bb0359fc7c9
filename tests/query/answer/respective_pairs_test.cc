// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/respective_pairs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vraagbaak::query {
namespace {

struct PairsCase {
  const char* name;
  std::string_view text;                  // one sentence
  std::vector<std::string_view> figures;  // those of one kind in it, in order
  std::vector<int> years;                 // that each is dealt; 0: none
  std::vector<std::string_view> items;    // likewise; "": none
};

class Pairs : public testing::TestWithParam<PairsCase> {};

TEST_P(Pairs, DealsYearsAndItems) {
  const PairsCase& row = GetParam();
  std::vector<ByteSpan> figures;
  std::size_t from = 0;
  for (const std::string_view figure : row.figures) {
    const std::size_t at = row.text.find(figure, from);
    ASSERT_NE(at, std::string_view::npos) << figure;
    figures.push_back({at, at + figure.size()});
    from = at + figure.size();
  }
  const RespectivePairs pairs(row.text, {0, row.text.size()}, figures);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    EXPECT_EQ(pairs.year_of(figures[i]), row.years[i]) << row.figures[i];
    const auto item = pairs.item_of(figures[i]);
    EXPECT_EQ(item ? item->in(row.text) : "", row.items[i]) << row.figures[i];
  }
  EXPECT_EQ(pairs.year_of({0, 1}), 0);
  EXPECT_FALSE(pairs.item_of({0, 1}));
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Pairs,
    testing::Values(
        PairsCase{"items_before",
                  "In Gent en Brugge kwamen respectievelijk 5 en 7 klachten binnen.",
                  {"5", "7"},
                  {0, 0},
                  {"In Gent", "Brugge kwamen "}},
        PairsCase{"items_behind",
                  "Er waren 5 en 7 klachten in respectievelijk Gent en Brugge",
                  {"5", "7"},
                  {0, 0},
                  {" Gent", "Brugge"}},
        PairsCase{"years_before",
                  "Het aantal steeg in 2013 en 2014 tot achtereenvolgens 49 en 65.",
                  {"49", "65"},
                  {2013, 2014},
                  {"Het aantal steeg in 2013", "2014 tot "}},
        PairsCase{"a_range_of_years",
                  "Van 2013 tot 2015 waren het respectievelijk 4, 6 en 8 dossiers.",
                  {"4", "6", "8"},
                  {2013, 2014, 2015},
                  {"", "", ""}},
        PairsCase{"years_behind",
                  "Er kwamen respectievelijk 98, 97 en 99 brieven in 2014, 2015 en 2016.",
                  {"98", "97", "99"},
                  {2014, 2015, 2016},
                  {" brieven in 2014", "2015", "2016."}},
        PairsCase{"figures_further_on",
                  "De 31 van 2012 werden er in 2013 en 2014 achtereenvolgens 49 euro en 65 euro, voor zij in "
                  "de twee jaren daarna weer daalden tot 53 euro.",
                  {"31", "49", "65", "53"},
                  {0, 2013, 2014, 0},
                  {"", "De 31 van 2012 werden er in 2013", "2014 ", ""}},
        PairsCase{"each_with_its_year",
                  "Het was respectievelijk 77 euro voor 2014, 54 euro voor 2015 en 10 euro voor 2016.",
                  {"77", "54", "10"},
                  {0, 0, 0},
                  {"", "", ""}},
        PairsCase{"one_figure", "In 2013 waren er respectievelijk 5 klachten.", {"5"}, {0}, {""}},
        PairsCase{"no_such_word", "In 2013 en 2014 waren er 5 en 7 klachten.", {"5", "7"}, {0, 0}, {"", ""}}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::query
