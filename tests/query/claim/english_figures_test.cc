// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/english_figures.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace vraagbaak::query {
namespace {

const EnglishFigures& english() {
  static const EnglishFigures figures(analysis::DictionarySource::built_in());
  return figures;
}

struct Case {
  const char* name;
  std::string_view english;
  std::string_view dutch;
};
class ToDutch : public testing::TestWithParam<Case> {};

TEST_P(ToDutch, WritesFiguresTheDutchWay) {
  EXPECT_EQ(english().to_dutch(GetParam().english).text, GetParam().dutch);
}

INSTANTIATE_TEST_SUITE_P(
    Words, ToDutch,
    testing::Values(Case{"groups", "over 1,100 firms", "meer dan 1.100 firms"},
                    Case{"decimal", "2.5 million euro", "2,5 miljoen euro"},
                    Case{"both", "€1,234.56", "€1.234,56"},
                    Case{"words", "twenty-five platforms", "25 platforms"},
                    Case{"per_cent", "Two per cent of them", "2 procent of them"},
                    Case{"half", "More than half of it", "meer dan de helft of it"},
                    Case{"month", "on 5 October 2019.", "on 5 oktober 2019."},
                    Case{"may_is_a_month_behind_a_day", "on 5 May 2019", "on 5 mei 2019"},
                    Case{"may_is_a_verb_elsewhere", "It may cost more", "It may cost more"},
                    Case{"over_is_a_place_elsewhere", "all over Flanders", "all over Flanders"},
                    Case{"reference", "question 12", "vraag 12"}, Case{"empty", "", ""},
                    Case{"names_stay", "FLUX50 and COVID-19", "FLUX50 and COVID-19"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(EnglishFigures, PointsBackIntoTheEnglishText) {
  const std::string text = "It reached more than 1,100 firms.";
  const DutchFigures dutch = english().to_dutch(text);
  const std::size_t at = dutch.text.find("1.100");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(dutch.original({at, at + 5}).in(text), "1,100");
  const std::size_t hedge = dutch.text.find("meer dan");
  ASSERT_NE(hedge, std::string::npos);
  EXPECT_EQ(dutch.original({hedge, at + 5}).in(text), "more than 1,100");
}

TEST(EnglishFigures, PiecesTileBothTexts) {
  for (const std::string_view text : {"nearly 3 million", "  ", "half", "\xff\xfe 12 \x80", "a, b (1,000)"}) {
    const DutchFigures dutch = english().to_dutch(text);
    std::size_t here = 0;
    std::size_t there = 0;
    for (const DutchFigures::Piece& piece : dutch.pieces) {
      EXPECT_EQ(piece.here.begin, here) << text;
      EXPECT_EQ(piece.there.begin, there) << text;
      here = piece.here.end;
      there = piece.there.end;
    }
    EXPECT_EQ(here, dutch.text.size()) << text;
    EXPECT_EQ(there, text.size()) << text;
  }
}

}  // namespace
}  // namespace vraagbaak::query
