// SPDX-License-Identifier: EUPL-1.2
#include "indexer/path_filter.h"

#include <gtest/gtest.h>

#include <random>
#include <regex>
#include <string>

namespace vraagbaak::indexer {
namespace {

struct PatternCase {
  const char* name;
  std::string_view pattern;
  std::vector<std::string_view> fits;
  std::vector<std::string_view> fits_not;
};
class Pattern : public testing::TestWithParam<PatternCase> {};
TEST_P(Pattern, FitsAllOfTheText) {
  const auto pattern = GlobPattern::parse(GetParam().pattern);
  ASSERT_TRUE(pattern) << pattern.problem().message();
  for (const std::string_view text : GetParam().fits) EXPECT_TRUE(pattern->matches(text)) << text;
  for (const std::string_view text : GetParam().fits_not) EXPECT_FALSE(pattern->matches(text)) << text;
}
INSTANTIATE_TEST_SUITE_P(
    Table, Pattern,
    testing::Values(
        PatternCase{"plain", "a.txt", {"a.txt"}, {"A.txt", "a_txt", "a.txt2", "ba.txt", ""}},
        PatternCase{"star", "*.pdf", {"a.pdf", ".pdf", "é.pdf"}, {"a.pdf.txt", "a/b.pdf", "pdf"}},
        PatternCase{"star_inside", "a*b*c", {"abc", "axxbxxc", "abbc"}, {"ab", "acb", "a/bc"}},
        PatternCase{
            "question", "vraag-?.txt", {"vraag-1.txt", "vraag-é.txt"}, {"vraag-.txt", "vraag-12.txt"}},
        PatternCase{"two_stars", "a**c", {"ac", "a/b/c", "abc"}, {"a/b", "xa/c"}},
        PatternCase{"in_any_folder", "**/b.txt", {"b.txt", "a/b.txt", "a/c/b.txt"}, {"ab.txt", "a/cb.txt"}},
        PatternCase{"between", "a/**/b", {"a/b", "a/x/b", "a/x/y/b"}, {"a/xb", "ab"}},
        PatternCase{"all_in", "a/**", {"a/b", "a/b/c"}, {"a", "ab/c"}},
        PatternCase{"set", "[abc]1", {"a1", "c1"}, {"d1", "1", "ab1"}},
        PatternCase{"range", "201[5-7]", {"2015", "2017"}, {"2014", "2018", "201-"}},
        PatternCase{"not_in_set", "[!a-c]x", {"dx", "éx"}, {"ax", "/x", "x"}},
        PatternCase{"bracket_first", "[]a]", {"]", "a"}, {"[", "b"}},
        PatternCase{"dash_last", "[a-]", {"a", "-"}, {"b"}},
        PatternCase{"backslash", "\\*\\[\\\\", {"*[\\"}, {"a[\\"}},
        PatternCase{"many_stars", "***", {"", "a", "a/b"}, {}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(PatternParsing, SaysWhatIsWrong) {
  for (const char* wrong : {"", "[abc", "[", "[!", "a\\", "[z-a]"}) {
    const auto pattern = GlobPattern::parse(wrong);
    ASSERT_FALSE(pattern) << wrong;
    EXPECT_FALSE(pattern.problem().mend.empty()) << wrong;
  }
  const auto filter = PathFilter::make({"*.pdf"}, {"[abc"});
  ASSERT_FALSE(filter);
  EXPECT_EQ(filter.problem().where, "--exclude [abc");
}

// Against the same pattern as a regular expression of the standard library.
TEST(PatternProperty, AgreesWithARegularExpression) {
  std::mt19937 random(3);
  const auto pick = [&](std::string_view letters) { return letters[random() % letters.size()]; };
  for (int round = 0; round < 3000; ++round) {
    std::string pattern;
    std::string expression;
    for (std::size_t i = 1 + random() % 6; i > 0; --i) {
      switch (random() % 5) {
        case 0:
          if (!pattern.empty() && pattern.back() == '*') break;
          pattern += '*';
          expression += "[^/]*";
          break;
        case 1:
          pattern += '?';
          expression += "[^/]";
          break;
        case 2:
          pattern += "[!b]";
          expression += "[^b/]";
          break;
        default: {
          const char letter = pick("ab");
          pattern += letter;
          expression += letter;
        }
      }
    }
    std::string text;
    for (std::size_t i = random() % 7; i > 0; --i) text += pick("ab/");
    EXPECT_EQ(GlobPattern::parse(pattern)->matches(text), std::regex_match(text, std::regex(expression)))
        << pattern << " on " << text;
  }
}

TEST(PatternProperty, AnyBytesComeToAnEnd) {
  std::mt19937 random(4);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (std::size_t i = random() % 40; i > 0; --i) bytes += static_cast<char>(random());
    const auto pattern = GlobPattern::parse(bytes);
    if (pattern) pattern->matches(bytes);
  }
  // What makes a matcher that goes back and forth take for ever.
  std::string stars;
  for (int i = 0; i < 50; ++i) stars += "*a**";
  EXPECT_FALSE(GlobPattern::parse(stars + "b")->matches(std::string(4000, 'a')));
}

struct FilterCase {
  const char* name;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<std::string_view> taken;
  std::vector<std::string_view> left_out;
};
class Filter : public testing::TestWithParam<FilterCase> {};
TEST_P(Filter, TakesAndLeavesOut) {
  const PathFilter filter = PathFilter::make(GetParam().include, GetParam().exclude).value();
  for (const std::string_view path : GetParam().taken) EXPECT_TRUE(filter.takes(path)) << path;
  for (const std::string_view path : GetParam().left_out) EXPECT_FALSE(filter.takes(path)) << path;
}
INSTANTIATE_TEST_SUITE_P(
    Table, Filter,
    testing::Values(
        FilterCase{"none", {}, {}, {"a", "a/b"}, {}},
        FilterCase{"include_name", {"*.pdf"}, {}, {"a.pdf", "x/y/a.pdf"}, {"a.txt", "a.pdf2"}},
        FilterCase{"include_folder", {"2017"}, {}, {"2017/a", "x/2017/y/a"}, {"a", "2018/2017a"}},
        FilterCase{"exclude_wins", {"*.pdf"}, {"oud*"}, {"a.pdf"}, {"oud.pdf", "oude/a.pdf"}},
        FilterCase{"whole_path", {}, {"2017/*.txt"}, {"x/2017/a.txt", "2017/x/a.txt"}, {"2017/a.txt"}},
        FilterCase{"from_the_top", {}, {"/a.txt"}, {"x/a.txt"}, {"a.txt"}},
        FilterCase{"dot_slash", {}, {"./a.txt"}, {"x/a.txt"}, {"a.txt"}},
        FilterCase{
            "folders_alone", {}, {"concept/"}, {"concept", "x/concept"}, {"concept/a", "x/concept/y/a"}},
        FilterCase{"several", {"*.pdf", "*.docx"}, {}, {"a.pdf", "a.docx"}, {"a.odt"}},
        FilterCase{"bytes_that_are_no_utf8", {}, {"caf?.txt"}, {"caf.txt"}, {"caf\xE9.txt"}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(FilterFolders, AreNotEnteredWhereAllInThemIsLeftOut) {
  const PathFilter filter = PathFilter::make({"*.pdf"}, {"concept/", "a/b"}).value();
  EXPECT_FALSE(filter.enters("concept"));
  EXPECT_FALSE(filter.enters("x/concept"));
  EXPECT_FALSE(filter.enters("a/b"));
  EXPECT_TRUE(filter.enters("a"));  // may hold a .pdf
}

}  // namespace
}  // namespace vraagbaak::indexer
