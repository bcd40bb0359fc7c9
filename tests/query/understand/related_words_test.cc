// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/related_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "model/error.h"

namespace vraagbaak::query {
namespace {

class RelatedWordsTest : public testing::Test {
 protected:
  bool relates(std::string_view word, std::string_view other) const {
    const std::vector<std::string> words = related_.of(analyzer_.stem_term(word));
    return std::ranges::find(words, other) != words.end();
  }

  analysis::DictionarySource dictionaries_ = analysis::DictionarySource::built_in();
  analysis::Analyzer analyzer_{dictionaries_};
  RelatedWords related_{dictionaries_, analyzer_};
};

TEST_F(RelatedWordsTest, ReadsPairsBothWays) {
  EXPECT_TRUE(relates("registratie", "registreren"));
  EXPECT_TRUE(relates("registreren", "registratie"));
  EXPECT_TRUE(relates("registraties", "registreren"));
}

TEST_F(RelatedWordsTest, FindsParticiplesByTheirStem) {
  EXPECT_TRUE(relates("wacht", "gewacht") || relates("gewacht", "wachten"));
  EXPECT_TRUE(relates("aanduiden", "aangeduid"));
}

TEST_F(RelatedWordsTest, SaysNothingOfOtherWords) {
  EXPECT_FALSE(relates("registratie", "wachten"));
  EXPECT_TRUE(related_.of(analyzer_.stem_term("xyzzy")).empty());
  EXPECT_TRUE(related_.of("").empty());
  EXPECT_TRUE(related_.of("~").empty());
  EXPECT_TRUE(related_.of("de").empty());
}

}  // namespace
}  // namespace vraagbaak::query
