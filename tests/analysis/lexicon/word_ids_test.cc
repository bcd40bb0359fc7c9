// SPDX-License-Identifier: EUPL-1.2
#include "analysis/lexicon/word_ids.h"

#include <gtest/gtest.h>

#include <string>

namespace vraagbaak::analysis {
namespace {

TEST(WordIds, CountsWordsFromOne) {
  WordIds ids;
  EXPECT_EQ(ids.find("gent"), 0u);
  EXPECT_EQ(ids.add("gent"), 1u);
  EXPECT_EQ(ids.add("luik"), 2u);
  EXPECT_EQ(ids.add("gent"), 1u);
  EXPECT_EQ(ids.find("luik"), 2u);
  EXPECT_EQ(ids.find("lui"), 0u);
  EXPECT_EQ(ids.size(), 2u);
}

TEST(WordIds, KeepsThemWhenItGrows) {
  WordIds ids;
  for (int i = 0; i < 5000; ++i) ids.add(std::to_string(i));
  for (int i = 0; i < 5000; ++i) EXPECT_EQ(ids.find(std::to_string(i)), static_cast<WordId>(i + 1));
  EXPECT_EQ(ids.find("5000"), 0u);
  EXPECT_EQ(ids.find(""), 0u);
}

TEST(WordHash, OfWordsPutTogetherFollowsFromTheirs) {
  const WordHash west = word_hash("west");
  const WordHash poort = word_hash("poort");
  EXPECT_EQ(word_hash("westpoort").key, west.key * poort.shift + poort.key);
  EXPECT_NE(word_hash("westpoort").key, word_hash("poortwest").key);
}

}  // namespace
}  // namespace vraagbaak::analysis
