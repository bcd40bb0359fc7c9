// SPDX-License-Identifier: EUPL-1.2
// Documents of every kind, from file to citation: the page that a figure's quote begins on, or its sheet and
// cell.
#include <map>

#include "system/child_process.h"
#include "tests/cli/program.h"
#include "tests/indexer/readers/office_files.h"
#include "tests/support/pdf_builder.h"

namespace vraagbaak {
namespace {

using Places = ProgramTest;
using testing_support::PdfText;

struct Spot {
  std::string document;
  std::string text;  // of the figure
  std::string page;  // as JSON prints it; empty: none
  std::string sheet;
  std::string cell;
};

std::string paragraph(const std::string& before, const std::string& behind = "") {
  return "<w:p><w:r><w:t>" + before + "</w:t>" +
         (behind.empty() ? "" : "<w:lastRenderedPageBreak/><w:t>" + behind + "</w:t>") + "</w:r></w:p>";
}

std::string value(const std::string& cell, const std::string& number) {
  return "<c r=\"" + cell + "\"><v>" + number + "</v></c>";
}
std::string word(const std::string& cell, const std::string& text) {
  return "<c r=\"" + cell + "\" t=\"str\"><v>" + text + "</v></c>";
}

std::string docx() {
  return testing_support::docx(paragraph("De haven kreeg 1301 euro.") +
                               paragraph("De kade kreeg 1302 euro. En", " de sluis kreeg 1303 euro.") +
                               paragraph("De brug kreeg 1304 euro.") +
                               paragraph("Er", " bleef 1305 euro over."));
}

std::string xlsx() {
  return testing_support::xlsx(
      "<sheetData><row r=\"1\">" + word("A1", "Steun aan havens") + "</row><row r=\"3\">" +
          word("B3", "Haven") + word("C3", "Bedrag (euro)") + word("E3", "Dossiers") + "</row><row r=\"4\">" +
          word("B4", "Gent") + value("C4", "1401") + value("E4", "1402") + "</row><row r=\"5\">" +
          word("B5", "Zeebrugge") + value("C5", "1403.5") + "</row><row r=\"7\">" + word("B7", "Oostende") +
          value("C7", "1404") + value("E7", "1405") + "</row><row r=\"1000\">" + word("B1000", "Totaal") +
          value("C1000", "1406") + "</row></sheetData>",
      "<sheetData><row r=\"2\">" + word("Z2", "Jaar") + word("AB2", "Aantal") + "</row><row r=\"3\">" +
          word("Z3", "x") + value("AB3", "1407") + "</row><row r=\"4\">" + word("Z4", "y") +
          value("AB4", "1408") + "</row></sheetData>");
}

std::string pdf() {
  return testing_support::build_pdf({{{72, 700, "De haven kreeg 1501 euro."}},
                                     {{72, 700, "De kade kreeg 1502 euro en de sluis"}},
                                     {{72, 700, "kreeg daarna nog 1503 euro."},
                                      {72, 500, "Haven"},
                                      {250, 500, "Steun"},
                                      {350, 500, "Dossiers"},
                                      {72, 484, "Gent"},
                                      {250, 484, "1504"},
                                      {350, 484, "1505"},
                                      {72, 468, "Aalst"},
                                      {250, 468, "1506"},
                                      {350, 468, "1507"},
                                      {72, 452, "Brugge"},
                                      {250, 452, "1508"},
                                      {350, 452, "1509"}},
                                     {{72, 700, "Er bleef 1510 euro over."}}});
}

// What `figures --json` says of each figure, by document and text.
std::map<std::pair<std::string, std::string>, nlohmann::json> by_text(
    const std::vector<nlohmann::json>& figures) {
  std::map<std::pair<std::string, std::string>, nlohmann::json> found;
  for (const auto& figure : figures) {
    std::string text = figure.at("text").get<std::string>();
    text = text.substr(0, text.find(' '));
    found[{figure.at("document").get<std::string>(), text}] = figure;
  }
  return found;
}

TEST_F(Places, AreThoseOfTheFigure) {
  write("docs/brief.docx", docx());
  write("docs/steun.xlsx", xlsx());
  write("docs/cijfers.csv",
        "Haven;Jaar;Bedrag\nGent;2017;1601\n\n\"Brug;ge\";2018;1602,5\nAalst;2018;1603\n");
  write(
      "docs/blad.ods",
      testing_support::open_document(
          "spreadsheet",
          "<table:table table:name=\"Blad\"><table:table-row><table:table-cell table:number-columns-repeated="
          "\"2\"/><table:table-cell><text:p>Haven</text:p></table:table-cell><table:table-cell><text:p>Steun"
          "</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-"
          "columns-repeated=\"2\"/><table:table-cell><text:p>Gent</text:p></"
          "table:table-cell><table:table-cell "
          "office:value-type=\"float\" "
          "office:value=\"1701\"/></table:table-row><table:table-row><table:table-"
          "cell "
          "table:number-columns-repeated=\"2\"/><table:table-cell><text:p>Aalst</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"float\" office:value=\"1702\"/></table:table-row>"
          "</table:table>"));
  write("docs/tekst.txt",
        "De haven kreeg 1801 euro.\n\fDe kade kreeg 1802 euro.\n\fDe sluis kreeg 1803 euro.\n");
  write("docs/pagina.html", "<html><body><p>De haven kreeg 1901 euro.</p></body></html>");
  std::vector<Spot> spots = {
      {"brief.docx", "1301", "1", "", ""},          {"brief.docx", "1302", "1", "", ""},
      {"brief.docx", "1303", "1", "", ""},          {"brief.docx", "1304", "2", "", ""},
      {"brief.docx", "1305", "2", "", ""},          {"steun.xlsx", "1401", "", "Steun", "C4"},
      {"steun.xlsx", "1402", "", "Steun", "E4"},    {"steun.xlsx", "1403,5", "", "Steun", "C5"},
      {"steun.xlsx", "1404", "", "Steun", "C7"},    {"steun.xlsx", "1405", "", "Steun", "E7"},
      {"steun.xlsx", "1406", "", "Steun", "C1000"}, {"steun.xlsx", "1407", "", "Bron", "AB3"},
      {"steun.xlsx", "1408", "", "Bron", "AB4"},    {"cijfers.csv", "1601", "", "", "C2"},
      {"cijfers.csv", "1602,5", "", "", "C4"},      {"cijfers.csv", "1603", "", "", "C5"},
      {"blad.ods", "1701", "", "Blad", "D2"},       {"blad.ods", "1702", "", "Blad", "D3"},
      {"tekst.txt", "1801", "1", "", ""},           {"tekst.txt", "1802", "2", "", ""},
      {"tekst.txt", "1803", "3", "", ""},           {"pagina.html", "1901", "", "", ""},
  };
  if (system::find_program("pdftotext")) {
    write("docs/nota.pdf", pdf());
    const std::vector<Spot> in_pdf = {{"nota.pdf", "1501", "1", "", ""}, {"nota.pdf", "1502", "2", "", ""},
                                      {"nota.pdf", "1503", "2", "", ""}, {"nota.pdf", "1504", "3", "", ""},
                                      {"nota.pdf", "1505", "3", "", ""}, {"nota.pdf", "1506", "3", "", ""},
                                      {"nota.pdf", "1507", "3", "", ""}, {"nota.pdf", "1510", "4", "", ""}};
    spots.insert(spots.end(), in_pdf.begin(), in_pdf.end());
  } else {
    std::puts("pdftotext is not installed: PDFs are skipped");
  }
  const RunResult index = run({"index", "--json", "docs"});
  ASSERT_EQ(nlohmann::json::parse(index.out).at("failed").size(), 0U) << index.out;
  const auto figures = by_text(lines(run({"figures", "--json"}).out));
  for (const Spot& spot : spots) {
    const auto found = figures.find({spot.document, spot.text});
    ASSERT_NE(found, figures.end()) << spot.document << " " << spot.text;
    const nlohmann::json& figure = found->second;
    EXPECT_EQ(figure.contains("page") ? figure.at("page").dump() : "", spot.page) << figure;
    EXPECT_EQ(figure.value("sheet", ""), spot.sheet) << figure;
    EXPECT_EQ(figure.value("cell", ""), spot.cell) << figure;
  }
}

// The files of corpus/formats, as other programs make them.
TEST_F(Places, AreThoseOfTheSampleFiles) {
  const std::string folder = std::string(VRAAGBAAK_SOURCE_DIR) + "/corpus/formats";
  const RunResult index = run({"index", "--json", folder});
  const bool has_pdf = system::find_program("pdftotext").has_value();
  ASSERT_EQ(nlohmann::json::parse(index.out).at("failed").size(), has_pdf ? 0U : 1U) << index.out;
  const std::string docx = "beantwoording-veerdiensten.docx";
  const std::string xlsx = "steun-veerdiensten.xlsx";
  const std::string csv = "subsidie-bibliotheken.csv";
  const std::string html = "besluitenlijst-waterschap.html";
  const std::string report = "verslag-zwembaden.pdf";
  std::vector<Spot> spots = {
      {docx, "48.210", "1", "", ""},
      {docx, "316.400", "2", "", ""},
      {docx, "126.100", "2", "", ""},
      {docx, "14", "2", "", ""},
      {docx, "23", "2", "", ""},
      {xlsx, "2022", "", "Steun", "C4"},
      {xlsx, "84100", "", "Steun", "D4"},
      {xlsx, "2022-03-09", "", "Steun", "E4"},
      {xlsx, "91350,5", "", "Steun", "D5"},
      {xlsx, "2023-04-04", "", "Steun", "E6"},
      {xlsx, "4380", "", "Vaartijden", "B2"},
      {xlsx, "2915", "", "Vaartijden", "B3"},
      {xlsx, "7425", "", "Controle", "B2"},
      {"telling-bruggen.ods", "1184", "", "Telling", "B2"},
      {"telling-bruggen.ods", "6,5", "", "Telling", "C2"},
      {"telling-bruggen.ods", "377", "", "Telling", "B3"},
      {csv, "8410", "", "", "C2"},
      {csv, "417800", "", "", "D3"},
      {csv, "3120", "", "", "C4"},
      {csv, "149250", "", "", "D5"},
      {html, "1,35", "", "", ""},
      {html, "57.250", "", "", ""},
      {"kamervragen-deelfietsen.xml", "1.640", "", "", ""},
      {"kamervragen-deelfietsen.xml", "2,7", "", "", ""},
      {"nota-laadpalen.odt", "214.500", "", "", ""},
      {"nota-laadpalen.odt", "34.300", "", "", ""},
  };
  if (has_pdf) {
    const std::vector<Spot> in_pdf = {
        {report, "215.300", "1", "", ""}, {report, "1,92", "1", "", ""},    {report, "244.000", "2", "", ""},
        {report, "58.600", "2", "", ""},  {report, "19.450", "3", "", ""},  {report, "712.000", "3", "", ""},
        {report, "71.800", "3", "", ""},  {report, "553.000", "3", "", ""},
    };
    spots.insert(spots.end(), in_pdf.begin(), in_pdf.end());
  }
  const auto figures = by_text(lines(run({"figures", "--json"}).out));
  for (const Spot& spot : spots) {
    const auto found = figures.find({spot.document, spot.text});
    ASSERT_NE(found, figures.end()) << spot.document << " " << spot.text;
    const nlohmann::json& figure = found->second;
    EXPECT_EQ(figure.contains("page") ? figure.at("page").dump() : "", spot.page) << figure;
    EXPECT_EQ(figure.value("sheet", ""), spot.sheet) << figure;
    EXPECT_EQ(figure.value("cell", ""), spot.cell) << figure;
  }
  const auto answer =
      nlohmann::json::parse(run({"ask", "--json", "Wat kostte het onderhoud van de pont?"}).out);
  EXPECT_EQ(answer.at("answer").at("value"), "316400") << answer;
  EXPECT_EQ(answer.at("answer").at("citation").at("document"), docx);
  EXPECT_EQ(answer.at("answer").at("citation").at("page"), 2);
}

}  // namespace
}  // namespace vraagbaak
