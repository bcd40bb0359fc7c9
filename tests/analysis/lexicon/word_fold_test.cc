// SPDX-License-Identifier: EUPL-1.2
#include "analysis/lexicon/word_fold.h"

#include <gtest/gtest.h>

#include <string>

namespace vraagbaak::analysis {
namespace {

struct FoldCase {
  const char* name;
  std::string_view word;
  std::string_view folded;
};
class Fold : public testing::TestWithParam<FoldCase> {};

TEST_P(Fold, GivesTheFormOfTheWordLists) {
  EXPECT_EQ(fold_word(GetParam().word), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(Words, Fold,
                         testing::Values(FoldCase{"small", "gemeente", "gemeente"},
                                         FoldCase{"capitals", "GEMEENTE", "gemeente"},
                                         FoldCase{"accent", "België", "belgie"},
                                         FoldCase{"accent_lost", "Belgie", "belgie"},
                                         FoldCase{"decomposed", "Financie\xCC\x88n", "financien"},
                                         FoldCase{"capital_accent", "ÉCOLE", "ecole"},
                                         FoldCase{"curly_apostrophe", "programma’s", "programma's"},
                                         FoldCase{"raised_digit", "I²PP", "i2pp"}, FoldCase{"empty", "", ""}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(FoldDamage, IllFormedBytesDoNoHarm) {
  EXPECT_EQ(fold_word("\xFF"), "\xEF\xBF\xBD");
  EXPECT_EQ(fold_word("Gent\xC3"), "gent\xEF\xBF\xBD");
}

TEST(FoldTwice, IsTheSameAsOnce) {
  for (const std::string_view word : {"Vlaanderen", "ÎLE", "’s", "ﬁnanciën", "İstanbul"}) {
    EXPECT_EQ(fold_word(fold_word(word)), fold_word(word)) << word;
  }
}

}  // namespace
}  // namespace vraagbaak::analysis
