// SPDX-License-Identifier: EUPL-1.2
#include "indexer/placed_references.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/document_analyzer.h"

namespace vraagbaak::indexer {
namespace {

const DocumentAnalyzer& analyzer() {
  static const DocumentAnalyzer one(analysis::DictionarySource::built_in());
  return one;
}

struct PlaceCase {
  const char* name;
  const char* text;  // "#" stands before the number
  FigureKind kind;
};
class PlacedReference : public testing::TestWithParam<PlaceCase> {};
TEST_P(PlacedReference, IsToldByItsPlace) {
  std::string text = GetParam().text;
  const std::size_t at = text.find('#');
  text.erase(at, 1);
  for (const Figure& figure : analyzer().analyze("a.txt", text).figures) {
    if (figure.span.begin == at) {
      EXPECT_EQ(to_string(figure.kind), to_string(GetParam().kind));
      return;
    }
  }
  FAIL() << "no figure there";
}
INSTANTIATE_TEST_SUITE_P(
    Lines, PlacedReference,
    testing::Values(
        PlaceCase{"mark_on_a_line_of_its_own",
                  "Vraag 1\nKent u dit stuk van de krant\n#1\nover de brug?\n\n1Krant, 24 januari 2024.\n",
                  FigureKind::ordinal_ref},
        PlaceCase{"mark_at_the_start_of_a_line",
                  "Vraag 1\nKent u het blad\n1\nen dit stuk van de krant\n#1 over de brug?\n\n1Krant, 24 "
                  "januari 2024.\n",
                  FigureKind::ordinal_ref},
        PlaceCase{"contents_with_tab", "1.2 Gebouwen\t#142\n1.3 Wegen\t150\n", FigureKind::ordinal_ref},
        PlaceCase{"contents_with_leaders", "Inleiding ......... #3\nBesluit ......... 9\n",
                  FigureKind::ordinal_ref},
        PlaceCase{"contents_that_look_like_a_table",
                  "1.1 Visie\t12\n1.2 Gebouwen\t#142\n1.3 Wegen\t150\n1.4 Water\t160\n",
                  FigureKind::ordinal_ref},
        PlaceCase{"no_note", "Dit telde men in totaal:\n#12 over het hele jaar.\n", FigureKind::number},
        PlaceCase{"label_with_tab", "Gebouwen\t#142\n", FigureKind::number}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(PlacedReference, IsAPageNumberAtTheEdgeOfAPage) {
  SourceText source;
  source.text = "Een zin.\n12\nMen telde er\n40\nin totaal.\n";
  source.pages = {{1, {0, 12}}, {2, {12, source.text.size()}}};
  const Document document = analyzer().analyze("a.txt", source);
  ASSERT_EQ(document.figures.size(), 2U);
  EXPECT_EQ(document.figures[0].kind, FigureKind::ordinal_ref);
  EXPECT_EQ(document.figures[1].kind, FigureKind::number);
}

}  // namespace
}  // namespace vraagbaak::indexer
