// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/word_map.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace vraagbaak::analysis {
namespace {

TEST(WordMap, KeepsTheFirstValueOfEachWord) {
  WordMap<int> map;
  EXPECT_EQ(map.find(""), nullptr);
  map.emplace("brug", 1);
  map.emplace("brug", 2);
  map["tunnel"] += 3;
  map["tunnel"] += 4;
  ASSERT_NE(map.find("brug"), nullptr);
  EXPECT_EQ(*map.find("brug"), 1);
  EXPECT_EQ(*map.find("tunnel"), 7);
  EXPECT_FALSE(map.contains("bru"));
  EXPECT_EQ(map.size(), 2u);
  EXPECT_EQ(map.begin()->first, "brug");
}

TEST(WordMap, AnswersAsAnOrderedMapDoes) {
  std::mt19937 random(5);
  std::uniform_int_distribution<int> letter('a', 'd');
  std::uniform_int_distribution<std::size_t> length(0, 20);
  WordMap<int> map;
  std::map<std::string, int> expected;
  for (int round = 0; round < 6000; ++round) {
    std::string word(length(random), ' ');
    for (char& c : word) c = static_cast<char>(letter(random));
    if (round % 3 == 0) {
      const auto known = expected.find(word);
      const int* found = map.find(word);
      ASSERT_EQ(found == nullptr, known == expected.end()) << word;
      if (found != nullptr) {
        ASSERT_EQ(*found, known->second) << word;
      }
    } else {
      map.emplace(word, round);
      expected.emplace(word, round);
    }
  }
  EXPECT_EQ(map.size(), expected.size());
}

TEST(WordSet, HoldsWhatWasInserted) {
  WordSet set;
  set.insert("de");
  set.insert("de");
  EXPECT_TRUE(set.contains("de"));
  EXPECT_FALSE(set.contains("het"));
  EXPECT_EQ(set.size(), 1u);
}

}  // namespace
}  // namespace vraagbaak::analysis
