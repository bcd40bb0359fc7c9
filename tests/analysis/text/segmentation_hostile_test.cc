// SPDX-License-Identifier: EUPL-1.2
// Text nobody would write. What is asserted is the contract; that these tests end soon shows that time is
// linear.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "analysis/text/segmenter.h"
#include "tests/support/token_contract.h"

namespace vraagbaak::analysis {
namespace {

const Segmenter& segmenter() {
  static const Segmenter instance(DictionarySource::built_in());
  return instance;
}

void expect_contract(std::string_view text) {
  const Segmentation segmentation = segmenter().segment(text);
  EXPECT_TRUE(testing_support::keeps_token_contract(text, segmentation.tokens));
  EXPECT_TRUE(testing_support::keeps_sentence_contract(segmentation));
}

struct RepeatCase {
  const char* name;
  std::string piece;
};
class OneMegabyte : public testing::TestWithParam<RepeatCase> {};

TEST_P(OneMegabyte, KeepsTheContract) {
  std::string text;
  while (text.size() < 1'000'000) text += GetParam().piece;
  expect_contract(text);
}

INSTANTIATE_TEST_SUITE_P(
    Of, OneMegabyte,
    testing::Values(
        RepeatCase{"digits", "7"}, RepeatCase{"dots", "."}, RepeatCase{"spaced_dots", ". "},
        RepeatCase{"quotes", "\""}, RepeatCase{"apostrophes", "'"}, RepeatCase{"commas", ","},
        RepeatCase{"letter", "a"}, RepeatCase{"capital", "A"}, RepeatCase{"dotted_letters", "a."},
        RepeatCase{"abbreviations", "dr.-"}, RepeatCase{"initials", "A. "}, RepeatCase{"open_brackets", "a("},
        RepeatCase{"bracket_pairs", "(a)"}, RepeatCase{"closing_brackets", ")"}, RepeatCase{"labels", "1. "},
        RepeatCase{"label_lines", "1.\n"}, RepeatCase{"urls", "http://"}, RepeatCase{"www", "www."},
        RepeatCase{"mail", "a@b."}, RepeatCase{"spaces", " "}, RepeatCase{"line_ends", "\n"},
        RepeatCase{"short_lines", "a\n"}, RepeatCase{"carriage_returns", "a\r"}, RepeatCase{"hyphens", "-"},
        RepeatCase{"hyphen_words", "a-"}, RepeatCase{"operators", "a=("},
        RepeatCase{"nul", std::string(1, '\0')}, RepeatCase{"ill_formed", "\xFF"},
        RepeatCase{"cut_sequences", "\xE2\x82"}, RepeatCase{"marks", "\xCC\x88"},
        RepeatCase{"ideographs", "漢"}, RepeatCase{"thai", "ไทย"}, RepeatCase{"ideograph_words", "漢 a"},
        RepeatCase{"closers", ".\" ) "}, RepeatCase{"terminals", "?!"},
        RepeatCase{"quote_then_letter", "'s "}, RepeatCase{"emoji", "😀"}, RepeatCase{"per_cent", "5%"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Hostile, RandomBytesKeepTheContract) {
  std::mt19937 random(761);
  for (int round = 0; round < 300; ++round) {
    std::string text(random() % 200, ' ');
    for (char& c : text) c = static_cast<char>(random() % 256);
    expect_contract(text);
  }
}

TEST(Hostile, RandomMarksAndLettersKeepTheContract) {
  constexpr std::string_view kPieces[] = {
      "a", "B",  "de",   "Het", "1",  "22", ".",   ",", "...", "''", "\"",   "'",       "’", "-",    "–",
      "(", ")",  "/",    "&",   "%",  "€",  "?",   "!", ":",   ";",  " ",    "\n",      " ", "\n\n", "\t",
      "é", "漢", "\xE9", "²",   "dr", "nr", "o.a", "=", "+",   "@",  "www.", "http://", "•", "\r\n", "_"};
  std::mt19937 random(2022);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    expect_contract(text);
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
