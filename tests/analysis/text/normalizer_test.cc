// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/normalizer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "analysis/text/word_list.h"

namespace vraagbaak::analysis {
namespace {

struct Case {
  std::string_view text;
  std::string_view folded;
};

TEST(Normalize, FoldsWhatReadersTakeForTheSame) {
  const Case cases[] = {
      {"", ""},
      {"KMO", "kmo"},
      {"Geënt", "geent"},
      {"coo\u0308rdinatie", "coordinatie"},
      {"COÖRDINATIE", "coordinatie"},
      {"\uFB01nanciering", "financiering"},  // ligature fi
      {"Stra\u00DFe", "strasse"},
      {"\u0132sland", "ijsland"},  // the letter IJ
      {"Ærø", "aero"},
      {"\u0141\u00F3d\u017A", "lodz"},
      {"kmo\u2019s", "kmo's"},
      {"kmo\u2018s", "kmo's"},
      {"kmo`s", "kmo's"},
      {"foto\u00B4s", "foto's"},
      {"\u201EZo\u201D", "\"zo\""},
      {"2021\u20132025", "2021-2025"},
      {"\u22125", "-5"},
      {"EFRO\u2011project", "efro-project"},
      {"be\u00ADleid", "beleid"},
      {"a\u200Bb", "ab"},
      {"14\u00A0000", "14 000"},
      {"14\u202F000", "14 000"},
      {"  twee   woorden \t", "twee woorden"},
      {"m\u00B2", "m2"},
      {"\uFF26\uFF32", "fr"},  // full width
      {"\u0395\u03C5\u03C1\u03CE", "\u03B5\u03C5\u03C1\u03C9"},
      {"\xFF", "\uFFFD"},
  };
  for (const Case& row : cases) EXPECT_EQ(normalize(row.text), row.folded) << row.text;
}

TEST(Normalize, UndoesTheHyphenOfALineEnd) {
  const WordList words(DictionarySource::built_in());
  const Case cases[] = {
      {"West-\nVlaamse", "west-vlaamse"}, {"EFRO-\nsteun", "efro-steun"},
      {"gemeen-\nte", "gemeente"},        {"gemeen- \r\n   te", "gemeente"},
      {"gemeen\u00AD\nte", "gemeente"},   {"gemeen\u2010\nte", "gemeente"},
      {"2021-\n2025", "2021-2025"},       {"zee-\negel", "zee-egel"},
      {"auto-\nongeval", "auto-ongeval"}, {"-\nte", "- te"},
      {"gemeen-\n", "gemeen-"},           {"gemeen- te", "gemeen- te"},
      {"gemeen-\n-te", "gemeen- -te"},
  };
  for (const Case& row : cases) {
    EXPECT_EQ(normalize(row.text), row.folded) << row.text;
    EXPECT_EQ(normalize(row.text, words), row.folded) << row.text;
  }
}

std::string utf8(char32_t c) {
  std::string bytes;
  const auto put = [&](char32_t byte) { bytes.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
    return bytes;
  }
  const int following = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  put((following == 1 ? 0xC0 : following == 2 ? 0xE0 : 0xF0) | (c >> (6 * following)));
  for (int at = following - 1; at >= 0; --at) put(0x80 | ((c >> (6 * at)) & 0x3F));
  return bytes;
}

TEST(Normalize, IsIdempotent) {
  // Every code point alone, between letters, and after an accent.
  for (char32_t c = 1; c < 0x11000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string bytes = utf8(c);
    const std::string once = normalize(std::string("A").append(bytes).append("e\u0301").append(bytes));
    ASSERT_EQ(normalize(once), once) << std::hex << static_cast<std::uint32_t>(c);
  }
}

// Most text is folded character by character. A zero width space, of which nothing is left, sends a text the
// long way.
TEST(Normalize, TakesTheShortWayOnlyWhereTheLongOneLeadsToTheSame) {
  std::vector<std::string> characters;
  for (char32_t c = 1; c < 0x180; ++c) characters.push_back(utf8(c));
  for (char32_t c = 0x2000; c < 0x2060; ++c) characters.push_back(utf8(c));
  for (const std::string_view common :
       {" ", "\n", "-", "\u2010", "\u00AD", "e", "A", "1", "\u0301", "\xC3", "\xE2\x80"})
    for (int times = 0; times < 40; ++times) characters.emplace_back(common);
  std::mt19937 random(11);
  std::uniform_int_distribution<std::size_t> any(0, characters.size() - 1);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int at = 0; at < 9; ++at) text += characters[any(random)];
    ASSERT_EQ(normalize(text), normalize(text + "\u200B")) << text;
  }
}

TEST(Normalize, BearsAnyBytes) {
  std::mt19937 random(3);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 2000; ++round) {
    std::string text(24, '\0');
    for (char& c : text) c = static_cast<char>(byte(random));
    const std::string once = normalize(text);
    ASSERT_EQ(normalize(once), once);
  }
  EXPECT_EQ(normalize(std::string(1 << 20, 'A')), std::string(1 << 20, 'a'));
  std::string hyphens;
  for (int i = 0; i < 100000; ++i) hyphens += "\u00E9-\n";
  EXPECT_EQ(normalize(hyphens).substr(0, 4), "e-e-");
}

}  // namespace
}  // namespace vraagbaak::analysis
