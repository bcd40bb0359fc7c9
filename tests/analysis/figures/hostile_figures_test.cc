// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <random>

#include "tests/analysis/figures/figure_test_support.h"

namespace vraagbaak::analysis {
namespace {

void expect_well_formed(std::string_view text) {
  std::size_t end = 0;
  for (const Figure& figure : finder().find(text)) {
    EXPECT_LE(end, figure.span.begin);
    EXPECT_LT(figure.span.begin, figure.span.end);
    EXPECT_LE(figure.span.end, text.size());
    end = figure.span.end;
  }
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

constexpr std::string_view kPieces[]{
    "7",           "miljoen ",  "(",       "1 ",         "1.",        "1-",       "12/",       "1,2.",
    "000 ",        "een ",      "en een ", "tot 5 ",     "van ",      "€",        "€ ",        "-5",
    "vraag 1 en ", "artikel ",  "tel 1",   "5 jaar en ", "mei ",      "1 mei - ", "2019-",     "honderd",
    "twee",        "meer dan ", "a'",      "\xFF",       "\xE2\x82",  "@",        "x@",        "w.",
    "http://",     "\n",        "\f",      "½",          "5 grote ",  "10 a-",    "nog geen ", "%",
    "3 en ",       "3, ",       "1:",      "1° ",        "zes- en ",  "week 1 ",  "1-a-",      "> ",
    "mei2024 ",    "a.nl/1 ",   "CO 2 ",   "1 000-5 ",   "drie dat ", "acht u "};

// A megabyte of each. Work that grew with the square of the size would not end within the patience of ctest.
TEST(HostileText, IsReadToItsEnd) {
  for (const std::string_view piece : kPieces) expect_well_formed(repeated(piece, 1'000'000));
}

// The readers look a bounded way ahead and back: what stands far from a place says nothing of it. So the
// work at a place is bounded, and the whole linear in the text.
TEST(HostileText, IsReadPlaceByPlace) {
  constexpr std::size_t kFar = 2'000;  // bytes; the longest look-ahead is some hundreds
  for (const std::string_view piece : kPieces) {
    const std::string text = repeated(piece, 8'000);
    const auto of_part = finder().find(text);
    const auto of_whole = finder().find(text + text);
    for (std::size_t i = 0; i < of_part.size() && of_part[i].span.end + kFar < text.size(); ++i) {
      ASSERT_LT(i, of_whole.size()) << piece;
      EXPECT_EQ(of_part[i], of_whole[i]) << piece;
    }
  }
}

TEST(HostileText, GivesWellFormedFiguresWhateverTheBytes) {
  constexpr std::string_view kParts[]{
      "12",  "2019", ".",    ",", " ",  "-",  "/", "miljoen", "euro", "€",    "%",   "mei",  "tot", "en",
      "een", "\xC3", "\xAB", "½", "\n", "nr", "(", ")",       "ca",   "jaar", "van", "drie", "op",  "'"};
  std::mt19937 random(20221121);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int part = 0; part < 30; ++part) {
      text += kParts[random() % std::size(kParts)];
      if (random() % 2 == 0) text += ' ';
    }
    expect_well_formed(text);
  }
}

TEST(HostileText, MayBeEmpty) {
  EXPECT_EQ(describe(""), "");
  EXPECT_EQ(describe(std::string_view("\0\0", 2)), "");
}

}  // namespace
}  // namespace vraagbaak::analysis
