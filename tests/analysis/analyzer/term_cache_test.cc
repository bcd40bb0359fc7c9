// SPDX-License-Identifier: EUPL-1.2
#include "analysis/term_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/term_packing.h"
#include "analysis/text/word_memo.h"

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

TEST(TermCache, KeepsTheTermsOfEachWordForItsOwner) {
  TermCache cache;
  const std::uint64_t owner = new_memo_owner();
  cache.open(owner);
  EXPECT_EQ(cache.find(7), nullptr);
  const std::vector<std::string> terms{"huizen", "~huis", std::string(200, 'x')};
  EXPECT_EQ(unpacked(cache.add(7, packed(terms))), terms);
  EXPECT_TRUE(unpacked(cache.add(1000, "")).empty());
  cache.open(owner);
  ASSERT_NE(cache.find(7), nullptr);
  EXPECT_EQ(unpacked(*cache.find(7)), terms);
  ASSERT_NE(cache.find(1000), nullptr);
  EXPECT_EQ(cache.find(6), nullptr);
  EXPECT_EQ(cache.find(1001), nullptr);
  cache.open(new_memo_owner());
  EXPECT_EQ(cache.find(7), nullptr);
}

TEST(TermCache, StaysBoundedAndRight) {
  TermCache cache;
  cache.open(new_memo_owner());
  for (WordNumber word = 1; word < 20000; ++word) {
    const std::string term(1000, static_cast<char>('a' + word % 26));
    cache.add(word, packed({term}));
    ASSERT_NE(cache.find(word), nullptr);
    ASSERT_EQ(unpacked(*cache.find(word)), std::vector<std::string>{term});
  }
  EXPECT_EQ(cache.find(1), nullptr);  // forgotten when the cache was full
}

}  // namespace
}  // namespace vraagbaak::analysis
