// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <string>

#include "indexer/readers/cell_values.h"
#include "indexer/readers/docx_reader.h"
#include "indexer/readers/open_document_reader.h"
#include "indexer/readers/xlsx_reader.h"
#include "indexer/readers/zip_archive.h"
#include "tests/indexer/readers/office_files.h"
#include "tests/support/reader_contract.h"

namespace vraagbaak::indexer {
namespace {

using testing_support::build_zip;

SourceText checked(Result<SourceText> source) {
  EXPECT_TRUE(source) << source.problem().message();
  if (!source) return {};
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  return std::move(source).value();
}

std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t>" + text +
         "</w:t></w:r></w:p>";
}

struct WordCase {
  const char* name;
  std::string body;
  std::string text;
};
class Word : public testing::TestWithParam<WordCase> {};
TEST_P(Word, BecomesRunningText) {
  EXPECT_EQ(checked(read_docx(testing_support::docx(GetParam().body), "a.docx")).text, GetParam().text);
}
const std::string kItem = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>";
const std::string kSubItem = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>";
INSTANTIATE_TEST_SUITE_P(
    Bodies, Word,
    testing::Values(
        WordCase{"paragraphs", p("Een zin.") + "<w:p/>" + p("Twee."), "Een zin.\n\nTwee.\n"},
        WordCase{
            "runs",
            "<w:p><w:r><w:t>minis</w:t></w:r><w:r><w:t xml:space=\"preserve\">ter </w:t></w:r><w:r><w:t>A"
            "</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r></w:p>",
            "minister A B\nC\n"},
        WordCase{"numbered",
                 p("Hoeveel?", kItem) + p("hier", kSubItem) + p("daar", kSubItem) + p("Waarom?", kItem),
                 "1. Hoeveel?\n\n1.a) hier\n\n1.b) daar\n\n2. Waarom?\n"},
        WordCase{"field",
                 "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>if "
                 "</w:instrText></w:r><w:r>"
                 "<w:fldChar "
                 "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>SECTIONPAGES</w:instrText></"
                 "w:r><w:r><w:fldChar "
                 "w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar "
                 "w:fldCharType=\"end\"/></w:r><w:r>"
                 "<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>uitkomst</w:t></w:r><w:r><w:fldChar "
                 "w:fldCharType=\"end\"/></w:r></w:p>",
                 "uitkomst\n"},
        WordCase{"text_box_once",
                 "<w:p><w:r><w:t>voor</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>" + p("kader") +
                     "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p("kader") +
                     "</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t> en na</w:t></w:r></w:p>",
                 "voor en na\n\nkader\n"},
        WordCase{"struck_out",
                 "<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins><w:r><w:t>nieuw</w:t>"
                 "</w:r></w:ins></w:p>",
                 "nieuw\n"},
        WordCase{"style_in_a_ring", p("tekst", "<w:pStyle w:val=\"Ring\"/>"), "tekst\n"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(DocxReader, KnowsHeadingsByStyle) {
  const SourceText source =
      checked(read_docx(testing_support::docx(p("Deel", "<w:pStyle w:val=\"Kop1\"/>") + p("a") +
                                              p("Punt", "<w:pStyle w:val=\"Eigen\"/>")),
                        "a.docx"));
  ASSERT_EQ(source.outline.headings.size(), 2U);
  EXPECT_EQ(source.outline.headings[0].level, 1);
  EXPECT_EQ(source.outline.headings[1].span.in(source.text), "Punt");
  EXPECT_EQ(source.outline.headings[1].level, 2);
}

TEST(DocxReader, PutsNotesBehindTheTextAndHeadersAside) {
  const SourceText source = checked(
      read_docx(testing_support::docx(
                    "<w:p><w:r><w:t>Zin</w:t><w:footnoteReference w:id=\"2\"/><w:t>.</w:t></w:r></w:p>",
                    "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\">" +
                        p("Bron.") + "</w:footnote>",
                    p("Ministerie")),
                "a.docx"));
  EXPECT_EQ(source.text, "Ministerie\n\nZin[1].\n\n[1] Bron.\n");
  ASSERT_EQ(source.outline.sections.size(), 2U);
  EXPECT_EQ(source.outline.sections[0].kind, SectionKind::furniture);
  EXPECT_EQ(source.outline.sections[1].kind, SectionKind::note);
  EXPECT_EQ(source.outline.sections[1].label, "1");
}

TEST(DocxReader, PutsFootnotesOnThePageThatCallsThem) {
  const auto call = [](const std::string& id) {
    return "<w:r><w:footnoteReference w:id=\"" + id + "\"/></w:r>";
  };
  const auto note = [](const std::string& id, const std::string& text) {
    return "<w:footnote w:id=\"" + id + "\">" + p(text) + "</w:footnote>";
  };
  const std::string next = "<w:r><w:lastRenderedPageBreak/></w:r>";
  const SourceText source =
      checked(read_docx(testing_support::docx("<w:p><w:r><w:t>Een</w:t></w:r>" + call("2") + "</w:p><w:p>" +
                                                  next + "<w:r><w:t>Twee</w:t></w:r>" + call("3") +
                                                  "</w:p><w:p>" + next + "<w:r><w:t>Drie</w:t></w:r></w:p>",
                                              note("2", "Bron.") + note("3", "Raming.")),
                        "a.docx"));
  const auto page_of = [&](std::string_view words) {
    const std::size_t at = source.text.find(words);
    for (const Page& page : source.pages)
      if (page.span.contains(at)) return page.number;
    return 0;
  };
  EXPECT_EQ(page_of("Een"), 1);
  EXPECT_EQ(page_of("Twee"), 2);
  EXPECT_EQ(page_of("Drie"), 3);
  EXPECT_EQ(page_of("[1] Bron"), 1);
  EXPECT_EQ(page_of("[2] Raming"), 2);
}

TEST(DocxReader, ReadsTablesAndPages) {
  const auto cell = [](const std::string& text, const std::string& span = "") {
    return "<w:tc>" + (span.empty() ? "" : "<w:tcPr><w:gridSpan w:val=\"" + span + "\"/></w:tcPr>") +
           p(text) + "</w:tc>";
  };
  const SourceText source = checked(
      read_docx(testing_support::docx(
                    p("voor") + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Stad") +
                    cell("2017", "2") + "</w:tr><w:tr>" + cell("Gent") + cell("12") + cell("1.500") +
                    "</w:tr></w:tbl><w:p><w:r><w:t>op een</w:t><w:lastRenderedPageBreak/><w:t> op twee</w:t>"
                    "</w:r></w:p>"),
                "a.docx"));
  EXPECT_EQ(source.text, "voor\n\nStad\t2017\nGent\t12\t1.500\n\nop een op twee\n");
  ASSERT_EQ(source.tables.size(), 1U);
  ASSERT_EQ(source.tables[0].cells.size(), 5U);
  EXPECT_EQ(source.tables[0].cells[1].columns, 2U);
  EXPECT_TRUE(source.tables[0].cells[1].header);
  ASSERT_EQ(source.pages.size(), 2U);
  EXPECT_EQ(source.pages[1].span.in(source.text), " op twee\n");
}

TEST(XlsxReader, ReadsSheetsWithTheirPlaces) {
  const SourceText source = checked(read_xlsx(
      testing_support::xlsx(
          "<x:sheetData><x:row r=\"2\"><x:c r=\"B2\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"C2\" "
          "t=\"s\"><x:v>2</x:v></x:c>"
          "<x:c r=\"D2\" t=\"inlineStr\"><x:is><x:t>Dag</x:t></x:is></x:c></x:row><x:row r=\"3\"><x:c "
          "r=\"B3\" t=\"s\">"
          "<x:v>1</x:v></x:c><x:c r=\"C3\" s=\"3\"><x:f>A1*2</x:f><x:v>1500.5</x:v></x:c><x:c r=\"D3\" "
          "s=\"1\">"
          "<x:v>45539</x:v></x:c></x:row><x:row><x:c /><x:c t=\"str\"><x:v>Gent</x:v></x:c><x:c "
          "s=\"2\"><x:v>0.125</x:v>"
          "</x:c><x:c t=\"e\"><x:v>#N/A</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell "
          "ref=\"B3:B4\"/>"
          "</x:mergeCells>",
          "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>"),
      "map/steun.xlsx"));
  EXPECT_EQ(source.text,
            "Steun\n\nGemeente\tBedrag\tDag\nSint-Niklaas\t€ 1500,5\t2024-09-04\nGent\t12,5%\t#N/A\n\nBron "
            "(verborgen "
            "blad)\n\n7\n");
  ASSERT_EQ(source.sheets.size(), 2U);
  EXPECT_EQ(source.sheets[0].name, "Steun");
  EXPECT_TRUE(source.sheets[1].hidden);
  ASSERT_EQ(source.sheets[0].marks.size(), 3U);
  EXPECT_EQ(source.sheets[0].marks[1].row, 2U);
  EXPECT_EQ(source.sheets[0].marks[1].column, 1U);
  ASSERT_EQ(source.tables.size(), 1U);
  EXPECT_EQ(source.tables[0].cells[3].rows, 2U);
}

TEST(XlsxReader, PartsTablesAtBlankRowsWithANewHeader) {
  const auto row = [](int number, const std::string& a, const std::string& b) {
    const std::string n = std::to_string(number);
    const auto cell = [&](const char* column, const std::string& text) {
      return text.empty() ? "" : "<c r=\"" + (column + n) + "\" t=\"str\"><v>" + text + "</v></c>";
    };
    return "<row r=\"" + n + "\">" + cell("A", a) + cell("B", b) + "</row>";
  };
  const SourceText source = checked(
      read_xlsx(testing_support::xlsx("<sheetData>" + row(1, "Titel", "") + row(3, "Stad", "Bedrag") +
                                      row(4, "Gent", "5") + row(6, "Totaal", "5") + row(8, "Jaar", "Aantal") +
                                      row(9, "2017", "9") + "</sheetData>"),
                "a.xlsx"));
  ASSERT_EQ(source.tables.size(), 2U);
  EXPECT_EQ(source.tables[0].cells.size(), 6U);  // the total below a blank row belongs to it
  EXPECT_TRUE(source.text.starts_with("Steun\n\nTitel\n\nStad\t"));
}

struct NumberCase {
  const char* name;
  std::string_view stored;
  NumberLook look;
  std::string shown;
};
class Number : public testing::TestWithParam<NumberCase> {};
TEST_P(Number, IsWrittenAsDutchTextDoes) {
  EXPECT_EQ(show_number(GetParam().stored, GetParam().look), GetParam().shown);
}
INSTANTIATE_TEST_SUITE_P(
    Values, Number,
    testing::Values(NumberCase{"whole", "15615031", NumberLook::plain, "15615031"},
                    NumberCase{"fraction", "0.1", NumberLook::plain, "0,1"},
                    NumberCase{"noise_of_doubles", "0.30000000000000004", NumberLook::plain, "0,3"},
                    NumberCase{"exponent", "1.5E-3", NumberLook::plain, "0,0015"},
                    NumberCase{"large_exponent", "2.5E+6", NumberLook::plain, "2500000"},
                    NumberCase{"negative", "-12.50", NumberLook::plain, "-12,5"},
                    NumberCase{"zero", "0", NumberLook::plain, "0"},
                    NumberCase{"percent", "0.1111", NumberLook::percent, "11,11%"},
                    NumberCase{"euro", "2000051.75", NumberLook::euro, "€ 2000051,75"},
                    NumberCase{"date", "45539", NumberLook::date, "2024-09-04"},
                    NumberCase{"date_before_the_day_that_never_was", "59", NumberLook::date, "1900-02-28"},
                    NumberCase{"date_after_it", "61", NumberLook::date, "1900-03-01"},
                    NumberCase{"moment", "45539.4375", NumberLook::date, "2024-09-04 10:30"},
                    NumberCase{"time", "0.5", NumberLook::date, "12:00"},
                    NumberCase{"no_number", "n.v.t.", NumberLook::percent, "n.v.t."},
                    NumberCase{"no_date", "1e300", NumberLook::date, "1.00000000000000e+300"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(CellValues, TellsWhatAFormatShows) {
  EXPECT_EQ(number_look(14, ""), NumberLook::date);
  EXPECT_EQ(number_look(9, ""), NumberLook::percent);
  EXPECT_EQ(number_look(2, ""), NumberLook::plain);
  EXPECT_EQ(number_look(170, "dd\\-mm\\-yyyy"), NumberLook::date);
  EXPECT_EQ(number_look(170, "0.0%"), NumberLook::percent);
  EXPECT_EQ(number_look(170, "#,##0.00\\ \"€\""), NumberLook::euro);
  EXPECT_EQ(number_look(170, "#,##0\" stuks\""), NumberLook::plain);
  EXPECT_EQ(number_look(170, "\"nooit gesloten"), NumberLook::plain);
}

TEST(OpenDocument, ReadsText) {
  const SourceText source = checked(
      read_odt(testing_support::open_document(
                   "text",
                   "<office:text><text:h text:outline-level=\"2\">Deel</text:h><text:p>Een<text:s "
                   "text:c=\"3\"/>zin<text:note>"
                   "<text:note-citation>1</text:note-citation><text:note-body><text:p>Bron.</text:p></"
                   "text:note-body></text:note>.<draw:"
                   "frame><draw:text-box><text:p>kader</text:p></draw:text-box></draw:frame></"
                   "text:p><text:list><text:list-item><text:p>"
                   "a</text:p></text:list-item></"
                   "text:list><table:table><table:table-row><table:table-cell><text:p>Stad</text:p></table:"
                   "table-cell><table:table-cell><text:p>2017</text:p></table:table-cell></"
                   "table:table-row><table:table-row><table:table-"
                   "cell><text:p>Gent</text:p></table:table-cell><table:table-cell><text:p>5</text:p></"
                   "table:table-cell></table:table-row>"
                   "</table:table></office:text>"),
               "a.odt"));
  EXPECT_EQ(source.text, "Deel\n\nEen zin[1].\n\nkader\n\n- a\n\nStad\t2017\nGent\t5\n\n[1] Bron.\n");
  EXPECT_EQ(source.outline.headings.at(0).level, 2);
  EXPECT_EQ(source.tables.size(), 1U);
}

TEST(OpenDocument, ReadsSpreadsheets) {
  const SourceText source =
      checked(read_ods(testing_support::open_document(
                           "spreadsheet",
                           "<office:automatic-styles><style:style style:name=\"ta2\" "
                           "style:family=\"table\"><style:table-properties "
                           "table:display=\"false\"/></style:style></"
                           "office:automatic-styles><office:spreadsheet><table:table table:name=\"Blad\" "
                           "table:style-name=\"ta2\"><table:table-row><table:table-cell "
                           "table:number-columns-repeated=\"2\"/><table:table-cell "
                           "office:value-type=\"string\"><text:p>Stad</text:p></"
                           "table:table-cell><table:table-cell><text:p>Bedrag</text:p></table:"
                           "table-cell></table:table-row><table:table-row "
                           "table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-"
                           "repeated=\"2\"/><table:table-cell><text:p>Gent</text:p></"
                           "table:table-cell><table:table-cell office:value-type="
                           "\"currency\" office:currency=\"EUR\" office:value=\"1500.5\"><text:p>€ "
                           "1.501</text:p></table:table-cell></table:table-"
                           "row><table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell "
                           "table:number-columns-repeated=\"16384\"/>"
                           "</table:table-row></table:table></office:spreadsheet>"),
                       "a.ods"));
  EXPECT_EQ(source.text, "Blad (verborgen blad)\n\nStad\tBedrag\nGent\t€ 1500,5\nGent\t€ 1500,5\n");
  EXPECT_EQ(source.sheets.at(0).marks.at(2).row, 2U);
  EXPECT_EQ(source.sheets.at(0).marks.at(2).column, 2U);
}

// The parts that each format must have, with this content.
std::string archive_of(const std::string& content, std::uint16_t flags = 0, std::uint32_t claimed = 0) {
  return build_zip({{"word/document.xml", content}, {"xl/workbook.xml", content}, {"content.xml", content}},
                   flags, claimed);
}
std::string empty() {
  return "";
}
std::string no_archive() {
  return "PK\x03\x04 en dan niets";
}
std::string cut_off() {
  return testing_support::docx("<w:p/>").substr(0, 300);
}
std::string without_its_part() {
  return build_zip({{"a.txt", "a"}});
}
std::string broken_xml() {
  return archive_of("<a><b></a>");
}
std::string locked() {
  return archive_of("<a/>", 1);
}
std::string bomb() {
  return archive_of(std::string(64 << 20, ' '));
}
std::string claims_much() {
  return archive_of("<a/>", 0, 0xFFFFFFF0);
}
std::string claims_little() {
  return archive_of("<a>" + std::string(5000, 'x') + "</a>", 0, 10);
}

struct BadFile {
  const char* name;
  std::string (*make)();  // its bytes; made when asked for, as some are large
  const char* said;
};
class BadOffice : public testing::TestWithParam<BadFile> {};
TEST_P(BadOffice, IsRefusedInOneLine) {
  const std::string bytes = GetParam().make();
  for (const auto& source : {read_docx(bytes, "stuk"), read_xlsx(bytes, "stuk"), read_odt(bytes, "stuk"),
                             read_ods(bytes, "stuk")}) {
    ASSERT_FALSE(source);
    EXPECT_NE(source.problem().message().find(GetParam().said), std::string::npos)
        << source.problem().message();
    EXPECT_EQ(source.problem().message().find('\n'), std::string::npos);
  }
}
INSTANTIATE_TEST_SUITE_P(Files, BadOffice,
                         testing::Values(BadFile{"empty", empty, "damaged"},
                                         BadFile{"no_archive", no_archive, "damaged"},
                                         BadFile{"cut_off", cut_off, "damaged"},
                                         BadFile{"without_its_part", without_its_part, "damaged"},
                                         BadFile{"broken_xml", broken_xml, "damaged"},
                                         BadFile{"locked", locked, "password"},
                                         BadFile{"bomb", bomb, "more than is safe"},
                                         BadFile{"claims_much", claims_much, "more than is safe"},
                                         BadFile{"claims_little", claims_little, "stuk: "}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(XlsxReader, BoundsTheNumberOfCells) {
  std::string rows;
  for (int i = 0; i < 4001; ++i) {
    rows += "<row>";
    for (int k = 0; k < 100; ++k) rows += "<c><v>1</v></c>";
    rows += "</row>";
  }
  const auto source = read_xlsx(testing_support::xlsx("<sheetData>" + rows + "</sheetData>"), "groot.xlsx");
  ASSERT_FALSE(source);
  EXPECT_NE(source.problem().message().find("400000 cells"), std::string::npos) << source.problem().message();
}

// A few hundred kilobytes of cells that name one long text, or repeat one.
TEST(XlsxReader, BoundsTheTextOfItsCells) {
  std::string rows;
  const std::string text(100'000, 'a');
  for (int i = 0; i < 100; ++i) rows += "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>";
  const std::string file =
      build_zip({{"xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" id=\"a\"/></sheets></workbook>"},
                 {"xl/_rels/workbook.xml.rels",
                  "<Relationships><Relationship Id=\"a\" Target=\"worksheets/s.xml\"/></Relationships>"},
                 {"xl/sharedStrings.xml", "<sst><si><t>" + text + "</t></si></sst>"},
                 {"xl/worksheets/s.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
  const auto source = read_xlsx(file, "groot.xlsx");
  ASSERT_FALSE(source);
  EXPECT_NE(source.problem().message().find("8 MiB of text"), std::string::npos)
      << source.problem().message();
}

TEST(OpenDocument, BoundsTheTextOfRepeatedCells) {
  const std::string content =
      "<table:table><table:table-row table:number-rows-repeated=\"1000\"><table:table-cell "
      "table:number-columns-repeated=\"300\"><text:p>" +
      std::string(100'000, 'a') + "</text:p></table:table-cell></table:table-row></table:table>";
  const auto source = read_ods(testing_support::open_document("spreadsheet", content), "groot.ods");
  ASSERT_FALSE(source);
  EXPECT_NE(source.problem().message().find("8 MiB of text"), std::string::npos)
      << source.problem().message();
}

// Two cells a row with all columns of a spreadsheet between them are no gigabyte of tabs.
TEST(XlsxReader, WritesAWideGapShort) {
  std::string rows;
  for (int i = 1; i <= 1000; ++i) {
    const std::string row = std::to_string(i);
    rows.append("<row><c r=\"A").append(row).append("\"><v>1</v></c><c r=\"XFD").append(row);
    rows.append("\"><v>2</v></c></row>");
  }
  const auto source = read_xlsx(testing_support::xlsx("<sheetData>" + rows + "</sheetData>"), "breed.xlsx");
  ASSERT_TRUE(source) << source.problem().message();
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  EXPECT_LT(source->text.size(), 200'000U);
  ASSERT_EQ(source->tables.size(), 1U);
  EXPECT_EQ(source->tables[0].cells.back().column, 16'383U);
}

TEST(XlsxReader, ReadsCellsBehindAStrayPhoneticRun) {
  const auto source =
      read_xlsx(testing_support::xlsx("<rPh/><sheetData><row><c t=\"inlineStr\"><is><t>Brug</t>"
                                      "<rPh><t>x</t></rPh></is></c></row></sheetData>"),
                "klank.xlsx");
  ASSERT_TRUE(source) << source.problem().message();
  EXPECT_NE(source->text.find("Brug\n"), std::string::npos) << source->text;
}

TEST(ZipArchive, BoundsEntries) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (std::size_t i = 0; i <= kMostEntries; ++i) entries.emplace_back(std::to_string(i), "");
  EXPECT_FALSE(ZipArchive::open(build_zip(entries), "veel.zip"));
}

}  // namespace
}  // namespace vraagbaak::indexer
