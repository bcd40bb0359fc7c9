// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/figure_phrase.h"

#include <gtest/gtest.h>

namespace vraagbaak::query {
namespace {

struct PhraseCase {
  const char* name;
  std::string_view text;
  std::string_view figure;  // as it stands in `text`
  bool hedged;
  std::string_view unit;  // of a count; empty for an amount
  std::string_view shown;
};

class Phrase : public testing::TestWithParam<PhraseCase> {};

TEST_P(Phrase, HoldsHedgeFigureAndNoun) {
  static const FigurePhrase phrase(analysis::DictionarySource::built_in());
  const PhraseCase& row = GetParam();
  Figure figure;
  figure.kind = row.unit.empty() ? FigureKind::money : FigureKind::count;
  figure.unit = row.unit.empty() ? "EUR" : row.unit;
  figure.approx = row.hedged;
  const std::size_t at = row.text.find(row.figure);
  ASSERT_NE(at, std::string_view::npos);
  EXPECT_EQ(phrase.around(row.text, {at, at + row.figure.size()}, figure).in(row.text), row.shown);
}

INSTANTIATE_TEST_SUITE_P(
    Answers, Phrase,
    testing::Values(
        PhraseCase{"abbreviation", "besteed (ca. 270.000 euro)", "270.000 euro", true, "",
                   "ca. 270.000 euro"},
        PhraseCase{"two_words", "gemiddeld een kleine 40 euro", "40 euro", true, "", "een kleine 40 euro"},
        PhraseCase{"over_a_line", "kreeg ruim\n43 miljoen euro", "43 miljoen euro", true, "",
                   "ruim\n43 miljoen euro"},
        PhraseCase{"not_hedged", "de ca. 40 leden betalen 5 euro", "5 euro", false, "", "5 euro"},
        PhraseCase{"other_word", "een paar dure 5 euro", "5 euro", true, "", "5 euro"},
        PhraseCase{"noun", "telt 3.300 bezoekers per jaar", "3.300", false, "bezoekers", "3.300 bezoekers"},
        PhraseCase{"adjective", "telt ca. 3.300 unieke bezoekers.", "3.300", true, "bezoekers",
                   "ca. 3.300 unieke bezoekers"},
        PhraseCase{"noun_too_far", "telt 3.300, verspreid over drie jaar, bezoekers", "3.300", false,
                   "bezoekers", "3.300"},
        PhraseCase{"for_each", "kost 4.500 euro/MWh per jaar", "4.500 euro", false, "", "4.500 euro/MWh"},
        PhraseCase{"for_no_unit", "dossier 12 euro/2016", "12 euro", false, "", "12 euro"},
        PhraseCase{"slash_at_the_end", "kost 5 euro/", "5 euro", false, "", "5 euro"},
        PhraseCase{"at_both_ends", "ruim 5 huizen", "5", true, "huizen", "ruim 5 huizen"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Phrase, LeavesTableCellsAlone) {
  const FigurePhrase phrase(analysis::DictionarySource::built_in());
  Figure cell;
  cell.kind = FigureKind::count;
  cell.unit = "dossiers";
  cell.row = "Advies";
  const std::string_view text = "Advies 12 dossiers";
  EXPECT_EQ(phrase.around(text, {7, 9}, cell).in(text), "12");
}

}  // namespace
}  // namespace vraagbaak::query
