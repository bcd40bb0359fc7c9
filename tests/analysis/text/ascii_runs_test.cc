// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/ascii_runs.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

namespace vraagbaak::analysis {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Byte by byte, what the functions find in eights.
std::size_t plain_letters_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}
std::size_t plain_find_digit(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_digit(text[at])) ++at;
  return at;
}

TEST(AsciiRuns, NumbersOfEightBytesGiveThemBack) {
  const std::string bytes = "ab\xC3\xA9 1";
  std::string back(8, ' ');
  const std::string padded = bytes + std::string(8 - bytes.size(), '-');
  store_eight(back.data(), load_eight(padded.data()));
  EXPECT_EQ(back, padded);
  EXPECT_EQ(load_eight(padded.data()) & 0xFF, std::uint64_t{'a'});
}

TEST(AsciiRuns, EveryByteIsALetterOrNot) {
  for (int byte = 0; byte < 256; ++byte) {
    std::string text(16, static_cast<char>(byte));
    EXPECT_EQ(letters_end(text, 0), is_letter(text[0]) ? 16U : 0U) << byte;
    EXPECT_EQ(find_digit(text, 0), is_digit(text[0]) ? 0U : 16U) << byte;
    text[3] = '.';
    EXPECT_EQ(letters_end(text, 0), is_letter(text[0]) ? 3U : 0U) << byte;
  }
}

TEST(AsciiRuns, FoldsLettersAlone) {
  const EightLetters eight = fold_eight(load_eight("AbZ@zzzz"));
  EXPECT_EQ(eight.letters, 3U);
  EXPECT_EQ(eight.folded & 0xFFFFFF, load_eight("abz\0\0\0\0\0") & 0xFFFFFF);
  EXPECT_EQ(fold_eight(load_eight("abcdEFGH")).letters, 8U);
}

TEST(AsciiRuns, FindWhatByteByByteFinds) {
  std::mt19937 random(7);
  constexpr std::string_view kBytes = "azAZ09bQ5 @[`{/:\x80\xC3\xFF";
  for (int round = 0; round < 5000; ++round) {
    std::string text(random() % 40, ' ');
    const std::size_t variety = 1 + random() % kBytes.size();
    for (char& c : text) c = kBytes[random() % variety];
    for (std::size_t at = 0; at <= text.size(); ++at) {
      ASSERT_EQ(letters_end(text, at), plain_letters_end(text, at)) << text << " at " << at;
      ASSERT_EQ(find_digit(text, at), plain_find_digit(text, at)) << text << " at " << at;
    }
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
