// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>
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

// Half a megabyte takes milliseconds; quadratic work would take minutes even on a fast machine.
TEST(HostileText, TakesLinearTime) {
  constexpr std::size_t kSize = 500'000;
  constexpr std::chrono::seconds kLimit(10);
  for (const std::string_view piece :
       {"7",           "miljoen ",  "(",       "1 ",         "1.",       "1-",       "12/",       "1,2.",
        "000 ",        "een ",      "en een ", "tot 5 ",     "van ",     "€",        "€ ",        "-5",
        "vraag 1 en ", "artikel ",  "tel 1",   "5 jaar en ", "mei ",     "1 mei - ", "2019-",     "honderd",
        "twee",        "meer dan ", "a'",      "\xFF",       "\xE2\x82", "@",        "x@",        "w.",
        "http://",     "\n",        "\f",      "½",          "5 grote ", "10 a-",    "nog geen ", "%"}) {
    const std::string text = repeated(piece, kSize);
    const auto start = std::chrono::steady_clock::now();
    expect_well_formed(text);
    EXPECT_LT(std::chrono::steady_clock::now() - start, kLimit) << piece;
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
