// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace vraagbaak::analysis {
namespace {

struct StepCase {
  const char* name;
  std::string text;
  char32_t code_point;
  int size;
  bool well_formed;
};
class Step : public testing::TestWithParam<StepCase> {};

TEST_P(Step, IsRead) {
  const Utf8Step step = utf8_step(GetParam().text, 0);
  EXPECT_EQ(step.code_point, GetParam().code_point);
  EXPECT_EQ(step.size, GetParam().size);
  EXPECT_EQ(step.well_formed, GetParam().well_formed);
  EXPECT_EQ(is_utf8(GetParam().text), GetParam().well_formed);
}

INSTANTIATE_TEST_SUITE_P(Utf8, Step,
                         testing::Values(StepCase{"ascii", "a", 'a', 1, true},
                                         StepCase{"nul", std::string(1, '\0'), 0, 1, true},
                                         StepCase{"two_bytes", "é", 0xE9, 2, true},
                                         StepCase{"three_bytes", "€", 0x20AC, 3, true},
                                         StepCase{"four_bytes", "😀", 0x1F600, 4, true},
                                         StepCase{"last_code_point", "\xF4\x8F\xBF\xBF", 0x10FFFF, 4, true},
                                         StepCase{"continuation_alone", "\x80", 0xFFFD, 1, false},
                                         StepCase{"overlong_two", "\xC0\xAF", 0xFFFD, 1, false},
                                         StepCase{"overlong_three", "\xE0\x80\xAF", 0xFFFD, 1, false},
                                         StepCase{"surrogate", "\xED\xA0\x80", 0xFFFD, 1, false},
                                         StepCase{"beyond_unicode", "\xF4\x90\x80\x80", 0xFFFD, 1, false},
                                         StepCase{"cut_after_two", "\xE2\x82", 0xFFFD, 2, false},
                                         StepCase{"cut_after_three", "\xF0\x9F\x98!", 0xFFFD, 3, false},
                                         StepCase{"never_a_byte", "\xFF", 0xFFFD, 1, false}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Utf8, EndHasNoSize) {
  EXPECT_EQ(utf8_step("", 0).size, 0);
  EXPECT_EQ(utf8_step("a", 1).size, 0);
  EXPECT_EQ(utf8_step_back("a", 0).size, 0);
}

TEST(Utf8, RepairReplacesMaximalParts) {
  EXPECT_EQ(repair_utf8("caf\xE9 \xE2\x82 ok"), "caf\xEF\xBF\xBD \xEF\xBF\xBD ok");
  EXPECT_EQ(repair_utf8("\x80\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(repair_utf8("één € 😀"), "één € 😀");
  EXPECT_EQ(repair_utf8(""), "");
}

TEST(Utf8, FirstIllFormedIsItsOffset) {
  EXPECT_EQ(first_ill_formed("eenentwintig letters\xFF"), 20U);
  EXPECT_EQ(first_ill_formed("één"), std::nullopt);
}

TEST(Utf8, RandomBytesAreTiledByStepsAndRepairable) {
  std::mt19937 random(20261121);
  for (int round = 0; round < 400; ++round) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = static_cast<char>(random() % 3 == 0 ? random() % 128 : 128 + random() % 128);
    std::size_t at = 0;
    while (at < text.size()) {
      const Utf8Step step = utf8_step(text, at);
      ASSERT_GT(step.size, 0);
      if (step.well_formed) {
        const Utf8Step back = utf8_step_back(text, at + step.size);
        EXPECT_EQ(back.code_point, step.code_point);
        EXPECT_EQ(back.size, step.size);
      }
      at += step.size;
    }
    EXPECT_EQ(at, text.size());
    EXPECT_TRUE(is_utf8(repair_utf8(text)));
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
