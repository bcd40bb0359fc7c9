// SPDX-License-Identifier: EUPL-1.2
#include "indexer/document_analyzer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "indexer/readers/reader.h"
#include "tests/indexer/index_dump.h"

namespace vraagbaak::indexer {
namespace {

const DocumentAnalyzer& analyzer() {
  static const DocumentAnalyzer instance(dictionaries());
  return instance;
}

// What must hold of every document, whatever its text.
void expect_sound(const Document& document) {
  std::string joined;
  for (const Passage& passage : document.passages) {
    EXPECT_EQ(passage.span.begin, joined.size());
    EXPECT_LT(passage.section, document.sections.size());
    joined += passage.span.in(document.text);
  }
  EXPECT_EQ(joined, document.text);
  ASSERT_FALSE(document.sections.empty());
  EXPECT_EQ(document.sections[0].span, (ByteSpan{0, document.text.size()}));
  for (std::size_t i = 1; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    ASSERT_LT(section.parent, i);
    EXPECT_TRUE(document.sections[section.parent].span.contains(section.span));
  }
  std::size_t end = 0;
  for (const Figure& figure : document.figures) {
    EXPECT_LE(end, figure.span.begin);  // in order, none inside another
    EXPECT_LT(figure.span.begin, figure.span.end);
    end = figure.span.end;
  }
  EXPECT_LE(end, document.text.size());
  end = 0;
  for (const Mention& mention : document.names.mentions) {
    EXPECT_LE(end, mention.span.begin);
    EXPECT_LT(mention.entity, document.names.entities.size());
    end = mention.span.end;
  }
  EXPECT_LE(end, document.text.size());
}

TEST(DocumentAnalyzer, FindsOutlinePairsAndNames) {
  const Document document = analyzer().analyze("vraag.txt", sample_text(12));
  expect_sound(document);
  EXPECT_EQ(document.path, "vraag.txt");
  EXPECT_EQ(document.text, sample_text(12));
  EXPECT_EQ(document.language, "nl");
  EXPECT_EQ(document.pairs.size(), 2U);
  EXPECT_FALSE(document.names.mentions.empty());
}

TEST(DocumentAnalyzer, TellsTheLanguageOfPassages) {
  const Document document = analyzer().analyze(
      "x", "Le ministre a répondu à la question sur les entreprises et leur budget de fonctionnement.\n");
  EXPECT_EQ(document.language, "fr");
}

TEST(DocumentAnalyzer, KeepsPages) {
  const std::vector<Page> pages{{1, {0, 4}}, {2, {4, 9}}};
  SourceText source;
  source.text = "een\ftwee\n";
  source.pages = pages;
  EXPECT_EQ(analyzer().analyze("x", source).pages, pages);
}

TEST(DocumentAnalyzer, TakesTheEmptyText) {
  const Document document = analyzer().analyze("leeg", "");
  expect_sound(document);
  EXPECT_TRUE(document.passages.empty());
}

TEST(DocumentAnalyzer, TakesAnyText) {
  const std::string pieces[] = {
      "1. ",    "a) ",     "ANTWOORD\n", "VRAAG\n", "Tabel 3: ",     "\n",
      "\n\n",   " ",       "\t",         "\f",      "2.500,75 euro", "12 %",
      "€",      "Vlaamse", "é",          "\u00AD",  "-\n",           "Pagina 3 van 8\n",
      "(",      "“",       "’s",         ";",       "2021-2025",     "nr. 12 van 3 mei 2022",
      "\uFFFD", "😀",       "www.x.be"};
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = random() % 120; i > 0; --i) text += pieces[random() % std::size(pieces)];
    SCOPED_TRACE(text);
    expect_sound(analyzer().analyze("x", text));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(DocumentAnalyzer, TakesAnyBytesThroughTheReader) {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 400, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 8 == 0 ? random() : 32 + random() % 90);
    const auto source = read_document(bytes, "x");
    if (source) expect_sound(analyzer().analyze("x", *source));
  }
}

}  // namespace
}  // namespace vraagbaak::indexer
