// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/program.h"
#include "tests/support/zip_content.h"

namespace vraagbaak {
namespace {

constexpr std::string_view kReport =
    "Jaarverslag van het steunfonds\n\n"
    "Het fonds keurde vorig jaar dossiers goed in twee provincies.\n\n"
    "Tabel 1 Goedgekeurde dossiers per provincie (bedragen in miljoen euro)\n\n"
    "Provincie Aantal dossiers Steun\n\n"
    "Limburg 12 1,50\n"
    "Antwerpen 30 4,25\n"
    "Totaal 42 5,75\n\n"
    "De steun loopt door tot 30 juni 2024.\n";

class Tables : public ProgramTest {
 protected:
  Tables() {
    write("docs/verslag.txt", kReport);
    write("docs/leeg.txt", "Een nota zonder cijfers in kolommen.\n");
    indexed_ = run({"index", "--quiet", "docs"});
  }
  RunResult indexed_;
};

TEST_F(Tables, ListsCaptionColumnsAndCells) {
  const RunResult listed = run({"tables", "--json"});
  ASSERT_EQ(listed.code, 0) << listed.err;
  const auto tables = lines(listed.out);
  ASSERT_EQ(tables.size(), 1u);
  const auto& table = tables[0];
  EXPECT_EQ(table.at("document").get<std::string>(), "verslag.txt");
  EXPECT_TRUE(table.at("caption").get<std::string>().starts_with("Tabel 1 Goedgekeurde"));
  EXPECT_EQ(table.at("unit").get<std::string>(), "EUR");
  EXPECT_EQ(table.at("scale_power").get<int>(), 6);
  EXPECT_EQ(table.at("columns").size(), 2u);
  ASSERT_EQ(table.at("rows").size(), 3u);
  const auto& row = table.at("rows").at(1);
  EXPECT_EQ(row.at("header").get<std::string>(), "Antwerpen");
  EXPECT_EQ(row.at("quote").get<std::string>(), "Antwerpen 30 4,25");
  const auto& cell = row.at("cells").at(1);
  EXPECT_EQ(cell.at("kind").get<std::string>(), "money");
  EXPECT_EQ(cell.at("value").get<std::string>(), "4250000");
  EXPECT_EQ(cell.at("row").get<std::string>(), "Antwerpen");
  EXPECT_EQ(cell.at("document").get<std::string>(), "verslag.txt");
  EXPECT_EQ(characters(kReport, cell.at("start").get<std::size_t>(), cell.at("end").get<std::size_t>()),
            "4,25");
  EXPECT_EQ(
      characters(kReport, cell.at("quote_start").get<std::size_t>(), cell.at("quote_end").get<std::size_t>()),
      cell.at("quote").get<std::string>());
}

TEST_F(Tables, PrintsAlignedColumns) {
  const RunResult listed = run({"tables"});
  EXPECT_NE(listed.out.find("             Aantal dossiers  Steun\n"
                            "  Limburg                 12   1,50\n"
                            "  Antwerpen               30   4,25\n"
                            "  Totaal                  42   5,75\n"),
            std::string::npos)
      << listed.out;
}

TEST_F(Tables, FindsByWordsInAnyForm) {
  EXPECT_EQ(run({"tables", "dossier", "limburg"}).code, 0);
  EXPECT_EQ(run({"tables", "dossier", "hasselt"}).code, 1);
  EXPECT_EQ(run({"tables", "--document", "leeg"}).code, 1);
  expect_one_clear_line(run({"tables", "--document", "afwezig"}));
  expect_one_clear_line(run({"tables", "--db", "none.db"}));
  expect_one_clear_line(run({"tables", "--csv", "a.csv", "--json"}));
  expect_one_clear_line(run({"tables", "--csv", "a.csv", "--xlsx", "a.xlsx"}));
}

TEST_F(Tables, ExportsCellsAsCsv) {
  const RunResult listed = run({"tables", "--csv", "-"});
  ASSERT_EQ(listed.code, 0) << listed.err;
  EXPECT_TRUE(
      listed.out.starts_with("document,title,section,page,table,caption,row,column,text,kind,value,"));
  EXPECT_NE(listed.out.find(",Antwerpen,Steun,\"4,25\",money,4250000,EUR,"), std::string::npos) << listed.out;
  EXPECT_NE(listed.out.find(",\"Antwerpen 30 4,25\"\r\n"), std::string::npos) << listed.out;
  EXPECT_EQ(std::count(listed.out.begin(), listed.out.end(), '\n'), 7);  // the header, and six cells
}

TEST_F(Tables, ExportsAWorkbookWithASheetForEachTable) {
  const RunResult listed = run({"tables", "--xlsx", "tabellen.xlsx"});
  ASSERT_EQ(listed.code, 0) << listed.err;
  EXPECT_EQ(listed.out, "");
  const auto files = zip_content(content(path("tabellen.xlsx")));
  ASSERT_TRUE(files.contains("xl/worksheets/sheet3.xml"));
  const std::string& grid = files.at("xl/worksheets/sheet3.xml");
  EXPECT_NE(grid.find("<v>4250000</v>"), std::string::npos) << grid;
  EXPECT_NE(grid.find("<t>Antwerpen 30 4,25</t>"), std::string::npos) << grid;
  EXPECT_NE(files.at("xl/workbook.xml").find("name=\"Table 1\""), std::string::npos);
  // To stdout it is the same kind of file.
  EXPECT_TRUE(run({"tables", "--xlsx", "-"}).out.starts_with("PK"));
}

TEST_F(Tables, ExportsFigures) {
  ASSERT_EQ(run({"figures", "--xlsx", "cijfers.xlsx"}).code, 0);
  const auto files = zip_content(content(path("cijfers.xlsx")));
  const std::string& sheet = files.at("xl/worksheets/sheet1.xml");
  EXPECT_NE(sheet.find("<v>4250000</v>"), std::string::npos) << sheet;
  EXPECT_NE(sheet.find("<v>45473</v>"), std::string::npos) << sheet;  // 30 June 2024
  const RunResult listed = run({"figures", "--kind", "date", "--csv", "-"});
  EXPECT_NE(listed.out.find(",30 juni 2024,date,,,2024-06-30,"), std::string::npos) << listed.out;
}

TEST_F(Tables, LeaveAFileAloneWhereTheyFail) {
  write("oud.csv", "was hier\n");
  EXPECT_EQ(run({"figures", "--document", "afwezig", "--csv", "oud.csv"}).code, 2);
  EXPECT_EQ(content(path("oud.csv")), "was hier\n");
  expect_one_clear_line(run({"figures", "--csv", "weg/cijfers.csv"}));
  expect_one_clear_line(run({"figures", "--xlsx", "weg/cijfers.xlsx"}));
  expect_one_clear_line(run({"figures", "--csv", "docs"}));
  // Nothing found is no failure: a header alone.
  EXPECT_EQ(run({"figures", "--document", "leeg", "--csv", "leeg.csv"}).code, 1);
  EXPECT_TRUE(content(path("leeg.csv")).starts_with("document,"));
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    EXPECT_NE(entry.path().extension(), ".part") << entry.path();
  }
}

}  // namespace
}  // namespace vraagbaak
