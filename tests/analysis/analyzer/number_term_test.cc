// SPDX-License-Identifier: EUPL-1.2
#include "analysis/number_term.h"

#include <gtest/gtest.h>

namespace vraagbaak::analysis {
namespace {

struct Case {
  std::string_view text;
  std::optional<std::string> number;
};

TEST(PlainNumber, IsTheSameForEveryWayToWriteIt) {
  const Case cases[] = {
      {"270000", "270000"},
      {"270.000", "270000"},
      {"270 000", "270000"},
      {"270\u00A0000", "270000"},
      {"270\u202F000", "270000"},
      {"2.000.051,75", "2000051.75"},
      {"2,000,051.75", "2000051.75"},
      {"2.000.051,00", "2000051"},
      {"2,5", "2.5"},
      {"2,50", "2.5"},
      {"2.5", "2.5"},
      {"1.024", "1024"},
      {"0.125", "0.125"},
      {"0,125", "0.125"},
      {"11,11%", "11.11"},
      {"+3,2", "3.2"},
      {"\u22123,2", "3.2"},
      {"007", "7"},
      {"0", "0"},
      {"000", "0"},
      {"0,0", "0"},
      {"12.", "12"},
      {"1.000.000,5", "1000000.5"},
      {"12'500", "12500"},
  };
  for (const Case& row : cases) EXPECT_EQ(plain_number(row.text), row.number) << row.text;
}

TEST(PlainNumber, IsNoneForOtherThings) {
  for (const std::string_view text : {"", "-", "a", "12a", "17.06.2022", "17/06/2022", "1985-1987",
                                      "1.02.003", "1,2,3", ".", "1..2", "\xFF", "\u00BD"}) {
    EXPECT_EQ(plain_number(text), std::nullopt) << text;
  }
}

TEST(PlainNumbers, GivesBothEndsOfARange) {
  EXPECT_EQ(plain_numbers("1985-1987"), (std::vector<std::string>{"1985", "1987"}));
  EXPECT_EQ(plain_numbers("2021\u20132025"), (std::vector<std::string>{"2021", "2025"}));
  EXPECT_EQ(plain_numbers("17/06/2022"), (std::vector<std::string>{"17", "6", "2022"}));
  EXPECT_EQ(plain_numbers("2.000,50"), (std::vector<std::string>{"2000.5"}));
  EXPECT_TRUE(plain_numbers("12-a").empty());
  EXPECT_TRUE(plain_numbers("").empty());
}

}  // namespace
}  // namespace vraagbaak::analysis
