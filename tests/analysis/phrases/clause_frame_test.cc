// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/clause_frame.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "analysis/text/segmenter.h"

namespace vraagbaak::analysis {
namespace {

const PhraseGrammar& grammar() {
  static const PhraseGrammar one(DictionarySource::built_in());
  return one;
}
const Segmenter& segmenter() {
  static const Segmenter one(DictionarySource::built_in());
  return one;
}

struct VerbCase {
  const char* name;
  std::string_view text;
  std::string_view figure;
  std::string_view verb;  // empty: says nothing
};
class ClauseVerb : public testing::TestWithParam<VerbCase> {};
TEST_P(ClauseVerb, IsThatOfTheClauseOfTheFigure) {
  const std::string_view text = GetParam().text;
  const Segmentation segmentation = segmenter().segment(text);
  ASSERT_EQ(segmentation.sentences.size(), 1U);
  const SentenceReading reading(grammar(), text, segmentation, segmentation.sentences[0], {});
  const std::size_t at = text.find(GetParam().figure);
  const auto extent = reading.extent_of({at, at + GetParam().figure.size()});
  ASSERT_TRUE(extent.has_value());
  EXPECT_EQ(verb_text(reading, clause_frame(reading, *extent)), GetParam().verb);
}
INSTANTIATE_TEST_SUITE_P(
    Clauses, ClauseVerb,
    testing::Values(
        VerbCase{"finite_second", "De school kreeg 12 boeken.", "12", "kreeg"},
        VerbCase{"participle_at_the_end", "Er werden 12 boeken geleverd.", "12", "geleverd"},
        VerbCase{"infinitive_at_the_end", "De school zal 12 boeken kopen.", "12", "kopen"},
        VerbCase{"particle_at_the_end", "De school kende 12 beurzen toe.", "12", "kende toe"},
        VerbCase{"figure_first", "Van de kinderen zou 12 procent een fiets bezitten.", "12", "bezitten"},
        VerbCase{"subordinate", "Het blijkt dat de school 12 boeken kreeg.", "12", "kreeg"},
        VerbCase{"subordinate_behind_pronoun", "Zo verneem ik dat de twee scholen 12 boeken opstarten.", "12",
                 "opstarten"},
        VerbCase{"subordinate_that_is_over", "De klas die gisteren won, kreeg 12 boeken.", "12", "kreeg"},
        VerbCase{"relative", "Er is een jaar waarin de zorg voor 12 procent wordt vergoed.", "12", "vergoed"},
        VerbCase{"purpose", "Zij wil de kans om in de stad 12 bomen te planten.", "12", "planten"},
        VerbCase{"strong_past", "In het huis verbleven 12 mensen.", "12", "verbleven"},
        VerbCase{"amounting", "In 2016 beliep de schuld 12 euro.", "12", "bedraagt"},
        VerbCase{"copula", "Er waren 12 boeken.", "12", ""},
        VerbCase{"modal_alone", "Dat kan 12 keer.", "12", ""},
        VerbCase{"noun_that_looks_like_one", "De uitgaven van de afspraken waren 12 euro.", "12", ""}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::analysis
