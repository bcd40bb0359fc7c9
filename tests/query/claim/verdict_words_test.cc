// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/verdict_words.h"

#include <gtest/gtest.h>

namespace vraagbaak::query {
namespace {

const VerdictWords& words() {
  static const VerdictWords sentences(analysis::DictionarySource::built_in());
  return sentences;
}

Decimal number(std::string_view text) {
  return Decimal::parse(text).value_or(Decimal(-1));
}

TEST(VerdictWords, GroupsDigitsAsTheLanguageDoes) {
  EXPECT_EQ(grouped(number("2000051.75"), "nl"), "2.000.051,75");
  EXPECT_EQ(grouped(number("2000051.75"), "en"), "2,000,051.75");
  EXPECT_EQ(grouped(number("-1234"), "nl"), "-1.234");
  EXPECT_EQ(grouped(number("999"), "nl"), "999");
}

TEST(VerdictWords, FillsInWhatIsSaid) {
  EXPECT_NE(words().say("en", "refuted", {"A", "B", ""}).find("A"), std::string::npos);
  EXPECT_NE(words().say("nl", "refuted", {"A", "B", ""}).find("B"), std::string::npos);
  EXPECT_EQ(words().say("nl", "no such key", {}), "");
}

TEST(VerdictWords, ShowsTheArithmetic) {
  const std::string much = difference(number("25"), number("10"), words(), "nl");
  EXPECT_NE(much.find("2,5"), std::string::npos) << much;
  const std::string little = difference(number("950000"), number("905000"), words(), "en");
  EXPECT_NE(little.find("45,000"), std::string::npos) << little;
  EXPECT_EQ(difference(number("0"), number("5"), words(), "nl"), "");
}

TEST(VerdictWords, BothLanguagesSayTheSameThings) {
  for (const char* key : {"exact", "within", "refuted", "negated", "nearest", "no_candidate", "no_figure",
                          "also_differs", "too_much", "too_little", "times_too_much", "times_too_little"}) {
    EXPECT_FALSE(words().say("nl", key, {}).empty()) << key;
    EXPECT_FALSE(words().say("en", key, {}).empty()) << key;
  }
}

}  // namespace
}  // namespace vraagbaak::query
