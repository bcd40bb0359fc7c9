// SPDX-License-Identifier: EUPL-1.2
#include "query/render/xlsx.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "model/error.h"
#include "tests/support/zip_content.h"

namespace vraagbaak::query::render {
namespace {

class Xlsx : public testing::Test {
 protected:
  ~Xlsx() override { std::filesystem::remove(file_); }

  std::string sheet(const std::vector<SheetRow>& rows) const {
    XlsxWriter writer(file_, "book.xlsx");
    const std::size_t number = writer.add_sheet("Figures", {"text", "value"});
    for (const SheetRow& row : rows) writer.add_row(number, row);
    writer.close();
    return content("xl/worksheets/sheet1.xml");
  }
  std::string content(const std::string& name) const {
    std::ifstream stream(file_, std::ios::binary);
    const std::string zip{std::istreambuf_iterator<char>(stream), {}};
    const auto files = zip_content(zip);
    const auto found = files.find(name);
    return found == files.end() ? "" : found->second;
  }

  const std::string file_ = testing::TempDir() + "xlsx_test_" +
                            testing::UnitTest::GetInstance()->current_test_info()->name() + ".xlsx";
};

TEST_F(Xlsx, WritesNumbersAsNumbers) {
  const std::string xml = sheet({{"Gent", *Decimal::parse("2000051.75")}, {"Brugge", Decimal(-3)}});
  EXPECT_NE(xml.find("<c r=\"B2\"><v>2000051.75</v></c>"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<c r=\"B3\"><v>-3</v></c>"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<t>Gent</t>"), std::string::npos) << xml;
}

TEST_F(Xlsx, KeepsWhatADoubleCannotHoldAsText) {
  const std::string xml =
      sheet({{{}, *Decimal::parse("123456789012345.67")}, {{}, *Decimal::parse("123456789012345000000")}});
  EXPECT_NE(xml.find("<t>123456789012345.67</t>"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<v>1.23456789012345E+20</v>"), std::string::npos) << xml;
}

TEST_F(Xlsx, NeverWritesAFormula) {
  const std::string xml = sheet({{"=1+1", "@SUM(A1)"}, {"+2", "-2"}});
  EXPECT_EQ(xml.find("<f>"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<t>=1+1</t>"), std::string::npos) << xml;
}

TEST_F(Xlsx, WritesWholeDaysAsDates) {
  const std::string xml = sheet({{PartialDate{2022, 6, 17}, PartialDate{2022, 6, 0}},
                                 {PartialDate{1830, 10, 4}, PartialDate{0, 9, 30}}});
  EXPECT_NE(xml.find("<v>44729</v>"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<t>2022-06</t>"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<t>1830-10-04</t>"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<t>--09-30</t>"), std::string::npos) << xml;
}

TEST_F(Xlsx, CutsTextThatNoCellHolds) {
  const std::string xml = sheet({{std::string(40'000, 'a'),
                                  "b\x01\x1f"
                                  "c<&>"}});
  EXPECT_NE(xml.find(std::string(32'766, 'a') + "…"), std::string::npos);
  EXPECT_EQ(xml.find(std::string(32'767, 'a')), std::string::npos);
  EXPECT_NE(xml.find("b  c&lt;&amp;&gt;"), std::string::npos);
}

TEST_F(Xlsx, NamesItsSheetsAndWritesToAnyOfThem) {
  {
    XlsxWriter writer(file_, "book.xlsx");
    const std::size_t list = writer.add_sheet("Tables", {"caption"});
    const std::size_t grid = writer.add_sheet("Table 1", {"row", "2022"}, {{"Tabel 1"}, {"bron.txt"}});
    writer.add_row(grid, {"Gent", Decimal(5)});
    writer.add_row(list, {"Tabel 1"});
    writer.add_row(grid, {"Brugge", Decimal(6)});
    writer.close();
  }
  const std::string book = content("xl/workbook.xml");
  EXPECT_NE(book.find("name=\"Tables\""), std::string::npos) << book;
  EXPECT_NE(book.find("name=\"Table 1\""), std::string::npos) << book;
  const std::string xml = content("xl/worksheets/sheet2.xml");
  EXPECT_NE(xml.find("<c r=\"B5\"><v>5</v></c>"), std::string::npos)
      << xml;  // two rows above, a blank, the header
  EXPECT_NE(xml.find("<c r=\"B6\"><v>6</v></c>"), std::string::npos) << xml;
}

TEST_F(Xlsx, SaysWhatCannotBeWritten) {
  try {
    const XlsxWriter writer("/nowhere/at/all.xlsx", "all.xlsx");
    FAIL() << "there is no such folder";
  } catch (const Error& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with("all.xlsx: ")) << error.what();
  }
}

}  // namespace
}  // namespace vraagbaak::query::render
