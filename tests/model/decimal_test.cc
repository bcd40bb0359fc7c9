// SPDX-License-Identifier: EUPL-1.2
#include "model/decimal.h"

#include <gtest/gtest.h>

#include <random>

namespace vraagbaak {
namespace {

Decimal dec(std::string_view text) {
  const auto value = Decimal::parse(text);
  EXPECT_TRUE(value) << text;
  return value.value_or(Decimal());
}

TEST(Decimal, ReadsAndPrintsExactly) {
  for (const char* text :
       {"0", "-1", "2000051.75", "0.200", "11.11", "-6.8", "999999999999999999999999999999999999"}) {
    EXPECT_EQ(dec(text).print(), text);
  }
}

TEST(Decimal, RejectsWhatIsNoPlainNumber) {
  for (const char* text : {"", "-", ".", "1.", ".5", "1,5", "1.2.3", "+1", "1e3", " 1", "--1",
                           "1000000000000000000000000000000000000", "0.1234567890123456789"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(Decimal, ComparesByValue) {
  EXPECT_EQ(dec("1.50"), dec("1.5"));
  EXPECT_LT(dec("-2"), dec("1.999"));
  EXPECT_LT(dec("0.000000000000000001"), dec("99999999999999999999999999999999999"));
  EXPECT_GT(dec("0.000000000000000001"), dec("-99999999999999999999999999999999999"));
}

TEST(Decimal, ShiftsByPowersOfTen) {
  EXPECT_EQ(dec("2.5").shifted(6)->print(), "2500000");
  EXPECT_EQ(dec("17.60").shifted(6)->print(), "17600000");
  EXPECT_EQ(dec("250").shifted(-2)->print(), "2.50");
  EXPECT_FALSE(dec("10").shifted(40));
}

TEST(Decimal, Calculates) {
  EXPECT_EQ(add(dec("0.1"), dec("0.2"))->print(), "0.3");
  EXPECT_EQ(subtract(dec("1"), dec("2.25"))->print(), "-1.25");
  EXPECT_EQ(multiply(dec("2500000"), dec("0.1111"))->print(), "277750");
  EXPECT_EQ(divide(dec("270000"), dec("2500000"), 4)->print(), "0.1080");
  EXPECT_EQ(divide(dec("-1"), dec("8"), 2)->print(), "-0.13");
  EXPECT_FALSE(divide(dec("1"), dec("0"), 2));
}

TEST(Decimal, RoundsHalfAwayFromZero) {
  EXPECT_EQ(dec("2.45").rounded(1).print(), "2.5");
  EXPECT_EQ(dec("-2.45").rounded(1).print(), "-2.5");
  EXPECT_EQ(dec("1249").rounded(-2).print(), "1200");
}

TEST(Decimal, ParseOfPrintIsTheSameForRandomNumbers) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 2000; ++i) {
    const auto mantissa = static_cast<std::int64_t>(random());
    const auto value = Decimal::from_parts(mantissa, static_cast<int>(random() % 19));
    ASSERT_TRUE(value);
    EXPECT_EQ(dec(value->print()), *value);
    EXPECT_EQ(value->normalized(), *value);
  }
}

}  // namespace
}  // namespace vraagbaak
