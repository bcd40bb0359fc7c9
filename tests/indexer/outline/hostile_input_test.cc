// SPDX-License-Identifier: EUPL-1.2
// Any bytes may come in: the outline keeps its rules and takes time in step with the size.
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Of this process: what else runs on the machine does not count.
double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct HostileCase {
  const char* name;
  std::string_view before;
  std::string_view piece;
};
class Hostile : public testing::TestWithParam<HostileCase> {};

TEST_P(Hostile, IsReadInLinearTime) {
  const auto seconds = [](std::size_t bytes) {
    const std::string text = std::string(GetParam().before) + repeated(GetParam().piece, bytes);
    const double begin = cpu_seconds();
    EXPECT_EQ(broken_rule(outline_of(text)), "");
    return cpu_seconds() - begin;
  };
  const double small = seconds(100'000);
  const double large = seconds(800'000);
  // Eight times the text may take some eight times as long; quadratic time would take 64 times.
  EXPECT_LT(large, 0.25 + small * 24) << small << " s for 100 kB";
}

INSTANTIATE_TEST_SUITE_P(
    Pieces, Hostile,
    testing::Values(
        HostileCase{"one_line", "", "woord "}, HostileCase{"digits", "", "1"},
        HostileCase{"numbers", "VRAAG\n1. A?\nANTWOORD\n", "1. Aa. 2. Bb. "},
        HostileCase{"number_lists", "VRAAG\n1. A?2. B?\nANTWOORD\n", "1, 2, 3, "},
        HostileCase{"letters", "VRAAG\n1. A?2. B?\nANTWOORD\n1. ", "a) x; "},
        HostileCase{"answers", "", "ANTWOORD\n"},
        HostileCase{"halves", "", "VRAAG\n1. A?2. B?\nANTWOORD\nX.\n"},
        HostileCase{"headed", "", "Vraag 1\nX?\nAntwoord 1\nY.\n"},
        HostileCase{"captions", "", "Tabel 1 Iets\n\n"},
        HostileCase{"captions_and_text", "", "Tabel 1 Iets\nwoord\n\n"},
        HostileCase{"rows", "", "Rij 1 2 3\n"}, HostileCase{"ragged_rows", "", "Rij 1 2\nRij 1 2 3\nx\n"},
        HostileCase{"years", "", "2019 2020\n"}, HostileCase{"blank_lines", "", "\n"},
        HostileCase{"headings", "", "1. Kop\n\n1.1. Kop\n\nA. Kop\n\n"}, HostileCase{"brackets", "", "(("},
        HostileCase{"tabs", "", "a\tb\n"}, HostileCase{"semicolons", "", "a;b;c\nd;e\n"},
        HostileCase{"spaces", "", "                "},
        HostileCase{"sentences", "VRAAG\n1. A?2. B?\nANTWOORD\n", "Aap.Noot.Mies."},
        HostileCase{"capitals", "", "AAP NOOT\n"}, HostileCase{"nuls", "", std::string_view("\0\n", 2)}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Hostile, IllFormedBytesKeepTheRules) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 400; ++i) {
      static constexpr std::string_view kSigns = "1 2.3)a(\n\nVRAAG:;?\t|–€";
      text += random() % 3 == 0 ? static_cast<char>(random() % 256) : kSigns[random() % kSigns.size()];
    }
    EXPECT_EQ(broken_rule(outline_of(text)), "");
    EXPECT_EQ(broken_rule(outline_of("VRAAG\n1. A?2. B?\nANTWOORD\n" + text)), "");
    EXPECT_EQ(broken_rule(outline_of("Tabel 1 X\n\n" + text)), "");
  }
}

TEST(Hostile, AHugeLineIsReadSoon) {
  const std::string text = repeated("2. Een zin van een heel lange regel, met 12 cijfers. ", 20'000'000);
  const double begin = cpu_seconds();
  EXPECT_EQ(broken_rule(outline_of(text)), "");
  EXPECT_LT(cpu_seconds() - begin, 10);
}

}  // namespace
}  // namespace vraagbaak::indexer
