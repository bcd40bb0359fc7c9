// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/figure_finder.h"

#include <gtest/gtest.h>

#include "tests/analysis/figures/figure_test_support.h"

namespace vraagbaak::analysis {
namespace {

struct FigureCase {
  const char* name;
  std::string_view text;
  std::string_view figures;
};

class Figures : public testing::TestWithParam<FigureCase> {};
TEST_P(Figures, AreReadExactly) {
  EXPECT_EQ(describe(GetParam().text), GetParam().figures) << GetParam().text;
}

std::string name_of(const testing::TestParamInfo<FigureCase>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Money, Figures,
    testing::Values(
        FigureCase{"cents", "Het kost 2.000.051,75 euro.", "[2.000.051,75 euro] money 2000051.75 EUR"},
        FigureCase{"million", "een budget van 2,5 miljoen euro", "[2,5 miljoen euro] money 2500000 EUR"},
        FigureCase{"point_decimal", "goed voor 17.6 miljoen euro", "[17.6 miljoen euro] money 17600000 EUR"},
        FigureCase{"sign_before", "€250.000 werd besteed", "[€250.000] money 250000 EUR"},
        FigureCase{"code_before", "EUR 270.000 aan steun", "[EUR 270.000] money 270000 EUR"},
        FigureCase{"code_glued", "EUR270.000 aan steun", "[EUR270.000] money 270000 EUR"},
        FigureCase{"code_after", "(132.900 EUR)", "[132.900 EUR] money 132900 EUR"},
        FigureCase{"letter_m", "1,8 M euro", "[1,8 M euro] money 1800000 EUR"},
        FigureCase{"keur", "(343 kEUR)", "[343 kEUR] money 343000 EUR"},
        FigureCase{"k_euro_per_year", "max 500 k€/j steun", "[500 k€] money 500000 EUR max"},
        FigureCase{"meur", "5,5 MEUR", "[5,5 MEUR] money 5500000 EUR"},
        FigureCase{"mio", "3 mio EUR", "[3 mio EUR] money 3000000 EUR"},
        FigureCase{"words", "drie miljard euro", "[drie miljard euro] money 3000000000 EUR"},
        FigureCase{"article_million", "een miljoen euro", "[een miljoen euro] money 1000000 EUR"},
        FigureCase{"one_and_a_half", "anderhalf miljoen euro", "[anderhalf miljoen euro] money 1500000 EUR"},
        FigureCase{"broken_group", "steun van 94. 554.439 euro", "[94. 554.439 euro] money 94554439 EUR"},
        FigureCase{"broken_wide", "een toeslag  van 20.  200.735 euro",
                   "[20.  200.735 euro] money 20200735 EUR"},
        FigureCase{"broken_cents", "(1. 475.792,94 euro)", "[1. 475.792,94 euro] money 1475792.94 EUR"},
        FigureCase{"broken_after_word", "een bedrag van 12. 117.020 euro",
                   "[12. 117.020 euro] money 12117020 EUR"},
        FigureCase{"label_not_broken", "1. 200 euro per jaar", "[1] number 1 | [200 euro] money 200 EUR"},
        FigureCase{"label_of_money", "Dat klopt. 2. 270.000 euro is betaald.",
                   "[2] number 2 | [270.000 euro] money 270000 EUR"},
        FigureCase{"label_behind_colon", "Antwoord: 1. 200 euro per jaar",
                   "[1] number 1 | [200 euro] money 200 EUR"},
        FigureCase{"reference_not_broken", "zie vraag 3. 450 euro is betaald",
                   "[3] ordinal_ref 3 | [450 euro] money 450 EUR"},
        FigureCase{"dash_cents", "prijs: € 24,- per stuk", "[€ 24] money 24 EUR"},
        FigureCase{"negative", "een saldo van € -12", "[€ -12] money -12 EUR"},
        FigureCase{"cents_in_words", "dertien euro en vijfenveertig cent",
                   "[dertien euro en vijfenveertig cent] money 13.45 EUR"},
        FigureCase{"dollars", "US$ 3,14", "[US$ 3,14] money 3.14 USD"},
        FigureCase{"francs", "100.000 Belgische frank", "[100.000 Belgische frank] money 100000 BEF"},
        FigureCase{"range", "van 2.500 tot 5.000 euro",
                   "[2.500] money 2500 EUR min | [5.000 euro] money 5000 EUR max"},
        FigureCase{"scaled_range", "2 à 3 miljoen euro",
                   "[2] money 2000000 EUR min | [3 miljoen euro] money 3000000 EUR max"},
        FigureCase{"currency_of_both", "€ 5-10 miljoen voor Gent",
                   "[€ 5] money 5000000 EUR min | [10 miljoen] money 10000000 EUR max"},
        FigureCase{"from_to", "van 8.500 naar 30.000 euro",
                   "[8.500] money 8500 EUR | [30.000 euro] money 30000 EUR"},
        FigureCase{
            "millions_again", "van 70 miljoen euro in 2020 naar 216 miljoen in 2023",
            "[70 miljoen euro] money 70000000 EUR | [2020] year 2020 | [216 miljoen] money 216000000 EUR | "
            "[2023] year 2023"},
        FigureCase{"millions_of_others", "Dat kost 70 miljoen euro. Er zijn 11 miljoen Belgen.",
                   "[70 miljoen euro] money 70000000 EUR | [11 miljoen] count 11000000 Belgen"},
        FigureCase{"between_one_and_five", "tussen een en vijf miljoen euro",
                   "[een] money 1000000 EUR min | [vijf miljoen euro] money 5000000 EUR max"},
        FigureCase{"foreign", "3 miljoen Congolese frank", "[3 miljoen Congolese frank] money 3000000 CDF"},
        FigureCase{"old_currency", "620 Nederlandse gulden", "[620 Nederlandse gulden] money 620 NLG"},
        FigureCase{"hedged", "ca. 270.000 euro", "[270.000 euro] money 270000 EUR ~"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Quantities, Figures,
    testing::Values(
        FigureCase{"percent", "11,11% en 40 procent",
                   "[11,11%] percentage 11.11 % | [40 procent] percentage 40 %"},
        FigureCase{"signed_percent", "-2,4% tegenover +24,0%",
                   "[-2,4%] percentage -2.4 % | [+24,0%] percentage 24 %"},
        FigureCase{"percentage_point", "2 procentpunten hoger", "[2 procentpunten] percentage 2 procentpunt"},
        FigureCase{"spaced_thousands", "14 000 professionals", "[14 000] count 14000 professionals"},
        FigureCase{"zero_point", "een waarde van 0.200", "[0.200] number 0.2"},
        FigureCase{"half_sign", "½ VTE", "[½] count 0.5 VTE"},
        FigureCase{"area", "100,78 ha en 12ha", "[100,78 ha] area 100.78 ha | [12ha] area 12 ha"},
        FigureCase{"one_in_three", "1 op de 3 jongeren", "[1 op de 3] ratio 0.333333333333333"},
        FigureCase{"two_in_three", "2 op 3 bedrijven", "[2 op 3] ratio 0.666666666666667"},
        FigureCase{"fifty_fifty", "een verdeling 50/50", "[50/50] ratio"},
        FigureCase{"per_thousand", "111,0 zelfstandigen/1.000 inwoners",
                   "[111,0 zelfstandigen/1.000 inwoners] ratio 111 zelfstandigen/1.000 inwoners"},
        FigureCase{"between", "tussen de 80 en 130 ondernemers",
                   "[80] count 80 ondernemers min | [130] count 130 ondernemers max"},
        FigureCase{"word_compound", "tweeëntwintig aanvragen", "[tweeëntwintig] count 22 aanvragen"},
        FigureCase{"adjectives", "17 structurele partners van het agentschap", "[17] count 17 partners"},
        FigureCase{"or_more", "10 werknemers of meer", "[10] count 10 werknemers min"},
        FigureCase{"quarter_part", "een kwart van de scholen", "[een kwart] ratio 0.25"},
        FigureCase{"half_part", "meer dan de helft van de scholen", "[helft] ratio 0.5 ~ min"},
        FigureCase{"two_days", "het 2-daags congres", "[2] number 2 dagen"},
        FigureCase{"ages", "de 20-59-jarigen", "[20] number 20 jaar min | [59] number 59 jaar max"},
        FigureCase{"none_yet", "Er zijn nog geen investeringen gedaan", "[nog geen] count 0 investeringen"},
        FigureCase{"tally", "een 5-tal clusters", "[5] count 5 clusters ~"},
        FigureCase{"uninflected", "één sociaal fonds", "[één] count 1 fonds"},
        FigureCase{"two_nouns", "3 innovator zones", "[3] count 3 zones"},
        FigureCase{"shared_head", "twee incubatie- en acceleratiefondsen",
                   "[twee] count 2 acceleratiefondsen"},
        FigureCase{"sign_of_the_next", "Totaal 300 € 9.900.575,00",
                   "[300] number 300 | [€ 9.900.575,00] money 9900575 EUR"},
        FigureCase{"row_of_threes", "695 736 759", "[695] number 695 | [736] number 736 | [759] number 759"},
        FigureCase{"dozens", "tientallen ondernemingen", "[tientallen] count ondernemingen ~"},
        FigureCase{"max_noun", "een maximum steunplafond van 7.500 euro", "[7.500 euro] money 7500 EUR max"},
        FigureCase{"broken_count", "Aantal hits: 18. 771", "[18. 771] number 18771"},
        FigureCase{"broken_before_bullet", "2017: 463. 685- Dat is meer.",
                   "[2017] year 2017 | [463. 685] number 463685"},
        FigureCase{"broken_before_label", "2017: 463. 685.2. De rest volgt.",
                   "[2017] year 2017 | [463. 685] number 463685 | [2] ordinal_ref 2"},
        FigureCase{"broken_behind_years", "in het seizoen 2015/2016   12. 117.020 euro",
                   "[2015/2016] period 2015..2016 | [12. 117.020 euro] money 12117020 EUR"},
        FigureCase{"broken_before_stop", "in Gent stierven er 2. 596.", "[2. 596] number 2596"},
        FigureCase{"broken_million", "op een totaal van 1. 000.000.", "[1. 000.000] number 1000000"},
        FigureCase{"sentence_not_broken", "Er waren er 12. 450 mensen kwamen te voet.",
                   "[12] number 12 | [450] count 450 mensen"},
        FigureCase{"phone_not_broken", "Bel 12. 345.67.89 voor hulp.",
                   "[12] number 12 | [345.67.89] ordinal_ref"},
        FigureCase{"sign_in_brackets", "lager (- 0,16 %) of hoger (+ 0,2 %)",
                   "[- 0,16 %] percentage -0.16 % | [+ 0,2 %] percentage 0.2 %"},
        FigureCase{"four_listed", "43 uit Gent en vier uit Brugge", "[43] number 43 | [vier] number 4"},
        FigureCase{"four_or_five", "om vier à vijf centra op te richten",
                   "[vier] count 4 centra min | [vijf] count 5 centra max"},
        FigureCase{"verb_and_no_four", "De minister vier het met ons", ""},
        FigureCase{"in_brackets", "uit Gent (102), Brugge (24) en Aalst (5)",
                   "[102] number 102 | [24] number 24 | [5] number 5"},
        FigureCase{"mark_in_brackets", "volgens de dienst (1) en anderen", "[1] ordinal_ref 1"},
        FigureCase{"younger_than", "leeftijden: -18, 18-24 en +65 jaar",
                   "[18] number 18 | [18] number 18 min | [24] number 24 jaar max | [+65] number 65 jaar"},
        FigureCase{"signed_series", "+ 3,6 % in de stad, - 4,2 % in de rand",
                   "[3,6 %] percentage 3.6 % | [- 4,2 %] percentage -4.2 %"},
        FigureCase{"dash_before_share", "de rand - 4,2 % - groeit", "[4,2 %] percentage 4.2 %"},
        FigureCase{"no_share", "13.500 bedrijven (90 % klein), tegenover 3.900 in 2015",
                   "[13.500] count 13500 bedrijven | [90 %] percentage 90 % | [3.900] number 3900 | [2015] "
                   "year 2015"},
        FigureCase{"plural_name", "de drie Gewesten stijgen", "[drie] count 3 Gewesten"},
        FigureCase{"noun_behind_or_more", "twee of meer vestigingen", "[twee] count 2 vestigingen min"},
        FigureCase{"once_or_twice", "één à twee keer", "[één] count 1 keer min | [twee] count 2 keer max"},
        FigureCase{"shared_scale", "zes- à zevenhonderd leden",
                   "[zes] count 600 leden min | [zevenhonderd] count 700 leden max"},
        FigureCase{"shared_unit", "de 13- en 14-jarigen", "[13] number 13 jaar | [14] number 14 jaar"},
        FigureCase{"part_of_millions", "2,2 miljoen van de 3,6 miljoen simkaarten",
                   "[2,2 miljoen] count 2200000 simkaarten | [3,6 miljoen] count 3600000 simkaarten"},
        FigureCase{"fifths", "een 4/5de betrekking", "[4/5de] ratio 0.8"},
        FigureCase{"proportion", "een ratio van 1:8 of een verhouding 3:2",
                   "[1:8] ratio 0.125 | [3:2] ratio 1.5"},
        FigureCase{"inborn", "12 aangeboren aandoeningen", "[12] count 12 aandoeningen"},
        FigureCase{"table_row", "158 521 1.039.200 1.995",
                   "[158] number 158 | [521] number 521 | [1.039.200] number 1039200 | [1.995] number 1995"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Dates, Figures,
    testing::Values(
        FigureCase{"written", "op 17 juni 2022", "[17 juni 2022] date 2022-06-17"},
        FigureCase{"numeric", "op 17/06/2022 en 31.12.2022",
                   "[17/06/2022] date 2022-06-17 | [31.12.2022] date 2022-12-31"},
        FigureCase{"two_days", "(21-22/02/2019)", "[21-22/02/2019] period 2019-02-21..2019-02-22"},
        FigureCase{"months", "juni 2020 - mei 2022", "[juni 2020 - mei 2022] period 2020-06..2022-05"},
        FigureCase{"until", "1 september 2020 tot en met 30 april 2022",
                   "[1 september 2020 tot en met 30 april 2022] period 2020-09-01..2022-04-30"},
        FigureCase{"quarter", "3de kwartaal 2021", "[3de kwartaal 2021] period 2021-07..2021-09"},
        FigureCase{"quarter_in_words", "het derde kwartaal van 2021",
                   "[derde kwartaal van 2021] period 2021-07..2021-09"},
        FigureCase{"school_year", "cursusjaar 2021-2022", "[2021-2022] period 2021..2022"},
        FigureCase{"note_mark", "de periode 2021-202552",
                   "[2021-2025] period 2021..2025 | [52] ordinal_ref 52"},
        FigureCase{"apostrophe", "2e kwartaal '21 en 2019-'20",
                   "[2e kwartaal '21] period 2021-04..2021-06 | [2019-'20] period 2019..2020"},
        FigureCase{"end_of_year", "eind 2019", "[2019] year 2019"},
        FigureCase{"no_year", "uiterlijk op 30 september.", "[30 september] date --09-30"},
        FigureCase{"glued", "van 30 juli 2018gaf de minister", "[30 juli 2018] date 2018-07-30"},
        FigureCase{
            "glued_series", "1. Per jaar:2012: 652013: 932014: 97",
            "[1] ordinal_ref 1 | [2012] year 2012 | [65] number 65 | [2013] year 2013 | [93] number 93 | "
            "[2014] year 2014 | [97] number 97"},
        FigureCase{
            "glued_next_answer", "1. Er waren in 2012: 652013: 1392. De rest volgt.",
            "[1] ordinal_ref 1 | [2012] year 2012 | [65] number 65 | [2013] year 2013 | [139] number 139 | "
            "[2] ordinal_ref 2"},
        FigureCase{"no_glued_series", "in 2012: 652015: dat klopt",
                   "[2012] year 2012 | [652015] number 652015"},
        FigureCase{"dash_of_next_item", "geen module in 2014- 2015:Gent",
                   "[2014] year 2014 | [2015] year 2015"},
        FigureCase{"dash_before_date", "in Nepal -26 april tot 4 mei 2015;",
                   "[26 april tot 4 mei 2015] period 2015-04-26..2015-05-04"},
        FigureCase{"days_of_a_month", "op 3, 4 en 5 mei 2019",
                   "[3] date 2019-05-03 | [4] date 2019-05-04 | [5 mei 2019] date 2019-05-05"},
        FigureCase{"channel_before_date", "Radio 1, 13 november 2024",
                   "[1] number 1 | [13 november 2024] date 2024-11-13"},
        FigureCase{"week", "in week 12 van 2020", "[week 12 van 2020] period 2020-03-16..2020-03-22"},
        FigureCase{"french", "Mardi 18 mars 2025", "[18 mars 2025] date 2025-03-18"},
        FigureCase{"abbreviated_until", "De periode 2014 t.e.m. 2018",
                   "[2014 t.e.m. 2018] period 2014..2018"},
        FigureCase{"each_year", "elk jaar 800 agenten", "[800] count 800 agenten"},
        FigureCase{"no_such_day", "2015-1-32", "[2015-1-32] ordinal_ref"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    References, Figures,
    testing::Values(
        FigureCase{"question", "op vraag nr. 761 van 17 juni 2022",
                   "[761] ordinal_ref 761 | [17 juni 2022] date 2022-06-17"},
        FigureCase{"article", "artikel 15 van Verordening (EU) 2018/1999",
                   "[15] ordinal_ref 15 | [2018/1999] ordinal_ref"},
        FigureCase{"list_number", "6. Op dit moment", "[6] ordinal_ref 6"},
        FigureCase{"list_numbers", "Dat is zo. 2. en 3. De dienst", "[2] ordinal_ref 2 | [3] ordinal_ref 3"},
        FigureCase{"glued_to_a_word", "leeg geproduceerd door er10,4 miljard kubieke meter",
                   "[10,4 miljard kubieke meter] number 10400000000 m3"},
        FigureCase{"end_of_a_code", "kleur XQ12,4 miljoen keer", ""},
        FigureCase{"glued_list_number", "per Gewest?2. Om hoeveel", "[2] ordinal_ref 2"},
        FigureCase{"no_list_number", "in 2015: 12. In 2016: 14.",
                   "[2015] year 2015 | [12] number 12 | [2016] year 2016 | [14] number 14"},
        FigureCase{"behind_quotation", "Dat mag niet.\"2. De dienst", "[2] ordinal_ref 2"},
        FigureCase{"inline_items", "de zones: 1) havens; 2) netten", "[1] ordinal_ref 1 | [2] ordinal_ref 2"},
        FigureCase{"lost_sign", "artikel 60?7 van de wet", "[60] ordinal_ref 60 | [7] ordinal_ref 7"},
        FigureCase{"papers", "Kamerstuk 21 501-20, nr. 218",
                   "[21 501-20] ordinal_ref | [218] ordinal_ref 218"},
        FigureCase{"note_mark", "verschenen in het artikel?1", "[1] ordinal_ref 1"},
        FigureCase{"section", "1.2. Doelstellingen van het plan", "[1.2] ordinal_ref"},
        FigureCase{"version", "de Industrie 4.0 in Vlaanderen", ""},
        FigureCase{"clock", "geopend om 9.33 uur en om 14u30", ""},
        FigureCase{"code", "zie ECLI:NL:XXABC:2021:6269", ""},
        FigureCase{"rank", "de 7de editie", "[7de] ordinal_ref 7"},
        FigureCase{"phone", "Bel +32 2 552 66 35 of tel. 02 552 66 35.", ""},
        FigureCase{"address", "https://voorbeeld.be/2019?x=30%25 en a12@b34.be", ""},
        FigureCase{"names", "COVID-19, FLUX50, 3D-print en 5G", ""},
        FigureCase{"mark_alone", "Zo nee, waarom niet? 1\n\nAntwoord 1",
                   "[1] ordinal_ref 1 | [1] ordinal_ref 1"},
        FigureCase{"items_of_a_law", "artikel 12, § 3, 2°, van de wet",
                   "[12] ordinal_ref 12 | [3] ordinal_ref 3 | [2°] ordinal_ref 2"},
        FigureCase{"times", "van 8:30 tot 20:00 uur", ""},
        FigureCase{"file_number", "vraagnummer 2024Z10001", ""},
        FigureCase{"annex_code", "2016201700000-16-1007-nl-fr-1 volgt",
                   "[2016201700000-16-1007] ordinal_ref"},
        FigureCase{"number_behind_address", "zie www.voorbeeld.be). 2. De dienst", "[2] ordinal_ref 2"},
        FigureCase{"number_in_a_name", "de Groep van Tien en de Schijf van Vijf", ""},
        FigureCase{"article_word", "een project en een derde punt", ""}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    VerbsAndLostBlanks, Figures,
    testing::Values(
        FigureCase{"participle_is_not_counted", "Daarnaast werd 6 miljard beloofd.",
                   "[6 miljard] number 6000000000"},
        FigureCase{"verb_behind_number_word", "Dit valt buiten de schijf van vijf valt op.",
                   "[vijf] number 5"},
        FigureCase{"one_thing_then_infinitive", "Zij willen in één oogopslag kiezen.",
                   "[één] count 1 oogopslag"},
        FigureCase{"participle_before_noun", "De drie betrokken landen besloten.", "[drie] count 3 landen"},
        FigureCase{"adverb_before_participle", "Alle drie excellent beoordeelde aanvragen komen aan bod.",
                   "[drie] count 3 aanvragen"},
        FigureCase{"verb_before_pronoun", "Welke maatregelen acht u nodig?", ""},
        FigureCase{"half_a_month", "Half oktober 2020 kwam er een aanval.", "[oktober 2020] date 2020-10"},
        FigureCase{"month_glued_to_year", "Gepubliceerd op 4 november2024.",
                   "[4 november2024] date 2024-11-04"},
        FigureCase{"formula", "De uitstoot van CO 2 daalt.", ""},
        FigureCase{"mark_before_bracket", "Kent u dit bericht? 1)\n", "[1] ordinal_ref 1"},
        FigureCase{"file_and_paper", "Zie de brief (23 432-537).", "[23 432-537] ordinal_ref"},
        FigureCase{"address_without_www", "Zie blad.nl/artikel/2544064-aantal en verder.", ""},
        FigureCase{"money_by_its_source", "Zij voegt 8,97 miljoen uit de relanceprovisie toe.",
                   "[8,97 miljoen] money 8970000 EUR"},
        FigureCase{"millions_of_nothing_known", "Er kwamen 8,97 miljoen uit de stad.",
                   "[8,97 miljoen] number 8970000"},
        FigureCase{"named_by_number", "De regering keurt addendum 3 goed.", "[3] ordinal_ref 3"}),
    name_of);

TEST(FiguresInCells, TakeUnitAndScaleOfTheTable) {
  const auto figures = finder().find_in_cell(
      "43,00", {.unit = "EUR", .scale_power = 6, .column_header = "2019", .row_header = ""});
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_EQ(figures[0].kind, FigureKind::money);
  EXPECT_EQ(figures[0].value->print(), "43000000");
  EXPECT_EQ(figures[0].unit, "EUR");
}

TEST(FiguresInCells, TakeTheUnitOfTheHeader) {
  const auto figures = finder().find_in_cell(
      "2,7", {.unit = "", .scale_power = 0, .column_header = "2017 steun (MEUR)", .row_header = ""});
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_EQ(figures[0].value->print(), "2700000");
  const auto counts = finder().find_in_cell(
      "29", {.unit = "", .scale_power = 0, .column_header = "2017 # projecten", .row_header = ""});
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_EQ(counts[0].kind, FigureKind::count);
  EXPECT_EQ(counts[0].unit, "projecten");
}

TEST(FiguresInCells, CountWhereTheColumnOrRowSaysSo) {
  const CellContext column{
      .unit = "EUR", .scale_power = 3, .column_header = "Aantal dossiers", .row_header = ""};
  const auto of_column = finder().find_in_cell("4.774", column);
  ASSERT_EQ(of_column.size(), 1u);
  EXPECT_EQ(describe(of_column[0], "4.774"), "[4.774] count 4774 dossiers");
  const CellContext row{.unit = "EUR", .scale_power = 0, .column_header = "2021", .row_header = "Aantal"};
  const auto of_row = finder().find_in_cell("12", row);
  ASSERT_EQ(of_row.size(), 1u);
  EXPECT_EQ(describe(of_row[0], "12"), "[12] count 12");
}

TEST(FiguresInCells, KeepTheScaleWhereTheColumnRepeatsTheUnit) {
  const CellContext context{
      .unit = "EUR", .scale_power = 6, .column_header = "Steun in euro", .row_header = ""};
  const auto figures = finder().find_in_cell("2,5", context);
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_EQ(describe(figures[0], "2,5"), "[2,5] money 2500000 EUR");
}

TEST(FiguresInCells, KeepWhatTheCellSaysItself) {
  const auto figures =
      finder().find_in_cell("50%", {.unit = "EUR", .scale_power = 6, .column_header = "", .row_header = ""});
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_EQ(figures[0].kind, FigureKind::percentage);
  EXPECT_EQ(figures[0].value->print(), "50");
}

TEST(TableUnits, AreReadFromCaptions) {
  EXPECT_EQ(finder().unit_in("Budget (in miljoen euro)"), (TableUnit{"EUR", 6, false}));
  EXPECT_EQ(finder().unit_in("Bedragen (x 1.000 EUR)"), (TableUnit{"EUR", 3, false}));
  EXPECT_EQ(finder().unit_in("in duizenden euro"), (TableUnit{"EUR", 3, false}));
  EXPECT_EQ(finder().unit_in("Aandeel (%)"), (TableUnit{"%", 0, false}));
  EXPECT_EQ(finder().unit_in("Naam van de begunstigde"), (TableUnit{}));
}

}  // namespace
}  // namespace vraagbaak::analysis
