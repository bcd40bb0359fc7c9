// SPDX-License-Identifier: EUPL-1.2
#include "indexer/annex_references.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <random>

namespace vraagbaak::indexer {
namespace {

using Names = std::set<std::string>;

TEST(AnnexNames, AreFilesPublishedNumbersAndAnnexesOfTheAnswer) {
  const struct {
    std::string_view text;
    Names names;
  } cases[] = {
      {"", {}},
      {"Zie bijlage.", {"bijlage"}},
      {"De cijfers staan in bijlage 2 bij dit antwoord.", {"bijlage 2"}},
      {"als bijgevoegde bijlagen B en C", {"bijlagen b"}},
      {"met een bijlage iv, zie de\nbijlage 12", {"bijlage iv", "bijlage 12"}},
      {"in bijlage 2 bij het besluit", {}},
      {"in bijlage van mijn brief", {"bijlage"}},
      {"de bijlage 2, begin bijlage, zie bijlagewerk", {}},
      {"Zie Cijfers_2016.XLSX en (tabel.v2.pdf).", {"cijfers_2016.xlsx", "tabel.v2.pdf"}},
      {"www.vlaanderen.be/docs/nota.docx-versie, a.pdfx, .pdf", {}},
      {"BLG-1184123, 2024D40329 en 2016201713947-11-405-nl-fr-2",
       {"blg-1184123", "2024d40329", "2016201713947-11-405-nl-fr-2"}},
      {"x2024D40329 blg-123 2016201713947-11-405 3024D40329", {}},
  };
  for (const auto& row : cases) EXPECT_EQ(annex_names(row.text), row.names) << row.text;
}

// The same as patterns, which take a hundred times as long.
Names names_by_patterns(std::string_view text) {
  static const re2::RE2 published(
      R"((?i)(?:^|[^\pL\pN-])(\d{11,14}-\d{1,3}-\d{1,5}(?:-(?:nl|fr|de)){1,3}(?:-\d{1,2})?|blg-\d{4,8}|(?:19|20)\d\dD\d{5})(?:[^a-z\d-]|$))");
  static const re2::RE2 file(
      R"((?i)(?:^|[^\pL\pN_.-])([a-z0-9][a-z0-9_.-]{0,99}\.(?:pdf|docx?|xlsx?|od[ts]|csv|rtf|zip|xml|html?|txt))(?:[^\pL\pN_-]|$))");
  static const re2::RE2 own(
      R"((?i)(?:^|[^\pL\pN])(?:zie|in|als|met)\s+(?:(?:de|een|bijgevoegde)\s+)?(bijlagen?)(?:\s+([a-z]?\d{1,4}|[ivx]{1,4}|[a-h]))?(?:\s+((?:bij|van|tot)\s+\pL+))?(?:[^\pL\pN]|$))");
  static const re2::RE2 of_answer(R"((?i).*\s(?:dit|deze|mijn|ons|onze))");
  const auto lower = [](std::string name) {
    std::ranges::transform(name, name.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return name;
  };
  Names names;
  for (const re2::RE2* pattern : {&published, &file}) {
    re2::StringPiece rest(text.data(), text.size());
    for (std::string name; re2::RE2::FindAndConsume(&rest, *pattern, &name);) names.insert(lower(name));
  }
  re2::StringPiece rest(text.data(), text.size());
  for (std::string word, number, whose; re2::RE2::FindAndConsume(&rest, own, &word, &number, &whose);) {
    if (!whose.empty() && !re2::RE2::FullMatch(whose, of_answer)) continue;
    names.insert(lower(number.empty() ? word : word + " " + number));
  }
  return names;
}

TEST(AnnexNames, AreWhatThePatternsFind) {
  const std::string_view parts[] = {" ",
                                    " ",
                                    "\n",
                                    "-",
                                    "-",
                                    ".",
                                    ",",
                                    "(",
                                    "_",
                                    "a",
                                    "v",
                                    "x",
                                    "b",
                                    "\u00E9",
                                    "1",
                                    "12",
                                    "1234",
                                    "2024",
                                    "D",
                                    "d",
                                    "2016",
                                    "12345",
                                    "nl",
                                    "-fr",
                                    "-de",
                                    "blg-",
                                    "BLG-",
                                    ".pdf",
                                    ".doc",
                                    ".docx",
                                    ".XLS",
                                    ".html",
                                    "zie ",
                                    " in ",
                                    "als ",
                                    "met ",
                                    "de ",
                                    "een ",
                                    "bijlage",
                                    "bijlage",
                                    "bijlagen",
                                    "Bijlage ",
                                    " bijlage ",
                                    "bijgevoegde ",
                                    " bij ",
                                    " van ",
                                    " tot ",
                                    "dit ",
                                    "deze",
                                    "het ",
                                    "iv",
                                    "\u20AC",
                                    "20162017123-4-5-nl",
                                    "2024D12345",
                                    "blg-12345"};
  std::mt19937 random(17);
  std::uniform_int_distribution<std::size_t> any(0, std::size(parts) - 1);
  std::size_t found = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string text;
    for (int part = 0; part < 10; ++part) text += parts[any(random)];
    const Names expected = names_by_patterns(text);
    ASSERT_EQ(annex_names(text), expected) << text;
    found += expected.size();
  }
  EXPECT_GT(found, 5000u);
}

TEST(AnnexNames, TakeTimeLinearInTheText) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "bijlage.pdf-";
  EXPECT_EQ(annex_names(text).size(), annex_names(text).size());
  std::string apart;
  for (int i = 0; i < 100000; ++i) apart += "zie bijlage ";
  EXPECT_EQ(annex_names(apart), Names{"bijlage"});
}

}  // namespace
}  // namespace vraagbaak::indexer
