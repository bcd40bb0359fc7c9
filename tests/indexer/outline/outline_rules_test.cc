// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/outline_rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "analysis/dictionary/dictionary_source.h"
#include "model/error.h"
#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

// At run time the built-in patterns are taken on trust, and compiled one by one as they are needed.
TEST(OutlineRules, BuiltInCompileAndMatchTheirExamples) {
  EXPECT_NO_THROW(OutlineRules::check(analysis::DictionarySource::built_in()));
}

TEST(OutlineRules, OfAFolderAreCheckedWhenTheyAreRead) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "outline-rules";
  std::filesystem::create_directories(folder / "nl");
  for (const char* line : {"a\tquestion\t(vraag\tvraag", "a\tquestion\tvraag\tantwoord",
                           "a\tquestion\t(v)(r)(a)(a)(g)\tvraag"}) {
    std::ofstream(folder / "nl" / "outline-rules.tsv") << "#: rule\tkind\tpattern\texample\n" << line << '\n';
    EXPECT_THROW(OutlineRules(analysis::DictionarySource::with_folder(folder)), Error) << line;
  }
  std::filesystem::remove_all(folder);
}

TEST(OutlineRules, OfAKindAreThoseThatBeginWithItAndADot) {
  const OutlineRules& rules = outline_rules();
  EXPECT_EQ(rules.match("field", "Aan: minister").value().rule, "field.addressee");
  EXPECT_TRUE(rules.matches("field.addressee", "Aan: minister"));
  EXPECT_FALSE(rules.matches("field.asker", "Aan: minister"));
  EXPECT_TRUE(rules.matches("question", "VRAAG"));
  EXPECT_FALSE(rules.matches("question", "Vraag 3"));  // question_number is another kind
  EXPECT_FALSE(rules.matches("ques", "VRAAG"));
  EXPECT_FALSE(rules.matches("nothing", "VRAAG"));
}

}  // namespace
}  // namespace vraagbaak::indexer
