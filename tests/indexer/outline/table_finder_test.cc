// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "indexer/outline/table_header.h"
#include "indexer/outline/table_row.h"
#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

// "label: cell, cell" of one line.
std::string row_of(std::string_view line) {
  const TableRow row = read_table_row(line, {0, line.size()}, outline_rules());
  std::string out(row.label.in(line));
  out += ":";
  for (const RowCell& cell : row.cells) out.append(" [").append(cell.span.in(line)).append("]");
  return out;
}

struct RowCase {
  const char* name;
  std::string_view line;
  std::string_view row;
};
class Rows : public testing::TestWithParam<RowCase> {};
TEST_P(Rows, AreReadFromTheEnd) {
  EXPECT_EQ(row_of(GetParam().line), GetParam().row);
}
INSTANTIATE_TEST_SUITE_P(
    Forms, Rows,
    testing::Values(
        RowCase{"amounts", "Steun aan havens 53,00 38,82 ", "Steun aan havens: [53,00] [38,82]"},
        RowCase{"percentages", "Horeca +7,8% -4,9%", "Horeca: [+7,8%] [-4,9%]"},
        RowCase{"currency_before", "Kleine firma 257 € 8.473,00", "Kleine firma: [257] [€ 8.473,00]"},
        RowCase{"currency_behind", "Kleine firma 4 1.197.922 €", "Kleine firma: [4] [1.197.922 €]"},
        RowCase{"currency_word", "Plafond 25.000 euro 30.000 euro", "Plafond: [25.000 euro] [30.000 euro]"},
        RowCase{"date", "Webinar over export 14 oktober 2020 116",
                "Webinar over export: [14 oktober 2020] [116]"},
        RowCase{"quarter", "Omzet 3de kwartaal 2021 -4,5%", "Omzet: [3de kwartaal 2021] [-4,5%]"},
        RowCase{"nothing", "Middelgrote firma / /", "Middelgrote firma: [/] [/]"},
        RowCase{"no_label", "158 521 ", ": [158] [521]"},
        RowCase{"number_in_label", "Plan 2050+ 1 0,3", "Plan 2050+: [1] [0,3]"},
        RowCase{"prose", "De dienst telde 12 aanvragen in de zomer", ":"}, RowCase{"empty", "", ":"},
        RowCase{"blank", "   ", ":"}),
    [](const auto& row) { return std::string(row.param.name); });

std::string header_of(std::string_view text, std::size_t columns) {
  std::vector<ByteSpan> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text.substr(begin, end - begin).find_first_not_of(' ') != std::string_view::npos)
      lines.push_back({begin, end});
    begin = end + 1;
  }
  const auto header = divide_header(text, lines, columns, outline_rules());
  if (!header) return "none";
  std::string out = header->label_column + ":";
  for (const std::string& column : header->columns) out.append(" [").append(column).append("]");
  return out;
}

struct HeaderCase {
  const char* name;
  std::string_view text;
  std::size_t columns;
  std::string_view header;
};
class Headers : public testing::TestWithParam<HeaderCase> {};
TEST_P(Headers, AreDivided) {
  EXPECT_EQ(header_of(GetParam().text, GetParam().columns), GetParam().header);
}
INSTANTIATE_TEST_SUITE_P(
    Forms, Headers,
    testing::Values(
        HeaderCase{"words", "Maatregel 2018BA 2019BO 2020BA", 3, "Maatregel: [2018BA] [2019BO] [2020BA]"},
        HeaderCase{"capitals", "Grootte Aantal dossiers Steunbedrag in euro", 2,
                   "Grootte: [Aantal dossiers] [Steunbedrag in euro]"},
        HeaderCase{"no_label_column", " Projectpartners Toegekende steun", 2,
                   ": [Projectpartners] [Toegekende steun]"},
        HeaderCase{"wrapped", "Titel Datum Aantal\ndeelnemers", 2, "Titel: [Datum] [Aantal deelnemers]"},
        HeaderCase{"wrapped_with_blank_lines", "Soort Aantal\nfirma's\n\nAantal\npremies\n\nBedrag\nin euro",
                   3, "Soort: [Aantal firma's] [Aantal premies] [Bedrag in euro]"},
        HeaderCase{"wide_gaps", "Haven      aantal schepen     ton per jaar", 2,
                   "Haven: [aantal schepen] [ton per jaar]"},
        HeaderCase{"two_levels", " 2021 2022\n # \nprojecten\n\nsteun\n(MEUR) # projecten steun\n(MEUR)", 4,
                   ": [2021 # projecten] [2021 steun (MEUR)] [2022 # projecten] [2022 steun (MEUR)]"},
        HeaderCase{"one_over_all", " Beslist in 2022\n # projecten steun (MEUR)", 2,
                   ": [Beslist in 2022 # projecten] [Beslist in 2022 steun (MEUR)]"},
        HeaderCase{"two_levels_capitals", "Provincie 2021 2022\nAantal Bedrag Aantal Bedrag", 4,
                   "Provincie: [2021 Aantal] [2021 Bedrag] [2022 Aantal] [2022 Bedrag]"},
        HeaderCase{"years_behind_words", "Regio Meldingen 2021 Meldingen 2022", 2,
                   "Regio: [Meldingen 2021] [Meldingen 2022]"},
        HeaderCase{"too_few", "Aantal", 3, "none"}, HeaderCase{"nothing", "", 3, "none"}),
    [](const auto& row) { return std::string(row.param.name); });

std::string cells_of(const Document& document) {
  std::string out;
  for (const Table& table : document.tables)
    for (const Cell& cell : table.cells)
      out.append(cell.row_header)
          .append("|")
          .append(cell.column_header)
          .append("=")
          .append(cell.span.in(document.text))
          .append("; ");
  return out;
}

TEST(Tables, EmptyCellsLeaveOnlyBlanks) {
  const Document document = outline_of(
      "Tabel 3 Steun per jaar (in miljoen euro)\n\nMaatregel 2019 2020 2021 2022 \n\nHavens 1,0 2,0 3,0 4,0 "
      "\n\n"
      "Stranden  1,5  2,5 \n\nDuinen 9,0     \n\nKust 1,0 1,0 1,0 1,0 \n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].unit, "EUR");
  EXPECT_EQ(document.tables[0].scale_power, 6);
  EXPECT_EQ(cells_of(document),
            "Havens|2019=1,0; Havens|2020=2,0; Havens|2021=3,0; Havens|2022=4,0; Stranden|2020=1,5; "
            "Stranden|2022=2,5; "
            "Duinen|2019=9,0; Kust|2019=1,0; Kust|2020=1,0; Kust|2021=1,0; Kust|2022=1,0; ");
}

TEST(Tables, ABlankTooManyEndsTheLabel) {
  const Document document = outline_of(
      "Tabel 3 Steun\n\nMaatregel 2019 2020 2021 2022 \n\nHavens 1,0 2,0 3,0 4,0 \n\nDuinen  9,0 8,0   \n\n"
      "Stranden  7,0 6,0  \n\nKust 1,0 1,0 1,0 1,0 \n");
  EXPECT_EQ(cells_of(document),
            "Havens|2019=1,0; Havens|2020=2,0; Havens|2021=3,0; Havens|2022=4,0; Duinen|2019=9,0; "
            "Duinen|2020=8,0; Stranden|2020=7,0; Stranden|2021=6,0; Kust|2019=1,0; Kust|2020=1,0; "
            "Kust|2021=1,0; Kust|2022=1,0; ");
}

TEST(Tables, LayoutTextKeepsItsColumns) {
  const Document document = outline_of(
      "Haven              2020      2021      2022\n"
      "Nieuwpoort         1.200     1.300     1.400\n"
      "Blankenberge         900       950     1.000\n"
      "Zeebrugge                    4.000     4.100\n"
      "Oostende             700                 710\n");
  EXPECT_EQ(cells_of(document),
            "Nieuwpoort|2020=1.200; Nieuwpoort|2021=1.300; Nieuwpoort|2022=1.400; Blankenberge|2020=900; "
            "Blankenberge|2021=950; Blankenberge|2022=1.000; Zeebrugge|2021=4.000; Zeebrugge|2022=4.100; "
            "Oostende|2020=700; Oostende|2022=710; ");
}

TEST(Tables, SubRowsInheritTheLabelAboveThem) {
  const Document document = outline_of(
      "Indicator Periode Kust Binnenland \n\nAantal banen \n3de kwartaal 2020 +2,3% +3,8% \n\n"
      "3de kwartaal 2021 +0,2% +0,6% \n\nOmzet 3de kwartaal 2021 -3,6% -2,7% \n");
  EXPECT_EQ(cells_of(document),
            "Aantal banen|Periode=3de kwartaal 2020; Aantal banen|Kust=+2,3%; Aantal banen|Binnenland=+3,8%; "
            "Aantal banen|Periode=3de kwartaal 2021; Aantal banen|Kust=+0,2%; Aantal banen|Binnenland=+0,6%; "
            "Omzet|Periode=3de kwartaal 2021; Omzet|Kust=-3,6%; Omzet|Binnenland=-2,7%; ");
}

TEST(Tables, APageBreakRepeatsTheHeader) {
  const Document document = outline_of(
      "Tabel 4 Boten\n\nHaven 2019BA 2020BA \n\nNieuwpoort 12 14 \n\n\n\n   \n\n\n\n\n 7 \n\nHaven 2019BA "
      "2020BA \n\n"
      "Blankenberge 3 4 \n");
  EXPECT_EQ(cells_of(document),
            "Nieuwpoort|2019BA=12; Nieuwpoort|2020BA=14; Blankenberge|2019BA=3; Blankenberge|2020BA=4; ");
}

TEST(Tables, LabelsWrapOverLines) {
  const Document document = outline_of(
      "Tabel 5 Uitgaven\n\nPost Bedrag 2021 Bedrag 2022 \n\nUitgaven voor de aanleg van kaaien en voor de "
      "her-\n"
      "inrichting van dokken 20,00 25,00 \n\nStudies\n\n1,00 2,00 \n\nTotaal 21,00 27,00 \n");
  ASSERT_EQ(document.tables.size(), 1u);
  ASSERT_EQ(document.tables[0].cells.size(), 6u);
  EXPECT_EQ(document.tables[0].cells[0].row_header,
            "Uitgaven voor de aanleg van kaaien en voor de her-inrichting van dokken");
  EXPECT_EQ(document.tables[0].cells[2].row_header, "Studies");
}

TEST(Tables, YearsAboveTheRowsAreAHeader) {
  const Document document =
      outline_of("Tabel 1. Klachten\n\nDienst 2014 2015\n\nPost 1.911 2.204\nTrein 640 702\n");
  EXPECT_EQ(cells_of(document), "Post|2014=1.911; Post|2015=2.204; Trein|2014=640; Trein|2015=702; ");
}

TEST(Tables, NamesStandOverTheirColumns) {
  // Names of one column wrap; an upper line heads groups of columns that come back.
  const Document wrapped = outline_of(
      "Tabel 2 Zorg (in miljoen euro)\n\n"
      "Domein                 Uitvoering        Raming\n"
      "                             2019          2020\n"
      "Café-uitbating               12,5          13,0\n"
      "Kinderopvang                512,3         548,9\n");
  EXPECT_EQ(cells_of(wrapped),
            "Café-uitbating|Uitvoering 2019=12,5; Café-uitbating|Raming 2020=13,0; "
            "Kinderopvang|Uitvoering 2019=512,3; Kinderopvang|Raming 2020=548,9; ");
  const Document groups = outline_of(
      "                    2021                  2022\n"
      "Haven         Schepen     Droge bulk    Schepen     Droge bulk\n"
      "Oostende            -          1.204          -          1.187\n"
      "Gent              412         14.870        377         15.212\n"
      "Brugge            100            200        300            400\n");
  ASSERT_EQ(groups.tables.size(), 1u);
  EXPECT_EQ(groups.tables[0].columns,
            (std::vector<std::string>{"2021 Schepen", "2021 Droge bulk", "2022 Schepen", "2022 Droge bulk"}));
  EXPECT_EQ(groups.tables[0].cells.front().row_header, "Oostende");
}

TEST(Tables, ANewPageRepeatsAllOfTheHeader) {
  const std::string header =
      "Domein                 Uitvoering        Raming\n"
      "                             2019          2020\n";
  const Document document =
      outline_of("Tabel 2 Zorg\n\n" + header +
                 "Pleegzorg                    98,1         104,6\n\n\n\f   Begroting 2020\n\n" + header +
                 "Jeugdhulp                   430,0         455,2\n");
  EXPECT_EQ(cells_of(document),
            "Pleegzorg|Uitvoering 2019=98,1; Pleegzorg|Raming 2020=104,6; Jeugdhulp|Uitvoering 2019=430,0; "
            "Jeugdhulp|Raming 2020=455,2; ");
}

TEST(Tables, YearsAtTheStartOfRowsAreLabels) {
  const Document document = outline_of(
      "Jaar Aantal meldingen Schade in euro\n2019 122 1.250.000\n2020 108 980.500\n2021 (tot juni) 131 "
      "1.410.250\n\nVraag 4\nWaarom?\n");
  EXPECT_EQ(cells_of(document),
            "2019|Aantal meldingen=122; 2019|Schade in euro=1.250.000; 2020|Aantal meldingen=108; "
            "2020|Schade in euro=980.500; 2021 (tot juni)|Aantal meldingen=131; 2021 (tot juni)|Schade in "
            "euro=1.410.250; ");
}

TEST(Tables, ProseBetweenPartsTwoTables) {
  const Document document = outline_of(
      "Haven 2019 2020\nGent 1,0 2,0\nBrugge 3,0 4,0\n\nHet aantal schepen per haven was als volgt:\n\n"
      "Haven Zeeschepen Binnenschepen\nGent 10 20\nBrugge 30 40\n");
  ASSERT_EQ(document.tables.size(), 2u);
  EXPECT_EQ(document.tables[0].cells.size(), 4u);
  EXPECT_EQ(document.tables[1].columns, (std::vector<std::string>{"Zeeschepen", "Binnenschepen"}));
}

struct ScaleCase {
  const char* name;
  std::string_view text;
  std::string_view unit;
  int power;
};
class Scales : public testing::TestWithParam<ScaleCase> {};
TEST_P(Scales, AreReadAboveTheTable) {
  const Document document =
      outline_of(std::string(GetParam().text) + "\n\nHaven 2019 2020\nGent 1 2\nBrugge 3 4\n");
  ASSERT_EQ(document.tables.size(), 1u);
  EXPECT_EQ(document.tables[0].unit, GetParam().unit);
  EXPECT_EQ(document.tables[0].scale_power, GetParam().power);
}
INSTANTIATE_TEST_SUITE_P(
    Captions, Scales,
    testing::Values(ScaleCase{"million", "Tabel 1 Steun (in miljoen euro)", "EUR", 6},
                    ScaleCase{"times", "Tabel 1 Steun (x 1.000 EUR)", "EUR", 3},
                    ScaleCase{"times_alone", "Tabel 1 Inwoners (x 1.000)", "", 3},
                    ScaleCase{"meur", "Tabel 1 Steun (MEUR)", "EUR", 6},
                    ScaleCase{"none", "Tabel 1 Steun", "", 0},
                    ScaleCase{"lead", "Onderstaande tabel geeft de subsidies per haven (in euro).", "EUR",
                              0}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Tables, FieldsBetweenMarks) {
  const Document tabs = outline_of("Haven\t2020\t2021\nOostende\t12\t14\nNieuwpoort\t\t3\n");
  EXPECT_EQ(cells_of(tabs), "Oostende|2020=12; Oostende|2021=14; Nieuwpoort|2021=3; ");
  const Document quoted = outline_of("Haven;Aantal;Steun\n\"Oost; ende\";12;\"1.200\"\nBrugge;1;2\n");
  EXPECT_EQ(cells_of(quoted),
            "Oost; ende|Aantal=12; Oost; ende|Steun=1.200; Brugge|Aantal=1; Brugge|Steun=2; ");
  const Document bars = outline_of("| Haven | 2020 |\n|---|---|\n| Oostende | 12 |\n| Brugge | 3 |\n");
  EXPECT_EQ(cells_of(bars), "Oostende|2020=12; Brugge|2020=3; ");
}

TEST(Tables, ProseIsNone) {
  EXPECT_TRUE(outline_of("Tabel 9 geeft een overzicht van de steun. In 2022 waren dat 20 dossiers.\n\nDat "
                         "waren er 12 in 2021\n"
                         "en 14 in 2022\n")
                  .tables.empty());
  EXPECT_TRUE(
      outline_of("De steun liep van 2019 tot 2021\nen kostte in totaal 12 miljoen in 2022\n").tables.empty());
  EXPECT_TRUE(outline_of("Op vraag nr. 12 van 3 mei 2021\n").tables.empty());
  EXPECT_TRUE(
      outline_of("Brief van de dienst - 3 mei 2016\nBrief van de raad - 4 mei 2016\n").tables.empty());
}

}  // namespace
}  // namespace vraagbaak::indexer
