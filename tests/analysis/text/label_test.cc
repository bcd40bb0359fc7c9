// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/label.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace vraagbaak::analysis {
namespace {

TEST(Label, PartsAreKnown) {
  for (const std::string_view word :
       {"1", "12", "761", "a", "é", "iv", "XIV", "1.2", "1.a", "II.A.", "III.B", "2°", "12°"}) {
    EXPECT_TRUE(is_label_part(word)) << word;
  }
}

TEST(Label, OtherWordsAreNone) {
  for (const std::string_view word : {"", "2022", "2.000", "en", "de", "1,5", "5%", "°", "XVIIIIII", "a.de",
                                      "1/2", "\xFF", "1.1.1.1.1.1", "ab°"}) {
    EXPECT_FALSE(is_label_part(word)) << word;
  }
}

TEST(Label, DegreeNeedsANumber) {
  EXPECT_TRUE(is_degree_label("3°"));
  EXPECT_FALSE(is_degree_label("3"));
  EXPECT_FALSE(is_degree_label("°"));
  EXPECT_FALSE(is_degree_label("x°"));
}

TEST(Label, MarksAndBullets) {
  EXPECT_TRUE(is_label_mark('.'));
  EXPECT_TRUE(is_label_mark(U'–'));
  EXPECT_FALSE(is_label_mark('?'));
  EXPECT_TRUE(is_bullet('-'));
  EXPECT_FALSE(is_round_bullet('-'));
  EXPECT_TRUE(is_round_bullet(U'•'));
}

}  // namespace
}  // namespace vraagbaak::analysis
