// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/spelling.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace vraagbaak::query {
namespace {

TEST(TypingDistance, CountsErrors) {
  EXPECT_EQ(typing_distance("begroting", "begroting", 2), 0u);
  EXPECT_EQ(typing_distance("begrotting", "begroting", 2), 1u);  // put in
  EXPECT_EQ(typing_distance("begrting", "begroting", 2), 1u);    // left out
  EXPECT_EQ(typing_distance("begruting", "begroting", 2), 1u);   // changed
  EXPECT_EQ(typing_distance("bergoting", "begroting", 2), 1u);   // swapped
  EXPECT_EQ(typing_distance("bergotting", "begroting", 2), 2u);
  EXPECT_EQ(typing_distance("brug", "begroting", 2), 3u);  // too far
  EXPECT_EQ(typing_distance("", "", 1), 0u);
  EXPECT_EQ(typing_distance("", "ab", 1), 2u);
}

TEST(TypingDistance, IsTheSameBothWays) {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string letters;
    for (std::size_t n = random() % 8; n > 0; --n) letters += static_cast<char>('a' + random() % 3);
    return letters;
  };
  for (int i = 0; i < 2000; ++i) {
    const std::string a = word();
    const std::string b = word();
    EXPECT_EQ(typing_distance(a, b, 3), typing_distance(b, a, 3)) << a << ' ' << b;
    EXPECT_LE(typing_distance(a, b, 3), 4u);
    EXPECT_EQ(typing_distance(a, b, 3) == 0, a == b);
  }
}

}  // namespace
}  // namespace vraagbaak::query
