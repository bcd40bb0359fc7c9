// SPDX-License-Identifier: EUPL-1.2
#include "web/server/url.h"

#include <gtest/gtest.h>

#include <random>

namespace vraagbaak::web {
namespace {

TEST(Url, ReadsPathAndParameters) {
  const auto target = parse_target("/document/a%20b/c.txt?q=een+twee%20drie&leeg=&ook&euro=%E2%82%AC#hier");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/document/a b/c.txt");
  const Parameters expected = {{"q", "een twee drie"}, {"leeg", ""}, {"ook", ""}, {"euro", "€"}};
  EXPECT_EQ(target->parameters, expected);
}

TEST(Url, PlusIsASpaceInParametersOnly) {
  EXPECT_EQ(parse_target("/a+b?q=a+b")->path, "/a+b");
  EXPECT_EQ(parse_target("/a+b?q=a%2Bb")->parameters.front().second, "a+b");
}

struct BadTarget {
  const char* name;
  std::string_view target;
};
class Refuses : public testing::TestWithParam<BadTarget> {};
TEST_P(Refuses, WithAProblem) {
  const auto target = parse_target(GetParam().target);
  ASSERT_FALSE(target);
  EXPECT_EQ(target.problem().where, "address");
  EXPECT_FALSE(target.problem().mend.empty());
}
INSTANTIATE_TEST_SUITE_P(Url, Refuses,
                         testing::Values(BadTarget{"empty", ""}, BadTarget{"relative", "ask"},
                                         BadTarget{"percent_at_end", "/a%"}, BadTarget{"one_digit", "/a%4"},
                                         BadTarget{"no_digits", "/a?q=%zz"}, BadTarget{"nul", "/a?q=%00"},
                                         BadTarget{"continuation_byte", "/a?q=%80"},
                                         BadTarget{"overlong", "/%C0%AF"},
                                         BadTarget{"surrogate", "/%ED%A0%80"},
                                         BadTarget{"raw_byte", "/\xFF"}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Url, LeavesOutWhatIsEmpty) {
  EXPECT_EQ(make_url("/zoek/é", {{"q", "a&b=c"}, {"leeg", ""}}), "/zoek/%C3%A9?q=a%26b%3Dc");
  EXPECT_EQ(make_url("/ask", {}), "/ask");
}

TEST(Url, WhatIsMadeIsReadBack) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a", "é", "€", "%",  "+", "&",  "=", "#",
                                           "?", "/", " ", "\n", "<", "\"", "𝄞"};
  for (int round = 0; round < 500; ++round) {
    std::string path = "/";
    std::string value = "x";
    for (int i = 0; i < 8; ++i) {
      path += pieces[random() % pieces.size()];
      value += pieces[random() % pieces.size()];
    }
    const auto read = parse_target(make_url(path, {{"q", value}, {value, "1"}}));
    ASSERT_TRUE(read) << path;
    EXPECT_EQ(read->path, path);
    const Parameters expected = {{"q", value}, {value, "1"}};
    EXPECT_EQ(read->parameters, expected);
  }
}

}  // namespace
}  // namespace vraagbaak::web
