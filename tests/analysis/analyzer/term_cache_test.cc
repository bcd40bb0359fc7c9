// SPDX-License-Identifier: EUPL-1.2
#include "analysis/term_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/term_packing.h"

namespace vraagbaak::analysis {
namespace {

std::vector<std::string> unpacked(std::string_view packed) {
  std::vector<std::string> terms;
  for_each_packed_term(packed, [&](std::string_view term, bool colocated) {
    EXPECT_EQ(colocated, !terms.empty());
    terms.emplace_back(term);
    return true;
  });
  return terms;
}

std::string packed(const std::vector<std::string>& terms) {
  std::string together;
  for (const std::string& term : terms) pack_term(together, term, !together.empty());
  return together;
}

TEST(TermCache, KeepsTheTermsOfEachWord) {
  TermCache cache;
  EXPECT_EQ(cache.find("huizen"), nullptr);
  const std::vector<std::string> terms{"huizen", "~huis", std::string(200, 'x')};
  EXPECT_EQ(unpacked(cache.add("huizen", packed(terms))), terms);
  EXPECT_TRUE(unpacked(cache.add("...", "")).empty());
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
    cache.add(word, packed({"~" + word}));
    ASSERT_NE(cache.find(word), nullptr);
    ASSERT_EQ(unpacked(*cache.find(word)), (std::vector<std::string>{"~" + word}));
  }
  EXPECT_EQ(cache.find("0"), nullptr);  // forgotten when the cache was full
}

}  // namespace
}  // namespace vraagbaak::analysis
