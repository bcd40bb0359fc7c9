// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/word_shape.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "analysis/text/url.h"

namespace vraagbaak::analysis {
namespace {

TEST(WordShape, OneLetter) {
  EXPECT_TRUE(is_one_letter("J"));
  EXPECT_TRUE(is_one_letter("é"));
  for (const std::string_view word : {"", "1", "ab", "é.", "\xFF"}) EXPECT_FALSE(is_one_letter(word)) << word;
}

TEST(WordShape, DottedLetters) {
  for (const std::string_view word : {"a.u.b", "a.u.b.", "M.C", "é.a"})
    EXPECT_TRUE(is_dotted_letters(word)) << word;
  for (const std::string_view word : {"", "a", "a.", "ab.c", "a..b", "1.a", "a.1"}) {
    EXPECT_FALSE(is_dotted_letters(word)) << word;
  }
}

TEST(WordShape, Initials) {
  for (const std::string_view word : {"J", "J.-P", "P.H.-A", "É.A"}) EXPECT_TRUE(is_initials(word)) << word;
  for (const std::string_view word : {"", "j", "J-P", "Jo", "J.p"}) EXPECT_FALSE(is_initials(word)) << word;
  std::string many;
  for (int i = 0; i < 100; ++i) many += "A.";
  EXPECT_FALSE(is_initials(many));
}

struct UrlCase {
  const char* name;
  std::string_view text;  // the URL's scheme ends after the first 8 bytes
  std::string_view url;
};
class Url : public testing::TestWithParam<UrlCase> {};

TEST_P(Url, EndsWhereTheSentenceGoesOn) {
  EXPECT_EQ(GetParam().text.substr(0, url_end(GetParam().text, 8)), GetParam().url);
}

INSTANTIATE_TEST_SUITE_P(
    WordShape, Url,
    testing::Values(UrlCase{"space", "https://a.be/b c", "https://a.be/b"},
                    UrlCase{"full_stop", "https://a.be.", "https://a.be"},
                    UrlCase{"bracket_of_the_sentence", "https://a.be/b).", "https://a.be/b"},
                    UrlCase{"bracket_of_its_own", "https://a.be/b_(c).", "https://a.be/b_(c)"},
                    UrlCase{"quoted", "https://a.be”, zei", "https://a.be"},
                    UrlCase{"query", "https://a.be/?x=1&y=a,b", "https://a.be/?x=1&y=a,b"},
                    UrlCase{"nothing", "https://...", "https://"}, UrlCase{"end", "https://", "https://"}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::analysis
