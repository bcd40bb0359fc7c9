// SPDX-License-Identifier: EUPL-1.2
// Files that are damaged, locked or made to harm, of every kind that is read, and files as large as the
// bounds allow: each bad one is named in one line with the reason, the rest goes on, and memory stays within
// its bound.
#include <sys/resource.h>

#include <map>

#include "system/child_process.h"
#include "tests/cli/program.h"
#include "tests/indexer/readers/office_files.h"
#include "tests/support/pdf_builder.h"

namespace vraagbaak {
namespace {

using BadFiles = ProgramTest;
using testing_support::build_zip;

// The bound that docs/ARCHITECTURE.md gives: no file takes the program beyond it.
constexpr long kMostMemory = 512L * 1024;  // KiB

long most_memory_of_children() {
  struct rusage used {};
  getrusage(RUSAGE_CHILDREN, &used);
  return used.ru_maxrss;
}

struct BadFile {
  std::string content;
  std::string reason;  // begins so
};

std::string many_rows(const std::string& row) {
  std::string rows;
  for (int i = 0; i < 100'001; ++i) rows += row;
  return rows;
}

std::string entity_bomb() {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    bomb += "<!ENTITY e" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) bomb += "&e" + std::to_string(i - 1) + ";";
    bomb += "\">";
  }
  return bomb + "]><a>&e29;</a>";
}

// A PDF that opens with the password "geheim" alone (ISO 32000-1, 7.6.3: RC4, 40 bits).
std::string locked_pdf() {
  std::string pdf = testing_support::build_pdf({{{72, 700, "een"}}});
  const std::string root = "trailer << ";
  pdf.insert(pdf.find(root) + root.size(),
             "/Encrypt << /Filter /Standard /V 1 /R 2 /O "
             "<910e7b57820189048b810abd7344636f22b1b6852c293cc855c0c0b406aca462> /U "
             "<d18726d7c6f6471e60895904eefddd691f301b8a7b9691185bec1ea34a45cd63> /P -4 >> /ID "
             "[<33333333333333333333333333333333><33333333333333333333333333333333>] ");
  return pdf;
}

std::string locked_odt() {
  return build_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                    {"META-INF/manifest.xml", "<m:manifest xmlns:m=\"m\"><m:encryption-data/></m:manifest>"},
                    {"content.xml", "\x8F\x01\x99"}});
}

// A sheet that says it has 17 billion cells, and one cell at its far end.
std::string wide_xlsx() {
  return testing_support::xlsx(
      "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1048576\"><c "
      "r=\"XFD1048576\"><v>12</v></c></row>"
      "</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>");
}

std::string many_cells() {
  std::string rows;
  for (int r = 1; r <= 4001; ++r) {
    rows += "<row>";
    for (int c = 0; c < 100; ++c) rows += "<c><v>1</v></c>";
    rows += "</row>";
  }
  return testing_support::xlsx("<sheetData>" + rows + "</sheetData>");
}

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

std::map<std::string, BadFile> bad_files() {
  const std::string sheet = testing_support::xlsx("<sheetData/>");
  return {
      {"bom.docx",
       {build_zip({{"word/document.xml", std::string(8 << 20, ' ')}}), "unpacks to more than is safe"}},
      {"bom.xlsx", {build_zip({{"xl/workbook.xml", std::string(8 << 20, ' ')}}), ""}},
      {"bom.zip",
       {build_zip({{"a.txt", std::string(8 << 20, ' ')}}), "holds nothing that can be read: a.txt unpacks"}},
      {"zip in zip.zip",
       {build_zip({{"a.zip", build_zip({{"a.txt", "a"}})}}), "holds nothing that can be read"}},
      {"afgebroken.zip", {build_zip({{"a.txt", "een"}}).substr(0, 40), "is cut off or damaged"}},
      {"gesloten.zip",
       {build_zip({{"a.txt", "een"}}, 1), "holds nothing that can be read: a.txt is behind a password"}},
      {"gesloten.docx", {build_zip({{"word/document.xml", "<w/>"}}, 1), "is behind a password"}},
      {"gesloten.xlsx",
       {std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 41),
        "is an Office file behind a password"}},
      {"afgebroken.xlsx", {sheet.substr(0, sheet.size() / 2) + "xl/workbook", "is cut off or damaged"}},
      {"afgebroken.docx", {testing_support::docx("<w:p/>").substr(0, 300), ""}},
      {"afgebroken.odt",
       {testing_support::open_document("text", "<text:p>een</text:p>").substr(0, 200),
        "is cut off or damaged"}},
      {"miljard.ods",
       {testing_support::open_document("spreadsheet",
                                       "<table:table table:name=\"a\"><table:table-row "
                                       "table:number-rows-repeated=\"1000000\"><table:table-cell "
                                       "table:number-columns-repeated=\"1000\"><text:p>1</text:p>"
                                       "</table:table-cell></table:table-row></table:table>"),
        "has more than 400000 cells"}},
      {"cellen.csv", {"a;b;c;d\n" + many_rows("1;2;3;4\n"), "has more than 400000 cells"}},
      {"getallen.txt", {many_rows("1 2 3\n"), "holds more than 150000 numbers"}},
      {"bom.xml", {entity_bomb(), ""}},
      {"afgebroken.xml", {"<?xml version=\"1.0\"?><officiele-publicatie><vraag>", "is cut off or damaged"}},
      {"raar\n\"naam\"\xFF.xml", {"<?xml version=\"1.0\"?><a><b></a>", "is cut off or damaged"}},
      {"leeg.html", {"<html><body><script>1</script></body></html>", "holds no text"}},
      {"kapot.json", {"{\"a\": [1, 2}", "is cut off or damaged JSON"}},
      {"kapot.pdf", {"%PDF-1.7\nkapot", "is a "}},
      {"scan.pdf", {testing_support::build_pdf({{}}), "is a PDF "}},
      {"kapot.doc",
       {std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 33), ""}},
      {"kapot.xls", {std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0", 25), ""}},
      {"afgebroken.xls",
       {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 en verder niets",
        "is an old Office file (.doc, .xls, .ppt) that is cut off or damaged"}},
      {"gesloten.pdf",
       {locked_pdf(), system::find_program("pdftotext") ? "is a PDF behind a password" : "is a PDF"}},
      {"afgebroken.pdf", {testing_support::build_pdf({{{72, 700, "een"}}}).substr(0, 300), "is a "}},
      {"gesloten.odt", {locked_odt(), "is behind a password"}},
      {"bom2.docx", {build_zip({{"word/document.xml", entity_bomb()}}), ""}},
      {"bom.ods",
       {build_zip(
            {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", entity_bomb()}}),
        ""}},
      {"cellen.xlsx", {many_cells(), "has more than 400000 cells"}},
      {"diep.xml", {"<?xml version=\"1.0\"?>" + times(100'000, "<a>"), "nests tags more than 200 deep"}},
      {"diep.html", {"<html><body>" + times(100'000, "<div>") + "x", "nests tags more than 2000 deep"}},
      {"afgebroken.ods",
       {testing_support::open_document("spreadsheet", "<table:table/>").substr(0, 200),
        "is cut off or damaged"}},
      {"afgebroken.rtf", {"{\\rtf1\\ansi{\\fonttbl", ""}},
      {"leeg.rtf", {"{\\rtf1}", ""}},
      {"niets.txt", {"", "is empty"}}};
}

TEST_F(BadFiles, AreNamedWithTheReasonAndTheRestGoesOn) {
  write("docs/goed.txt", "De haven kreeg 1200 euro.\n");
  const auto bad = bad_files();
  for (const auto& [name, file] : bad) write("docs/" + name, file.content);
  write("docs/groot.txt", "begin");
  std::filesystem::resize_file(folder_ / "docs/groot.txt", 200U << 20);
  const auto summary = nlohmann::json::parse(run({"index", "--json", "docs"}).out);
  EXPECT_EQ(summary.at("documents").get<int>(), 1);
  std::map<std::string, std::string> errors;
  for (const auto& file : summary.at("failed")) {
    const std::string error = file.at("error").get<std::string>();
    EXPECT_EQ(error.find('\n'), std::string::npos) << file;
    EXPECT_EQ(error.find("report it"), std::string::npos) << file;  // what nobody foresaw
    EXPECT_NE(error.find(": "), std::string::npos) << file;         // the mend
    errors[file.at("path").get<std::string>()] = error;
  }
  EXPECT_EQ(errors.size(), bad.size() + 1) << summary.at("failed");
  for (const auto& [name, file] : bad) {
    if (name.find('\xFF') != std::string::npos) continue;  // its name is printed in another way
    EXPECT_TRUE(errors["docs/" + name].starts_with(file.reason)) << name << ": " << errors["docs/" + name];
  }
  EXPECT_LT(most_memory_of_children(), kMostMemory);
}

// What says that it is vast is read as far as it goes.
TEST_F(BadFiles, AWorkbookThatClaimsBillionsOfCellsIsReadForTheOneItHas) {
  write("docs/breed.xlsx", wide_xlsx());
  const auto summary = nlohmann::json::parse(run({"index", "--json", "docs"}).out);
  EXPECT_EQ(summary.at("documents").get<int>(), 1) << summary;
  const auto figures = lines(run({"figures", "--json"}).out);
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(figures[0].at("cell"), "XFD1048576");
  EXPECT_LT(most_memory_of_children(), kMostMemory);
}

// Cells that cover a thousand rows of a thousand columns each, side by side.
TEST_F(BadFiles, APageWhoseCellsCoverMillionsOfColumnsStaysWithinTheBound) {
  const std::string wide = "<td colspan=1000 rowspan=1000>a";
  write("docs/breed.html", "<table><tr><td>1<td>2<tr>" + times(15'000, wide) + "</table>");
  const auto summary = nlohmann::json::parse(run({"index", "--json", "docs"}).out);
  EXPECT_EQ(summary.at("documents").get<int>(), 1) << summary;
  EXPECT_LT(most_memory_of_children(), kMostMemory);
}

// Programs of the system that read for us: one that crashes, and one that is not there.
TEST_F(BadFiles, AnExtractorThatCrashesIsTold) {
  write("docs/goed.txt", "De haven kreeg 1200 euro.\n");
  write("docs/nota.pdf", testing_support::build_pdf({{{72, 700, "een"}}}));
  write("bin/pdftotext", "#!/bin/sh\nkill -SEGV $$\n");
  std::filesystem::permissions(path("bin/pdftotext"), std::filesystem::perms::owner_all);
  for (const auto& [folder, reason] : std::map<std::string, std::string>{
           {"bin", "makes pdftotext crash: it is damaged"}, {"leeg", "is a PDF, which needs pdftotext"}}) {
    const auto summary = nlohmann::json::parse(
        run_program({"env", "PATH=" + path(folder), VRAAGBAAK_BINARY, "index", "--json", "docs"}).out);
    EXPECT_EQ(summary.at("documents"), 1);
    ASSERT_EQ(summary.at("failed").size(), 1U) << summary;
    EXPECT_TRUE(summary.at("failed").at(0).at("error").get<std::string>().starts_with(reason)) << summary;
  }
}

TEST_F(BadFiles, TheLargestThatAreReadStayWithinTheMemory) {
  // As much text, and nearly as many figures, as a file may hold (indexer/readers/reader.h).
  constexpr std::size_t kText = 8U << 20;
  constexpr int kNumbers = 149'000;
  std::string text;
  for (int i = 0; i < kNumbers; ++i) {
    text += "Gemeente kreeg " + std::to_string(i % 9000 + 1000) + " euro voor haven en steun";
    text += i % 3 == 0 ? ".\n" : ", en ";
  }
  while (text.size() + 10 < kText) text += "de havens\n";
  ASSERT_LE(text.size(), kText);
  write("docs/groot.txt", text);
  const auto summary = nlohmann::json::parse(run({"index", "--json", "docs"}).out);
  EXPECT_EQ(summary.at("documents").get<int>(), 1) << summary;
  EXPECT_LT(most_memory_of_children(), kMostMemory);
}

}  // namespace
}  // namespace vraagbaak
