// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/sentence_splitter.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "analysis/text/segmenter.h"
#include "tests/support/token_contract.h"

namespace vraagbaak::analysis {
namespace {

const Segmenter& segmenter() {
  static const Segmenter instance(DictionarySource::built_in());
  return instance;
}

// The sentences with a bar between each two; line ends printed as '~'.
std::string barred(std::string_view text) {
  const Segmentation segmentation = segmenter().segment(text);
  EXPECT_TRUE(testing_support::keeps_token_contract(text, segmentation.tokens)) << text;
  EXPECT_TRUE(testing_support::keeps_sentence_contract(segmentation)) << text;
  std::string line;
  for (const Sentence& sentence : segmentation.sentences) {
    if (!line.empty()) line += " | ";
    for (char c : sentence.span.in(text)) line += c == '\n' ? '~' : c;
  }
  return line;
}

struct SentenceCase {
  const char* name;
  std::string_view text;
  std::string_view sentences;
};
class Sentences : public testing::TestWithParam<SentenceCase> {};

TEST_P(Sentences, AreSplit) {
  EXPECT_EQ(barred(GetParam().text), GetParam().sentences);
}

const auto name_of = [](const auto& row) { return std::string(row.param.name); };

INSTANTIATE_TEST_SUITE_P(
    Punctuation, Sentences,
    testing::Values(
        SentenceCase{"none", "", ""},
        SentenceCase{"two", "De steun loopt. Het budget niet.", "De steun loopt. | Het budget niet."},
        SentenceCase{"lower_case_follows", "Hij zei nee. en ging.", "Hij zei nee. en ging."},
        SentenceCase{"quotes", "Zij zei: \"Dat kan niet.\" Daarna ging zij.",
                     "Zij zei: \"Dat kan niet.\" | Daarna ging zij."},
        SentenceCase{"quote_goes_on", "\"Kan dat?\" vroeg zij.", "\"Kan dat?\" vroeg zij."},
        SentenceCase{"newspaper_quotes", "Zij:,, Dat kan. Echt waar. '' Zo is het.",
                     "Zij:,, Dat kan. | Echt waar. '' | Zo is het."},
        SentenceCase{"quote_without_stop", "Zij zei: ,,Dat is waar'' De man zweeg. De ”oude” De Smet ook.",
                     "Zij zei: ,,Dat is waar'' | De man zweeg. | De ”oude” De Smet ook."},
        SentenceCase{"brackets", "Dat is zo. (Zie de bijlage.) Verder niets.",
                     "Dat is zo. | (Zie de bijlage.) | Verder niets."},
        SentenceCase{"abbreviations", "Vraag nr. 12 van dr. De Smet i.v.m. Europa e.d. Het antwoord volgt.",
                     "Vraag nr. 12 van dr. De Smet i.v.m. Europa e.d. | Het antwoord volgt."},
        SentenceCase{"initials", "Dat zei J. Peeters in 2020. Niemand anders.",
                     "Dat zei J. Peeters in 2020. | Niemand anders."},
        SentenceCase{"number_begins", "Er is geen geld. 5 gemeenten wachten.",
                     "Er is geen geld. | 5 gemeenten wachten."},
        SentenceCase{"decimals", "Het kost 2.000.051,75 euro. Meer niet.",
                     "Het kost 2.000.051,75 euro. | Meer niet."},
        SentenceCase{"ellipsis", "Misschien... wel. Of... Nee.", "Misschien... wel. | Of... | Nee."},
        SentenceCase{"loose_quotes", "Zij zei: \" Dat kan niet. \" Daarna ging zij.",
                     "Zij zei: \" Dat kan niet. \" | Daarna ging zij."},
        SentenceCase{"initial_at_the_end", "Dat is plan B. Het kost meer. Minister B. De Smet zwijgt.",
                     "Dat is plan B. | Het kost meer. | Minister B. De Smet zwijgt."},
        SentenceCase{"broken_thousands", "Het kost 50. 453.318 euro. In 2016. 250 mensen werken er.",
                     "Het kost 50. 453.318 euro. | In 2016. | 250 mensen werken er."},
        SentenceCase{"lost_signs",
                     "Volgens de wet (artikel 60, ?7) en artikel 61?2 mag dat. Of niet?3. Jawel.",
                     "Volgens de wet (artikel 60, ?7) en artikel 61?2 mag dat. | Of niet? | 3. Jawel."},
        SentenceCase{"heading_without_line_end", "Stand van de zaken In 2022 is veel gebeurd.",
                     "Stand van de zaken | In 2022 is veel gebeurd."},
        SentenceCase{"no_heading", "Vlaanderen In Actie loopt. De raad van In 2022 ook.",
                     "Vlaanderen In Actie loopt. | De raad van In 2022 ook."},
        SentenceCase{"heading_taken_up_again",
                     "Natuurbeheer Natuurbeheer is een taak. Vlaamse Raad De Vlaamse Raad telt mee.",
                     "Natuurbeheer | Natuurbeheer is een taak. | Vlaamse Raad | De Vlaamse Raad telt mee."},
        SentenceCase{
            "items_on_one_line",
            "Wij vragen: - een plan voor alle gemeenten van de provincie; - geld voor wie het plan "
            "zelf wil uitvoeren; en b) uitleg: 2. ooit aan alle gemeenten van de provincie gegeven.",
            "Wij vragen: | - een plan voor alle gemeenten van de provincie; | - geld voor wie het plan "
            "zelf wil uitvoeren; en b) uitleg: | 2. ooit aan alle gemeenten van de provincie gegeven."},
        SentenceCase{"short_items", "Het aantal: - 2015: 433.785; - 2016: 450.361. Meer niet.",
                     "Het aantal: - 2015: 433.785; - 2016: 450.361. | Meer niet."},
        SentenceCase{
            "items_glued",
            "Wij doen:- een plan voor alle gemeenten van de provincie.- geld aan wie het zelf wil doen en "
            "kan;2° "
            "iets voor alle gemeenten van de hele provincie",
            "Wij doen: | - een plan voor alle gemeenten van de provincie. | - geld aan wie het zelf wil "
            "doen en kan; | 2° iets voor alle gemeenten van de hele provincie"},
        SentenceCase{"no_items", "Het gaat om 2 * 3; dan is a - b: 4,5 of 1:2 meer.",
                     "Het gaat om 2 * 3; dan is a - b: 4,5 of 1:2 meer."},
        SentenceCase{"stars", "De lijst * Eerste punt * Tweede punt",
                     "De lijst | * Eerste punt | * Tweede punt"},
        SentenceCase{"bullets_on_one_line", "Wij vragen: • een plan • een budget",
                     "Wij vragen: | • een plan | • een budget"},
        SentenceCase{"clitic_begins", "Het is laat. 's Avonds ook.", "Het is laat. | 's Avonds ook."}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Labels, Sentences,
    testing::Values(SentenceCase{"numbered", "1. Hoeveel kost dat? 2. Wie betaalt?",
                                 "1. Hoeveel kost dat? | 2. Wie betaalt?"},
                    SentenceCase{"glued", "Hoeveel per Gewest?2. Om hoeveel gaat het?a) Waarom?",
                                 "Hoeveel per Gewest? | 2. Om hoeveel gaat het? | a) Waarom?"},
                    SentenceCase{"glued_to_a_year", "Dat was in 2016.2. Hoeveel kost dat? 3.2. Nu.",
                                 "Dat was in 2016. | 2. Hoeveel kost dat? | 3.2. Nu."},
                    SentenceCase{"lettered", "a) Hoeveel bedrijven? b) Welke?",
                                 "a) Hoeveel bedrijven? | b) Welke?"},
                    SentenceCase{"nested", "1. a) Hoeveel? 1. b. Welke?", "1. a) Hoeveel? | 1. b. Welke?"},
                    SentenceCase{"several_at_once", "1. tot 3. Ik verwijs naar mijn antwoord. 4. en 5. Neen.",
                                 "1. tot 3. Ik verwijs naar mijn antwoord. | 4. en 5. Neen."},
                    SentenceCase{"roman", "Het plan. II.A. Overleg loopt. iv) Neen.",
                                 "Het plan. | II.A. Overleg loopt. | iv) Neen."},
                    SentenceCase{"year_is_no_label", "Het begon in 2017. Dat jaar was nat.",
                                 "Het begon in 2017. | Dat jaar was nat."},
                    SentenceCase{"alone_on_its_line", "1.\nHoeveel kost dat?", "1.~Hoeveel kost dat?"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Layout, Sentences,
    testing::Values(
        SentenceCase{"blank_line", "Een kop\n\nDe tekst\n \nen verder", "Een kop | De tekst | en verder"},
        SentenceCase{"wrapped",
                     "De Vlaamse Regering trekt voor dit programma in totaal twaalf\n"
                     "miljoen euro uit, waarvan de helft naar kleine ondernemingen in\n"
                     "Limburg gaat. De andere helft is bestemd voor gemeenten die een\n"
                     "plan indienen. Dat gebeurt voor het einde van het jaar.\n",
                     "De Vlaamse Regering trekt voor dit programma in totaal twaalf~miljoen euro uit, "
                     "waarvan de helft naar "
                     "kleine ondernemingen in~Limburg gaat. | De andere helft is bestemd voor gemeenten die "
                     "een~plan indienen. | "
                     "Dat gebeurt voor het einde van het jaar."},
        SentenceCase{"heading_over_text",
                     "Stand van zaken\n"
                     "De Vlaamse Regering trekt voor dit programma in totaal twaalf\n"
                     "miljoen euro uit, waarvan de helft naar kleine ondernemingen gaat.\n",
                     "Stand van zaken | De Vlaamse Regering trekt voor dit programma in totaal "
                     "twaalf~miljoen euro uit, waarvan de "
                     "helft naar kleine ondernemingen gaat."},
        SentenceCase{"a_line_each",
                     "Voorzitter van de raad\nJan Peeters\nEls De Smet\nDe raad telt twee leden.",
                     "Voorzitter van de raad | Jan Peeters | Els De Smet | De raad telt twee leden."},
        SentenceCase{
            "items",
            "De steun gaat naar drie soorten ondernemingen die hier gevestigd zijn\n"
            "en die dat kunnen bewijzen:\n"
            "- kleine ondernemingen met hoogstens vijftig werknemers en hun\n"
            "dochters;\n"
            "- middelgrote ondernemingen.\n",
            "De steun gaat naar drie soorten ondernemingen die hier gevestigd zijn~en die dat kunnen "
            "bewijzen: | - kleine "
            "ondernemingen met hoogstens vijftig werknemers en hun~dochters; | - middelgrote ondernemingen."},
        SentenceCase{"windows_line_ends", "Kop\r\n\r\nTekst.\r\n", "Kop | Tekst."}),
    name_of);

}  // namespace
}  // namespace vraagbaak::analysis
