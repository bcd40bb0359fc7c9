// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/kindred_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/dictionary/dictionary_file.h"
#include "query/understand/word_group.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::query {
namespace {

class KindredWordsTest : public testing::Test {
 protected:
  // The stems of all words of both dictionaries, and some that are in neither.
  std::vector<std::string> stems() const {
    std::vector<std::string> all = {"", "~", "~xyzzy", "de", "s", "r"};
    for (const auto& row : analysis::DictionaryFile(dictionaries_, "nl/synonyms.tsv", {"word", "synonyms"})) {
      all.push_back(analyzer_.stem_term(row[0]));
      for (const std::string& word : split_word_group(row[1])) all.push_back(analyzer_.stem_term(word));
    }
    for (const auto& row :
         analysis::DictionaryFile(dictionaries_, "nl/related-words.tsv", {"word", "related"})) {
      all.push_back(analyzer_.stem_term(row[0]));
      all.push_back(analyzer_.stem_term(row[1]));
    }
    return all;
  }

  analysis::DictionarySource dictionaries_ = analysis::DictionarySource::built_in();
  analysis::Analyzer analyzer_{dictionaries_};
  testing_support::TempFolder folder_;
};

TEST_F(KindredWordsTest, OfATableAreThoseOfTheDictionaries) {
  folder_.write("kindred.tsv", KindredWords::make_table(dictionaries_, analyzer_));
  const KindredWords prepared(dictionaries_, analyzer_, (folder_ / "kindred.tsv").string());
  const KindredWords read(dictionaries_, analyzer_, "");
  ASSERT_TRUE(prepared.is_prepared());
  ASSERT_FALSE(read.is_prepared());
  for (const std::string& stem : stems()) {
    EXPECT_EQ(prepared.synonyms(stem), read.synonyms(stem)) << stem;
    EXPECT_EQ(prepared.related(stem), read.related(stem)) << stem;
  }
}

TEST_F(KindredWordsTest, OfAnotherTableAreNotTaken) {
  const std::string table = KindredWords::make_table(dictionaries_, analyzer_);
  folder_.write("laid/nl/synonyms.tsv", "#: word\tsynonyms\nfiets\trijwiel\n");
  folder_.write("kindred.tsv", table);
  folder_.write("broken.tsv", table.substr(0, 10));
  const auto laid = analysis::DictionarySource::with_folder(folder_ / "laid");
  const KindredWords words(laid, analyzer_, (folder_ / "kindred.tsv").string());
  EXPECT_FALSE(words.is_prepared());
  EXPECT_EQ(words.synonyms(analyzer_.stem_term("rijwielen")), (std::vector<std::string>{"fiets", "rijwiel"}));
  EXPECT_FALSE(KindredWords(dictionaries_, analyzer_, (folder_ / "broken.tsv").string()).is_prepared());
}

}  // namespace
}  // namespace vraagbaak::query
