// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/markdown_reader.h"

#include <gtest/gtest.h>

#include "tests/support/reader_contract.h"

namespace vraagbaak::indexer {
namespace {

TEST(MarkdownReader, KnowsMarkdown) {
  EXPECT_TRUE(looks_like_markdown("# Nota\n\nZie [hier](http://x) voor meer.\n"));
  EXPECT_TRUE(looks_like_markdown("# Nota\n\n## Deel\n"));
  EXPECT_FALSE(looks_like_markdown("Een nota # 3 zonder **tekens**\n"));
  EXPECT_FALSE(looks_like_markdown("# alleen een hekje\n"));
}

TEST(MarkdownReader, LeavesTheWords) {
  const SourceText source = read_markdown(
      "---\ntitle: x\n---\n# Nota *over* havens #\n\nEen **zin** met [een\\_woord](http://x.y/z) en 3 * "
      "4\nvervolg.\n\n"
      "- een\n- twee `code`\n\n1. Hoeveel?\n\n> Citaat\n\nTitel\n=====\n```\nx  y\n```\n");
  EXPECT_EQ(testing_support::broken_promise(source), "");
  EXPECT_EQ(source.text,
            "Nota over havens\n\nEen zin met een_woord en 3 * 4 vervolg.\n\n- een\n- twee code\n\n1. "
            "Hoeveel?\n\nCitaat\n\n"
            "Titel\n\nx y\n");
  ASSERT_EQ(source.outline.headings.size(), 2U);
  EXPECT_EQ(source.outline.headings[1].span.in(source.text), "Titel");
}

TEST(MarkdownReader, TakesARuleBelowWordsForNoTable) {
  EXPECT_EQ(read_markdown("Stad\n|---|--|\n").text, "Stad |---|--|\n");
}

TEST(MarkdownReader, ReadsTables) {
  const SourceText source =
      read_markdown("| Stad | 2017 |\n|:---|---:|\n| Gent | 1.200 |\n| Aalst | 300 |\n");
  EXPECT_EQ(testing_support::broken_promise(source), "");
  ASSERT_EQ(source.tables.size(), 1U);
  ASSERT_EQ(source.tables[0].cells.size(), 6U);
  EXPECT_TRUE(source.tables[0].cells[1].header);
  EXPECT_EQ(source.tables[0].cells[5].span.in(source.text), "300");
}

}  // namespace
}  // namespace vraagbaak::indexer
