// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/precision.h"

#include <gtest/gtest.h>

#include <string>

namespace vraagbaak::query {
namespace {

struct PlaceCase {
  const char* name;
  std::string_view text;
  std::string_view value;
  std::string_view place;  // empty: none
};
class LastPlace : public testing::TestWithParam<PlaceCase> {};

TEST_P(LastPlace, IsWhatTheLastDigitShownIsWorth) {
  const auto place = last_place(GetParam().text, *Decimal::parse(GetParam().value));
  if (GetParam().place.empty()) {
    EXPECT_FALSE(place) << place->print();
  } else {
    ASSERT_TRUE(place);
    EXPECT_EQ(*place, *Decimal::parse(GetParam().place)) << place->print();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Texts, LastPlace,
    testing::Values(PlaceCase{"plain", "270.000", "270000", "1"}, PlaceCase{"cents", "€ 7,50", "7.5", "0.01"},
                    PlaceCase{"words", "2,5 miljoen", "2500000", "100000"},
                    PlaceCase{"scaled", "43,00", "43000000", "10000"},
                    PlaceCase{"below_one", "0.200", "200000", "1000"},
                    PlaceCase{"percent", "11,11%", "11.11", "0.01"},
                    PlaceCase{"hundred", "100 %", "100", "1"}, PlaceCase{"negative", "-2,4%", "-2.4", "0.1"},
                    PlaceCase{"zero", "0,00", "0", ""}, PlaceCase{"number_word", "drie", "3", ""},
                    PlaceCase{"digits_of_a_unit", "100 m2", "100", ""}, PlaceCase{"nothing", "", "5", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(RoundPlace, IsTheLastDigitThatIsNotZero) {
  EXPECT_EQ(*round_place(270000), Decimal(10000));
  EXPECT_EQ(*round_place(*Decimal::parse("0.50")), *Decimal::parse("0.1"));
  EXPECT_EQ(*round_place(-7), Decimal(1));
  EXPECT_FALSE(round_place(0));
}

}  // namespace
}  // namespace vraagbaak::query
