// SPDX-License-Identifier: EUPL-1.2
#include "indexer/subject_linker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "indexer/document_analyzer.h"

namespace vraagbaak::indexer {
namespace {

const DocumentAnalyzer& analyzer() {
  static const DocumentAnalyzer one(analysis::DictionarySource::built_in());
  return one;
}

// What is said of the figure that reads `figure` in the text.
std::string said_of(const std::string& text, std::string_view figure, std::string Figure::*field) {
  const Document document = analyzer().analyze("a.txt", text);
  for (const Figure& it : document.figures) {
    if (it.span.in(document.text) == figure) return it.*field;
  }
  return "no such figure";
}

struct LinkCase {
  const char* name;
  const char* text;
  const char* figure;
  const char* value;
};
std::string row_name(const testing::TestParamInfo<LinkCase>& row) {
  return row.param.name;
}

class Subject : public testing::TestWithParam<LinkCase> {};
TEST_P(Subject, IsWhatTheFigureIsAbout) {
  EXPECT_EQ(said_of(GetParam().text, GetParam().figure, &Figure::subject), GetParam().value);
}
INSTANTIATE_TEST_SUITE_P(
    Sentences, Subject,
    testing::Values(
        LinkCase{"counted", "Er werden 120 bedrijven bereikt.", "120", "bedrijven"},
        LinkCase{"counted_with_complement", "Vorige maand telde men 45 dossiers van de stad.", "45",
                 "dossiers van de stad"},
        LinkCase{"counted_adjective", "Het bestuur keurde 12 nieuwe projecten goed.", "12",
                 "nieuwe projecten"},
        LinkCase{"counted_then_infinitive", "De dienst wil 300 personen hervestigen.", "300", "personen"},
        LinkCase{"counted_then_participle", "Er werden 10 experts aangesteld.", "10", "experts"},
        LinkCase{"counted_range", "Men zocht in 300 tot 500 scholen naar asbest.", "300", "scholen"},
        LinkCase{"percentage_of", "Van de klachten ging 12 % over geluid; 30 % van de inwoners sliep slecht.",
                 "30 %", "inwoners"},
        LinkCase{"percentage_behind_brackets", "Nu is 11 % (ca. 270.000 euro) van het wegenbudget besteed.",
                 "11 %", "wegenbudget"},
        LinkCase{"amount_in_brackets", "Nu is 11 % (ca. 270.000 euro) van het wegenbudget besteed.",
                 "270.000 euro", "wegenbudget"},
        LinkCase{"amount_of_grants", "De stad gaf 2 miljoen euro aan premies.", "2 miljoen euro", "premies"},
        LinkCase{"purpose_before", "Voor de renovatie van de brug werd 2,5 miljoen euro uitgetrokken.",
                 "2,5 miljoen euro", "renovatie van de brug"},
        LinkCase{"purpose_behind", "Er is 40.000 euro voor de nieuwe sporthal.", "40.000 euro",
                 "nieuwe sporthal"},
        LinkCase{"subject_before_verb", "De steun aan de haven bedroeg 5 miljoen euro.", "5 miljoen euro",
                 "steun"},
        LinkCase{"subject_behind_verb", "In 2016 bedroeg de subsidie 5 miljoen euro.", "5 miljoen euro",
                 "subsidie"},
        LinkCase{"empty_head", "Het totale bedrag van de subsidie is 5 miljoen euro.", "5 miljoen euro",
                 "subsidie"},
        LinkCase{"measure_head", "De kostprijs van het station bedraagt 300.000 euro.", "300.000 euro",
                 "station"},
        LinkCase{"label", "Verdeling per land:\n- Frankrijk: 45 %\n- Spanje: 12 %\n", "45 %", "Frankrijk"},
        LinkCase{"label_second", "Verdeling per land:\n- Frankrijk: 45 %\n- Spanje: 12 %\n", "12 %",
                 "Spanje"},
        LinkCase{"before_bracket", "Ze kwamen uit Libanon (298), Turkije (102) en Egypte (24).", "102",
                 "Turkije"},
        LinkCase{"stuff", "Het land kocht twee miljoen ton steenkool.", "twee miljoen ton", "steenkool"},
        LinkCase{"length_of_time", "De raad wil over vijf jaar meer weten.", "vijf", "raad"},
        LinkCase{"counted_from", "Er kwamen 12 vluchtelingen uit Burundi.", "12",
                 "vluchtelingen uit Burundi"},
        LinkCase{"counted_series", "Er kwamen 41 Syriërs uit Libanon, 43 uit Turkije en 4 uit Egypte.", "43",
                 "Syriërs uit Turkije"},
        LinkCase{"counted_relative", "Ze telde 9 bedrijven waarin de stad deelneemt.", "9",
                 "bedrijven waarin de stad deelneemt"},
        LinkCase{"counted_of_owner", "Het spoornet telt 135 stations.", "135", "stations (spoornet)"},
        LinkCase{"counted_of_group", "Zij bedienen een bevolking van 2 miljoen mensen.", "2 miljoen",
                 "mensen (bevolking)"},
        LinkCase{"noun_of_figure", "Perrons van 76 cm zijn beter.", "76 cm", "Perrons"},
        LinkCase{"noun_of_percentage", "Daarop geldt een roerende voorheffing van 30 %.", "30 %",
                 "roerende voorheffing"},
        LinkCase{"list_of_years",
                 "Hieronder vindt u het aantal visumdossiers per jaar:\n- 2015: 166\n- 2016: 348\n", "348",
                 "visumdossiers"},
        LinkCase{
            "list_says_more_of_noun",
            "Het aantal gunstig afgehandelde dossiers:\n- 33 dossiers in 2010;\n- 24 dossiers in 2011.\n",
            "24", "gunstig afgehandelde dossiers"},
        LinkCase{"share_in_brackets", "Van de kmo's werkt 20 % thuis (26 % handelaars).", "26 %",
                 "kmo's (handelaars)"},
        LinkCase{"item_with_relative_clause", "Dit zijn:\n- Rail NV die het spoor beheert (49 %);\n", "49 %",
                 "Rail NV"},
        LinkCase{"one_who_changes_it", "De minister verhoogde de premie met 4 %.", "4 %", "premie"},
        LinkCase{"sentence_before", "De klimaatfinanciering groeit. Die was in 2023 goed voor 490 euro.",
                 "490 euro", "klimaatfinanciering"},
        LinkCase{"of_so_many", "De jury noemde tien van de veertien aanvragen goed.", "tien", "aanvragen"},
        LinkCase{"change", "De uitstoot kende een daling van 3 %.", "3 %", "uitstoot"},
        LinkCase{"times", "De trein rijdt twee keer per uur.", "twee", "trein"},
        LinkCase{"age", "Er zijn hulpverleners voor mensen ouder dan 65 jaar.", "65", "leeftijd"},
        LinkCase{"length_of_a_thing", "De opleiding bevat twee jaar stage.", "twee", "stage"},
        LinkCase{"supported", "De stad geeft geld ter ondersteuning van twee projecten.", "twee",
                 "projecten"},
        LinkCase{"verb_first", "Klopt het dat de zorg voor 100 % wordt vergoed?", "100 %", "zorg"},
        LinkCase{"adverb_before_bracket", "Het aantal families daalt aanzienlijk (38 % in 2015).", "38 %",
                 "families"},
        LinkCase{"second_of_two", "De huurprijs steeg met 4 % en de energiefactuur met 9 %.", "9 %",
                 "energiefactuur"}),
    row_name);

class Measure : public testing::TestWithParam<LinkCase> {};
TEST_P(Measure, IsWhatWasMeasured) {
  EXPECT_EQ(said_of(GetParam().text, GetParam().figure, &Figure::measure), GetParam().value);
}
INSTANTIATE_TEST_SUITE_P(
    Sentences, Measure,
    testing::Values(
        LinkCase{"spent", "Van het krediet is 3 miljoen euro besteed.", "3 miljoen euro", "besteed"},
        LinkCase{"spent_noun", "De uitgaven beliepen 3 miljoen euro.", "3 miljoen euro", "besteed"},
        LinkCase{"granted", "De premie van 4.000 euro werd toegekend.", "4.000 euro", "toegekend"},
        LinkCase{"granted_separable", "De minister kende 1,2 miljoen euro toe aan de provincie.",
                 "1,2 miljoen euro", "toegekend"},
        LinkCase{"paid", "Er werd 1,2 miljoen euro uitbetaald.", "1,2 miljoen euro", "uitbetaald"},
        LinkCase{"committed", "Er is 6 miljoen euro vastgelegd.", "6 miljoen euro", "vastgelegd"},
        LinkCase{"planned", "Er is 6 miljoen euro voorzien.", "6 miljoen euro", "voorzien"},
        LinkCase{"planned_separable", "De regering trekt 6 miljoen euro uit voor fietspaden.",
                 "6 miljoen euro", "voorzien"},
        LinkCase{"cost", "De studie kostte 80.000 euro.", "80.000 euro", "kost"},
        LinkCase{"reached", "De campagne bereikte 9.000 jongeren.", "9.000", "bereikt"},
        LinkCase{"asked", "De scholen hebben 2 miljoen euro gevraagd.", "2 miljoen euro", "gevraagd"},
        LinkCase{"rise", "Het aantal ritten steeg met 6 %.", "6 %", "toegenomen"},
        LinkCase{"kept_apart", "Er is 6 miljoen euro vastgelegd, waarvan 2 miljoen euro uitbetaald.",
                 "2 miljoen euro", "uitbetaald"},
        LinkCase{"kept_apart_first", "Er is 6 miljoen euro vastgelegd, waarvan 2 miljoen euro uitbetaald.",
                 "6 miljoen euro", "vastgelegd"},
        LinkCase{"open_verb", "In 2014 werden 28 vluchtelingen hervestigd.", "28", "hervestigd"},
        LinkCase{"open_verb_of_series", "In 2014 werden 28 Syriërs hervestigd, 12 uit Egypte.", "12",
                 "hervestigd"},
        LinkCase{"open_verb_separable", "Zij hielden ruim 200 mensen aan.", "200", "hielden aan"},
        LinkCase{"open_verb_infinitive", "Dat gebouw zal 170 miljoen euro opleveren.", "170 miljoen euro",
                 "opleveren"},
        LinkCase{"noun_of_purpose", "Er is 7 miljoen euro voor de realisatie van de tunnel.",
                 "7 miljoen euro", ""},
        LinkCase{"agent", "Dat bleek uit een studie, uitgevoerd door twee bureaus.", "twee", ""},
        LinkCase{"none", "De brug is 40 meter lang.", "40 meter", ""}),
    row_name);

class Period : public testing::TestWithParam<LinkCase> {};
TEST_P(Period, IsTheTimeItSpeaksOf) {
  EXPECT_EQ(said_of(GetParam().text, GetParam().figure, &Figure::period), GetParam().value);
}
INSTANTIATE_TEST_SUITE_P(
    Sentences, Period,
    testing::Values(
        LinkCase{"clause", "In 2015 waren er 335 klachten, tegenover 295 klachten in 2014.", "335", "2015"},
        LinkCase{"other_clause", "In 2015 waren er 335 klachten, tegenover 295 klachten in 2014.", "295",
                 "2014"},
        LinkCase{"range", "Tussen 2017 en 2021 ging 3 miljoen euro naar fietspaden.", "3 miljoen euro",
                 "2017/2021"},
        LinkCase{"day", "Op 31 december 2016 telde de dienst 48 medewerkers.", "48", "2016-12-31"},
        LinkCase{"date_of_document", "Het besluit van 11 december 2013 kost 5 euro.", "5 euro", ""},
        LinkCase{"year_in_name", "Nota.\n\nVolgens Barometer 2016 zijn er 73 starters.", "73", ""},
        LinkCase{"base_of_comparison", "Nota.\n\nEr waren 12 klachten, meer dan in 2015.", "12", ""},
        LinkCase{"label_of_next_item", "- 2017: 5 euro voor beton en 6 euro voor staal;- 2018: 9 euro.",
                 "6 euro", "2017"},
        LinkCase{"goes_on", "In 2016 waren er 33 mannen. 29 mannen spraken Frans.", "29", "2016"},
        LinkCase{"other_matter", "Nota.\n\nIn 2016 kwam er 5 euro bij. Perrons van 76 cm volstaan.", "76 cm",
                 ""},
        LinkCase{"paragraph", "De dienst groeide in 2018. Er kwamen 12 medewerkers bij.", "12", "2018"},
        LinkCase{"none", "Er kwamen 12 medewerkers bij.", "12", ""}),
    row_name);

class PlaceOf : public testing::TestWithParam<LinkCase> {};
TEST_P(PlaceOf, IsTheOneOfItsClause) {
  EXPECT_EQ(said_of(GetParam().text, GetParam().figure, &Figure::place), GetParam().value);
}
INSTANTIATE_TEST_SUITE_P(
    Sentences, PlaceOf,
    testing::Values(
        LinkCase{"clause", "In Gent waren er 40 klachten, in Brugge 12 klachten.", "40", "Gent"},
        LinkCase{"other_clause", "In Gent waren er 40 klachten, in Brugge 12 klachten.", "12", "Brugge"},
        LinkCase{"before_bracket", "Ze kwamen uit Libanon (298) en Turkije (102).", "102", "Turkije"},
        LinkCase{"who", "Duitsland betaalde 40 euro.", "40 euro", ""},
        LinkCase{"none", "Er waren 40 klachten.", "40", ""}),
    row_name);

TEST(SubjectLinker, LeavesTimesAndReferencesAlone) {
  const Document document =
      analyzer().analyze("a.txt", "Op 17 juni 2022 verscheen vraag nr. 761 over de haven van Gent in 2021.");
  ASSERT_FALSE(document.figures.empty());
  for (const Figure& figure : document.figures) {
    EXPECT_TRUE(figure.subject.empty() && figure.measure.empty() && figure.period.empty() &&
                figure.place.empty());
  }
}

TEST(SubjectLinker, TakesWhatATableIsOfFromItsLeadIn) {
  const std::string text =
      "Hieronder staat het aantal ingevoerde schapen per land van herkomst.\n\nLand 2019 2020\n"
      "Frankrijk 512 1.081\nSpanje 24 365\nTotaal 536 1.446\n";
  EXPECT_EQ(said_of(text, "365", &Figure::subject), "ingevoerde schapen (Spanje)");
  EXPECT_EQ(said_of(text, "365", &Figure::period), "2020");
  EXPECT_EQ(said_of(text, "365", &Figure::place), "Spanje");
  EXPECT_EQ(said_of(text, "1.446", &Figure::subject), "ingevoerde schapen");
}

TEST(SubjectLinker, TakesACellsSubjectFromItsRowAndItsPeriodFromItsColumn) {
  const Document document =
      analyzer().analyze("a.txt",
                         "Tabel 1: uitbetaalde steun per provincie (in "
                         "euro)\nProvincie\t2019\t2020\nLimburg\t1.000\t2.000\nAntwerpen\t3.000\t4.000\n");
  const auto cell = std::ranges::find_if(
      document.figures, [&](const Figure& f) { return f.span.in(document.text) == "4.000"; });
  ASSERT_NE(cell, document.figures.end());
  EXPECT_EQ(cell->subject, "uitbetaalde steun (Antwerpen)");
  EXPECT_EQ(cell->period, "2020");
  EXPECT_EQ(cell->measure, "uitbetaald");
}

// A time that grows faster than the text would not end here.
TEST(SubjectLinker, TakesOneEndlessSentence) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "in Gent 12 klachten (5 % van de stad), en in 2016 ";
  const Document document = analyzer().analyze("a.txt", text);
  EXPECT_GT(document.figures.size(), 20'000u);
  for (const Figure& figure : document.figures) ASSERT_LE(figure.subject.size(), 200u);
}

// So would one where each figure looks through all of the sentence before: as a line of records is one.
TEST(SubjectLinker, TakesEndlessSentencesAfterEachOther) {
  for (const std::string_view piece : {"1;", "2015;", "12 klachten;"}) {
    std::string text = "In 2014 waren er 3 klachten.\n";
    for (int line = 0; line < 3; ++line) {
      for (int i = 0; i < 15'000; ++i) text += line == 2 ? "1;" : piece;
      text += '\n';
    }
    const Document document = analyzer().analyze("a.txt", text);
    EXPECT_GT(document.figures.size(), 40'000u) << piece;
  }
}

TEST(SubjectLinker, TakesAnyTextInTheTimeOfItsLength) {
  for (const std::string_view piece :
       {"(5 % ", "van 5 ", ": 5 ", "- 2015: 6;", "5 klachten waarin ", "zal 5 hielden ", "5 a en ", "Gent 5 ",
        "\n- 5 a:", "5) ", "om 5 ", "dat 5 kost te ", "5 klachten die ", "ouder dan 5 jaar ", "5 keer ",
        "5 van de 6 klachten ", "12 dingen\n\n2 Dingen\n", "A\t5\tB\t6\n"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    const Document document = analyzer().analyze("a.txt", text);
    for (const Figure& figure : document.figures) ASSERT_LE(figure.subject.size(), 400u) << piece;
  }
}

}  // namespace
}  // namespace vraagbaak::indexer
