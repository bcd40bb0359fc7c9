// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/word_memo.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace vraagbaak::analysis {
namespace {

TEST(WordMemo, GivesWhatWasToldOfTheWordWhateverElseItKeeps) {
  WordMemo<std::size_t, 512> memo;
  const std::uint64_t owners[] = {new_memo_owner(), new_memo_owner()};
  ASSERT_NE(owners[0], owners[1]);
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> length(0, WordMemo<std::size_t, 512>::kLongestWord + 3);
  std::uniform_int_distribution<int> letter(0, 1);
  std::size_t told = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string word(length(random), 'a');
    for (char& c : word) c = letter(random) == 0 ? 'a' : '\0';
    const std::size_t owner = round % 2;
    const std::size_t right = std::hash<std::string>{}(word) + owner;
    ASSERT_EQ(memo.find(owners[owner], word, [&] { return ++told, right; }), right);
  }
  EXPECT_LT(told, 20000u);
}

TEST(WordMemo, AsksOnceForWordsThatItKeeps) {
  WordMemo<int, 256> memo;
  const std::uint64_t owner = new_memo_owner();
  const std::string longest(WordMemo<int, 256>::kLongestWord, 'x');
  int told = 0;
  const auto tell = [&] { return ++told; };
  EXPECT_EQ(memo.find(owner, longest, tell), 1);
  EXPECT_EQ(memo.find(owner, longest, tell), 1);
  EXPECT_EQ(memo.find(owner, longest + "x", tell), 2);
  EXPECT_EQ(memo.find(owner, longest + "x", tell), 3);
}

}  // namespace
}  // namespace vraagbaak::analysis
