// SPDX-License-Identifier: EUPL-1.2
#include "analysis/dictionary/sorted_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

namespace vraagbaak::analysis {
namespace {

std::string value(const SortedLines& lines, std::string_view key) {
  const auto found = lines.find(key);
  return found ? std::string(*found) : "(none)";
}

TEST(SortedLines, AreFoundByTheirKeys) {
  const SortedLines lines("# heading\n#: key\tvalue\na\t1\na b\t2\nab\t3 / 4\nb\t\nc");
  EXPECT_EQ(value(lines, "a"), "1");
  EXPECT_EQ(value(lines, "a b"), "2");
  EXPECT_EQ(value(lines, "ab"), "3 / 4");
  EXPECT_EQ(value(lines, "b"), "");
  EXPECT_EQ(value(lines, "c"), "");
  for (const char* absent :
       {"", " ", "a ", "abc", "a\t1", "a\t", "# heading", "#: key", "cc", "\n", "\xFF"}) {
    EXPECT_EQ(value(lines, absent), "(none)") << absent;
  }
  EXPECT_TRUE(lines.has_beginning("a "));
  EXPECT_TRUE(lines.has_beginning("c"));
  EXPECT_FALSE(lines.has_beginning("a  "));
  EXPECT_FALSE(lines.has_beginning("d"));
}

TEST(SortedLines, MayBeNone) {
  for (const char* text : {"", "# heading", "# heading\n"}) {
    EXPECT_EQ(value(SortedLines(text), "a"), "(none)");
    EXPECT_FALSE(SortedLines(text).has_beginning("a"));
  }
}

// Whatever the lines are: none is found that is not there, and it ends.
TEST(SortedLines, OutOfOrderAreSearchedToAnEnd) {
  const SortedLines lines("\n\nz\n\tx\nb\t\n\n#a\nq\t1");
  for (const char* key : {"", "a", "b", "q", "z", "zz"}) {
    const auto found = lines.find(key);
    EXPECT_TRUE(!found || found->empty() || *found == "1");
  }
}

TEST(SortedLines, AgreeWithAMap) {
  std::mt19937 chance(11);
  const auto word = [&] {
    std::string made(chance() % 4 + 1, ' ');
    for (char& c : made) c = "ab -\xC3"[chance() % 5];
    return made;
  };
  for (int round = 0; round < 300; ++round) {
    std::map<std::string, std::string> known;
    for (auto i = chance() % 30; i > 0; --i) known.emplace(word(), word());
    std::string text;
    for (const auto& [key, cell] : known) text.append(key).append("\t").append(cell).append("\n");
    const SortedLines lines(text);
    for (int i = 0; i < 60; ++i) {
      const std::string key = word();
      const auto at = known.find(key);
      EXPECT_EQ(value(lines, key), at == known.end() ? "(none)" : at->second) << text << key;
      const bool begins =
          std::ranges::any_of(known, [&](const auto& pair) { return pair.first.starts_with(key); });
      EXPECT_EQ(lines.has_beginning(key), begins) << text << key;
    }
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
