// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/word_numbers.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "analysis/text/word_memo.h"

namespace vraagbaak::analysis {
namespace {

TEST(WordNumbers, AreOneForEachSpelling) {
  const WordHold hold;
  WordNumbers& numbers = WordNumbers::of_thread();
  std::map<std::string, WordNumber> given;
  std::map<WordNumber, std::string> spelled;
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> length(1, WordNumbers::kLongestWord);
  std::uniform_int_distribution<int> letter(0, 2);
  for (int round = 0; round < 20000; ++round) {
    // Words that differ in one letter at most, of every length.
    std::string word(length(random), 'a');
    if (letter(random) != 0) word[length(random) % word.size()] = letter(random) == 0 ? 'b' : '\xC3';
    // The same word whatever stands behind it.
    const std::string text = word + std::string(WordNumbers::kReach, letter(random) == 0 ? 'x' : ' ');
    const WordNumber number = numbers.number_in_text(std::string_view(text).substr(0, word.size()));
    ASSERT_NE(number, 0u);
    ASSERT_EQ(numbers.number(word), number) << word;
    ASSERT_EQ(given.try_emplace(word, number).first->second, number) << word;
    ASSERT_EQ(spelled.try_emplace(number, word).first->second, word);
  }
  EXPECT_EQ(numbers.number(""), 0u);
  EXPECT_EQ(numbers.number(std::string(WordNumbers::kLongestWord + 1, 'a')), 0u);
}

TEST(WordNumbers, HoldAsLongAsSomebodyHoldsThem) {
  WordNumbers& numbers = WordNumbers::of_thread();
  std::uint64_t generation = 0;
  {
    const WordHold hold;
    generation = numbers.generation();
    const WordNumber first = numbers.number("eerste");
    bool is_full = false;
    for (int i = 0; i < 1'000'000 && !is_full; ++i) {
      const WordHold inner;
      is_full = numbers.number("w" + std::to_string(i)) == 0;
    }
    EXPECT_TRUE(is_full);  // bounded
    EXPECT_EQ(numbers.number("eerste"), first);
    EXPECT_EQ(numbers.generation(), generation);
  }
  const WordHold hold;
  EXPECT_NE(numbers.generation(), generation);
  EXPECT_NE(numbers.number("w999999"), 0u);
}

TEST(WordNumbers, AreGivenToWordsAndShortNumbers) {
  const WordHold hold;
  const std::string_view text = "In 2022 kost 1.250.000 euro: in 2022";
  using enum TokenKind;
  const std::vector<Token> tokens{{{0, 2}, word},     {{3, 7}, number},  {{8, 12}, word},
                                  {{13, 22}, number}, {{23, 27}, word},  {{27, 28}, punctuation},
                                  {{29, 31}, word},   {{32, 36}, number}};
  const std::vector<WordNumber> numbers = number_words(text, tokens);
  ASSERT_EQ(numbers.size(), tokens.size());
  EXPECT_NE(numbers[0], 0u);
  EXPECT_NE(numbers[0], numbers[6]);  // In, in
  EXPECT_NE(numbers[1], 0u);
  EXPECT_EQ(numbers[1], numbers[7]);
  EXPECT_EQ(numbers[3], 0u);
  EXPECT_EQ(numbers[5], 0u);
}

TEST(NumberedMemo, AsksOnceForEachOwnerAndWord) {
  const WordHold hold;
  NumberedMemo<int> memo;
  const std::uint64_t owner = new_memo_owner();
  int told = 0;
  const auto tell = [&] { return ++told; };
  memo.open(owner);
  EXPECT_EQ(memo.find(3, tell), 1);
  EXPECT_EQ(memo.find(5000, tell), 2);
  memo.open(owner);
  EXPECT_EQ(memo.find(3, tell), 1);
  EXPECT_EQ(memo.find(5000, tell), 2);
  memo.open(new_memo_owner());
  EXPECT_EQ(memo.find(3, tell), 3);
}

}  // namespace
}  // namespace vraagbaak::analysis
