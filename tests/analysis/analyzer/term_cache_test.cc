// SPDX-License-Identifier: EUPL-1.2
#include "analysis/term_cache.h"

#include <gtest/gtest.h>

namespace vraagbaak::analysis {
namespace {

std::vector<std::string> unpacked(std::string_view packed) {
  std::vector<std::string> terms;
  TermCache::Terms each(packed);
  for (std::string_view term = each.next(); !term.empty(); term = each.next()) terms.emplace_back(term);
  return terms;
}

TEST(TermCache, KeepsTheTermsOfEachWord) {
  TermCache cache;
  EXPECT_EQ(cache.find("huizen"), nullptr);
  const std::vector<std::string> terms{"huizen", "~huis", std::string(200, 'x')};
  EXPECT_EQ(unpacked(cache.add("huizen", terms)), terms);
  EXPECT_TRUE(unpacked(cache.add("...", {})).empty());
  ASSERT_NE(cache.find("huizen"), nullptr);
  EXPECT_EQ(unpacked(*cache.find("huizen")), terms);
  ASSERT_NE(cache.find("..."), nullptr);
  EXPECT_EQ(cache.find("huize"), nullptr);
  cache.clear();
  EXPECT_EQ(cache.find("huizen"), nullptr);
}

TEST(TermCache, StaysBoundedAndRight) {
  TermCache cache;
  for (int i = 0; i < 300000; ++i) {
    const std::string word = std::to_string(i);
    cache.add(word, {"~" + word});
    ASSERT_NE(cache.find(word), nullptr);
    ASSERT_EQ(unpacked(*cache.find(word)), (std::vector<std::string>{"~" + word}));
  }
  EXPECT_EQ(cache.find("0"), nullptr);  // forgotten when the cache was full
}

}  // namespace
}  // namespace vraagbaak::analysis
