// SPDX-License-Identifier: EUPL-1.2
#include "indexer/passage_builder.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

// Sentences that end at ". " or a line end, as the segmenter gives them: spans without outer white space.
Segmentation sentences_of(std::string_view text) {
  Segmentation segmentation;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    std::size_t first = begin;
    while (first < end && (text[first] == ' ' || text[first] == '\n')) ++first;
    std::size_t last = end;
    while (last > first && (text[last - 1] == ' ' || text[last - 1] == '\n')) --last;
    if (first < last) segmentation.sentences.push_back({{first, last}, 0, 0});
    begin = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '.' && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n')) close(i + 1);
  close(text.size());
  return segmentation;
}

Document passages_of(std::string_view text) {
  static const PassageBuilder builder;
  Document document = outline_of(text);
  builder.build(document, sentences_of(document.text));
  return document;
}

void expect_tiling(const Document& document) {
  std::string joined;
  std::size_t at = 0;
  for (const Passage& passage : document.passages) {
    EXPECT_EQ(passage.span.begin, at);
    EXPECT_FALSE(passage.span.empty());
    at = passage.span.end;
    joined += passage.span.in(document.text);
    ASSERT_LT(passage.section, document.sections.size());
  }
  EXPECT_EQ(joined, document.text);
}

std::string sentences(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text += "Zin nummer " + std::to_string(i) + " gaat over de haven van Oostende. ";
  return text;
}

TEST(Passages, TileAndCutBetweenSentences) {
  const Document document = passages_of("Titel\n\n" + sentences(100));
  expect_tiling(document);
  ASSERT_GT(document.passages.size(), 4u);
  for (std::size_t i = 0; i + 1 < document.passages.size(); ++i) {
    const std::string_view body = document.passages[i].span.in(document.text);
    EXPECT_LE(body.size(), 900u);
    EXPECT_TRUE(i == 0 || body.starts_with("Zin nummer")) << body.substr(0, 20);
  }
}

TEST(Passages, KnowTheirSection) {
  const Document document =
      passages_of("VRAAG\n\n1. Hoeveel boten?2. Waar?\n\nANTWOORD\n\n1. " + sentences(30) + "2. Hier.\n");
  expect_tiling(document);
  std::size_t answers = 0;
  for (const Passage& passage : document.passages) {
    if (passage.kind != PassageKind::answer) continue;
    ++answers;
    EXPECT_EQ(document.sections[passage.section].kind, SectionKind::answer);
    EXPECT_TRUE(document.sections[passage.section].span.contains(passage.span));
  }
  EXPECT_GE(answers, 3u);
}

TEST(Passages, NeverCutATableRow) {
  std::string table = "Tabel 1 Boten per haven\n\nHaven 2020BA 2021BA\n\n";
  for (int i = 0; i < 60; ++i)
    table += "Haven met een lange naam\nnummer " + std::string(1, static_cast<char>('a' + i % 26)) + " 1." +
             std::to_string(100 + i) + " 2.000\n\n";
  const Document document = passages_of(table);
  expect_tiling(document);
  ASSERT_EQ(document.tables.size(), 1u);
  std::size_t parts = 0;
  for (const Passage& passage : document.passages) {
    if (passage.kind != PassageKind::table) continue;
    ++parts;
    const std::string_view body = passage.span.in(document.text);
    if (passage.span.begin > document.tables[0].span.begin) {
      EXPECT_EQ(body.find("Haven met"), body.find_first_not_of(" \n")) << body.substr(0, 40);
    }
  }
  EXPECT_GT(parts, 2u);
}

TEST(Passages, AnOverlongSentenceIsCutAtWhiteSpace) {
  std::string text;
  while (text.size() < 100'000) text += "woord é ";
  const Document document = passages_of(text);
  expect_tiling(document);
  for (const Passage& passage : document.passages) EXPECT_LE(passage.span.size(), 17u * 1024);
}

TEST(Passages, OfOddTexts) {
  EXPECT_TRUE(passages_of("").passages.empty());
  expect_tiling(passages_of(" \n\n "));
  expect_tiling(passages_of("x"));
  std::mt19937 random(7);
  static constexpr std::string_view kPieces[] = {"VRAAG\n",    "ANTWOORD\n",    "1. Hoe? ",  "a) zo;",
                                                 "2. Ja. ",    "Tabel 1 X\n\n", "Rij 1 2\n", "\n\n",
                                                 "Zin hier. ", "- punt\n",      "é",         "\xFF"};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += kPieces[random() % std::size(kPieces)];
    const Document document = passages_of(text);
    expect_tiling(document);
    EXPECT_EQ(broken_rule(document), "") << text;
  }
}

}  // namespace
}  // namespace vraagbaak::indexer
