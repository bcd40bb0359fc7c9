// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/translations.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/temp_folder.h"

namespace vraagbaak::query {
namespace {

TEST(Translations, AreFoundByWordAndBaseForm) {
  const testing_support::TempFolder folder;
  folder.write("words.tsv", "ant\tmier\nbee\tbij / honingbij\ncaterpillar\trups\nzebra\tzebra\n");
  const Translations translations((folder / "words.tsv").string());
  EXPECT_EQ(translations.of("ant"), (std::vector<std::string>{"mier"}));
  EXPECT_EQ(translations.of("bee"), (std::vector<std::string>{"bij", "honingbij"}));
  EXPECT_EQ(translations.of("caterpillars"), (std::vector<std::string>{"rups"}));
  EXPECT_EQ(translations.of("zebra"), (std::vector<std::string>{"zebra"}));
  for (const char* absent : {"", "a", "an", "bees knees", "cat", "zebraa", "zz", "\t", "\n"}) {
    EXPECT_TRUE(translations.of(absent).empty()) << absent;
  }
}

TEST(Translations, OfBrokenLinesAreNone) {
  const testing_support::TempFolder folder;
  folder.write("words.tsv", "\n\nant\n\tmier\nbee\t\nwasp");
  const Translations translations((folder / "words.tsv").string());
  for (const char* word : {"ant", "bee", "wasp", "mier", ""}) {
    EXPECT_LE(translations.of(word).size(), 1u) << word;
  }
}

TEST(Translations, MayBeAbsent) {
  const Translations translations("/nowhere/words.tsv");
  EXPECT_TRUE(translations.is_empty());
  EXPECT_TRUE(translations.of("ant").empty());
}

}  // namespace
}  // namespace vraagbaak::query
