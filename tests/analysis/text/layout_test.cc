// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace vraagbaak::analysis {
namespace {

const SentenceEdges& edges() {
  static const SentenceEdges instance(DictionarySource::built_in());
  return instance;
}

// One letter a line end: s(oft), p(lain), h(ard); blank lines belong to the gap.
std::string line_ends(std::string_view text) {
  const Layout layout(text, edges());
  std::string found;
  for (std::size_t at = text.find('\n'); at < text.size(); at = text.find('\n', at)) {
    const std::size_t end = std::min(text.find_first_not_of(" \n\r\t", at), text.size());
    if (end == text.size()) break;
    switch (layout.between({at, end})) {
      case LineEnd::none:
        found += 'n';
        break;
      case LineEnd::soft:
        found += 's';
        break;
      case LineEnd::plain:
        found += 'p';
        break;
      case LineEnd::hard:
        found += 'h';
        break;
    }
    at = end;
  }
  return found;
}

struct LayoutCase {
  const char* name;
  std::string_view text;
  std::string_view ends;
};
class LineEnds : public testing::TestWithParam<LayoutCase> {};

TEST_P(LineEnds, AreTold) {
  EXPECT_EQ(line_ends(GetParam().text), GetParam().ends);
}

INSTANTIATE_TEST_SUITE_P(
    Layout, LineEnds,
    testing::Values(
        LayoutCase{"empty", "", ""}, LayoutCase{"one_line", "Een regel.", ""},
        LayoutCase{"blank_line", "Kop\n\nTekst\n \nMeer", "hh"},
        LayoutCase{"running_text",
                   "Wij hebben in de loop van het jaar met alle gemeenten overlegd\n"
                   "over de nieuwe regels, zodat zij op tijd weten wat er in hun\n"
                   "begroting moet komen en welke termijn daarvoor geldt.\n",
                   "ss"},
        LayoutCase{"capital_on_a_full_line",
                   "Wij hebben in de loop van dit jaar overlegd met de stad Nieuw\n"
                   "Brugge over de nieuwe regels, zodat zij op tijd weet wat er in\n"
                   "haar begroting moet komen en welke termijn daarvoor geldt.\n",
                   "ss"},
        LayoutCase{"short_line_before_a_capital",
                   "Wij hebben in de loop van het jaar met alle gemeenten overlegd\n"
                   "over de nieuwe regels die volgend jaar ingaan\n"
                   "Wat er in hun begroting moet komen en welke termijn geldt staat\n"
                   "in de omzendbrief die alle besturen kregen.\n",
                   "sps"},
        LayoutCase{"a_sentence_a_line",
                   "De raad vergadert elke maand in het stadhuis van de gemeente.\n"
                   "Voorzitter van de raad\n"
                   "Jan Peeters\n"
                   "De raad telt vijfentwintig leden, van wie er tien nieuw zijn.\n",
                   "ppp"},
        LayoutCase{"function_word_at_the_end", "Verslag van de\nVlaamse Raad\n", "s"},
        LayoutCase{"hyphen_at_the_end", "Tijdelijke industriële covid-\nwerkloosheid", "s"},
        LayoutCase{"bullets_and_labels", "Wij vragen de\n- eerste\n2. tweede\nb) derde\n• vierde", "pppp"},
        LayoutCase{"label_that_closes_a_bracket", "zie het overzicht (hoofdstuk en\n7) verder", "s"},
        LayoutCase{"windows_line_ends", "Kop\r\n\r\nTekst", "h"}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace vraagbaak::analysis
