// SPDX-License-Identifier: EUPL-1.2
#include "analysis/lexicon/phrase_matcher.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace vraagbaak::analysis {
namespace {

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::vector<WordId> ids(const PhraseMatcher& matcher, const std::string& text) {
  std::vector<WordId> found;
  for (const std::string& word : split(text)) found.push_back(matcher.word_id(word));
  return found;
}

PhraseMatcher matcher_of(const std::vector<std::string>& phrases) {
  PhraseMatcher matcher;
  for (const std::string& phrase : phrases) matcher.add(split(phrase));
  return matcher;
}

TEST(PhraseMatcher, TakesTheLongestPhrase) {
  const PhraseMatcher matcher = matcher_of({"raad", "raad van state", "raad van europa"});
  const auto found = matcher.find(ids(matcher, "de raad van state en de raad van bestuur"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], (PhraseMatch{1, 4, 1}));
  EXPECT_EQ(found[1], (PhraseMatch{6, 7, 0}));  // falls back from "raad van …"
}

TEST(PhraseMatcher, APhraseThatIsOnlyBegunIsNone) {
  const PhraseMatcher matcher = matcher_of({"hof van cassatie"});
  EXPECT_TRUE(matcher.find(ids(matcher, "hof van")).empty());
  EXPECT_TRUE(matcher.find(ids(matcher, "hof van beroep")).empty());
}

TEST(PhraseMatcher, NumbersPhrasesOnce) {
  PhraseMatcher matcher;
  EXPECT_EQ(matcher.add(split("de lijn")), 0u);
  EXPECT_EQ(matcher.add(split("lijn")), 1u);
  EXPECT_EQ(matcher.add(split("de lijn")), 0u);
  EXPECT_EQ(matcher.add({}), std::nullopt);
  EXPECT_EQ(matcher.phrase_count(), 2u);
}

TEST(PhraseMatcher, UnknownWordsMatchNothing) {
  const PhraseMatcher matcher = matcher_of({"gent"});
  EXPECT_EQ(matcher.word_id("luik"), 0u);
  EXPECT_TRUE(matcher.find({}).empty());
  EXPECT_EQ(matcher.longest_at({}, 3), std::nullopt);
  const std::vector<WordId> foreign = {0, 4'000'000'000U};
  EXPECT_TRUE(matcher.find(foreign).empty());
}

TEST(PhraseMatcher, AWordAloneIsNoPhrase) {
  PhraseMatcher matcher;
  const WordId word = matcher.add_word("van");
  EXPECT_NE(word, 0u);
  EXPECT_TRUE(matcher.find(std::vector<WordId>{word}).empty());
}

// Against all phrases tried at every place.
TEST(PhraseMatcher, AgreesWithBruteForce) {
  std::mt19937 random(7);
  const std::vector<std::string> words = {"a", "b", "c"};
  const auto draw = [&](std::size_t length) {
    std::vector<std::string> drawn;
    for (std::size_t i = 0; i < length; ++i) drawn.push_back(words[random() % words.size()]);
    return drawn;
  };
  for (int round = 0; round < 200; ++round) {
    PhraseMatcher matcher;
    std::set<std::vector<std::string>> phrases;
    for (int i = 0; i < 6; ++i) {
      const auto phrase = draw(1 + random() % 4);
      phrases.insert(phrase);
      matcher.add(phrase);
    }
    const std::vector<std::string> text = draw(20);
    std::vector<WordId> text_ids;
    for (const std::string& word : text) text_ids.push_back(matcher.word_id(word));
    for (std::size_t at = 0; at < text.size(); ++at) {
      std::size_t longest = 0;
      for (const auto& phrase : phrases) {
        if (at + phrase.size() <= text.size() &&
            std::equal(phrase.begin(), phrase.end(), text.begin() + static_cast<std::ptrdiff_t>(at))) {
          longest = std::max(longest, phrase.size());
        }
      }
      const auto match = matcher.longest_at(text_ids, at);
      EXPECT_EQ(match ? match->end - match->begin : 0, longest);
    }
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
