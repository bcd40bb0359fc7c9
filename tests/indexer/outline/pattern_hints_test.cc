// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/pattern_hints.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>
#include <string>
#include <vector>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::indexer {
namespace {

TEST(PatternHints, NameTheFirstBytesAndWhatEveryMatchHolds) {
  const PatternHints words = read_pattern_hints("(?:het\\s+)?antwoord(?:en)?\\s*:?");
  EXPECT_TRUE(words.may_begin("Het antwoord"));
  EXPECT_TRUE(words.may_begin("ANTWOORD"));
  EXPECT_FALSE(words.may_begin("De minister"));
  EXPECT_EQ(words.needs, std::vector<std::string>{"antwoord"});
  EXPECT_EQ(words.begins, (std::vector<std::string>{"het", "antwoord"}));
  EXPECT_TRUE(words.begins_so("Antwoord"));
  EXPECT_FALSE(words.begins_so("Anders"));
  EXPECT_FALSE(words.begins_so("He"));
  EXPECT_TRUE(words.may_hold("ons ANTWOORD"));
  EXPECT_FALSE(words.may_hold("ons antwerp"));
  const PatternHints digits = read_pattern_hints("\\d{4}\\s*[-–/]\\s*\\d{4}");
  EXPECT_TRUE(digits.may_begin("2017-2021"));
  EXPECT_FALSE(digits.may_begin("x"));
  EXPECT_EQ(digits.needs, (std::vector<std::string>{"-", "–", "/"}));
  EXPECT_EQ(digits.shortest, 9u);
  EXPECT_FALSE(digits.fits("2017-201"));
  EXPECT_TRUE(digits.fits(std::string(500, '2')));
  EXPECT_EQ(read_pattern_hints("\\d{1,2}[/.-]x?(?:ab|c{2,})y").shortest, 5u);
  EXPECT_EQ(read_pattern_hints("\\d{1,2}[/.-]x?(?:1|0{0,3})/").longest, 11u);
  EXPECT_TRUE(read_pattern_hints("[/.0-3]").needs.empty());
  EXPECT_TRUE(read_pattern_hints("[éè]").needs.empty());
  EXPECT_TRUE(digits.begins.empty());
  EXPECT_TRUE(read_pattern_hints("(?:a|)b").begins.empty());
  EXPECT_EQ(read_pattern_hints("()(?:tab\\.|kaart)\\s+x?").begins,
            (std::vector<std::string>{"tab.", "kaart"}));
  EXPECT_TRUE(digits.may_be("2017-2021"));
  EXPECT_FALSE(digits.may_be("2017-2021 en"));
  EXPECT_TRUE(read_pattern_hints("a(?:b|c\\d?)x?").may_be("ac"));
  EXPECT_FALSE(read_pattern_hints("a(?:b|c\\d?)x?").may_be("a"));
  const PatternHints one_of =
      read_pattern_hints("(?:de\\s+)?(?:vraag|vragen|(?:nader|laat)\\s+antwoord)\\s+\\d+");
  EXPECT_EQ(one_of.needs, (std::vector<std::string>{"vraag", "vragen", "antwoord"}));
  EXPECT_TRUE(one_of.may_hold("De Vragen 3"));
  EXPECT_FALSE(one_of.may_hold("de antwerp, vraa"));
}

TEST(PatternHints, PromiseNothingOfWhatTheyDoNotUnderstand) {
  for (const char* pattern : {"(?i)abc", "^abc", "[[:alpha:]]x", "a{", "x?", "a|", "(a"}) {
    const PatternHints hints = read_pattern_hints(pattern);
    EXPECT_TRUE(hints.first_bytes.all()) << pattern;
    EXPECT_TRUE(hints.needs.empty()) << pattern;
    EXPECT_TRUE(hints.begins.empty()) << pattern;
  }
}

TEST(PatternHints, LeaveLettersWithOtherFormsOut) {
  const PatternHints hints = read_pattern_hints("kabels en buizen");
  EXPECT_TRUE(hints.may_begin("\u212Aabels"));  // the Kelvin sign folds to k
  EXPECT_EQ(hints.needs, std::vector<std::string>{" en buizen"});
  EXPECT_TRUE(hints.begins_so("\u212Aabels"));
  EXPECT_FALSE(hints.begins_so("kapels"));
}

// Whatever RE2 matches, the hints let through: the rules' own examples, changed at random.
TEST(PatternHints, AllowEveryMatchOfTheRules) {
  const auto source = analysis::DictionarySource::built_in();
  const analysis::DictionaryFile rules(source, "nl/outline-rules.tsv",
                                       {"rule", "kind", "pattern", "example"});
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  std::mt19937 random(20221121);
  constexpr std::string_view kOther = "Aak 2.-\xC5\xBF(:";
  for (const auto& row : rules) {
    if (std::string_view(row[1]).starts_with("word.")) continue;
    const re2::RE2 pattern(re2::StringPiece(row[2].data(), row[2].size()), options);
    const PatternHints hints = read_pattern_hints(row[2]);
    for (int round = 0; round < 200; ++round) {
      std::string text(row[3]);
      if (round > 0) text[random() % text.size()] = kOther[random() % kOther.size()];
      if (round > 100) text.erase(random() % text.size(), 1);
      EXPECT_TRUE(hints.may_begin(text) || !re2::RE2::FullMatch(text, pattern)) << row[0] << ": " << text;
      EXPECT_TRUE(hints.may_be(text) || !re2::RE2::FullMatch(text, pattern)) << row[0] << ": " << text;
      EXPECT_TRUE(hints.may_hold(text) || !re2::RE2::PartialMatch(text, pattern)) << row[0] << ": " << text;
    }
  }
}

}  // namespace
}  // namespace vraagbaak::indexer
