// SPDX-License-Identifier: EUPL-1.2
#include "indexer/readers/csv_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/reader_contract.h"

namespace vraagbaak::indexer {
namespace {

struct SeparatorCase {
  const char* name;
  std::string text;
  std::optional<char> separator;
};
class Separator : public testing::TestWithParam<SeparatorCase> {};
TEST_P(Separator, IsGuessed) {
  EXPECT_EQ(csv_separator(GetParam().text), GetParam().separator);
}
INSTANTIATE_TEST_SUITE_P(
    Texts, Separator,
    testing::Values(SeparatorCase{"semicolon", "jaar;bedrag\n2017;1,5\n2018;2,5\n", ';'},
                    SeparatorCase{"tab", "jaar\tbedrag\n2017\t1\n2018\t2", '\t'},
                    SeparatorCase{"comma", "jaar,naam,bedrag\n2017,a,1\n2018,b,2\n", ','},
                    SeparatorCase{"comma_in_quotes", "a,b,c\n\"x, y\",1,2\n\"z\n\",3,4\n", ','},
                    SeparatorCase{"decimal_commas", "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ';'},
                    SeparatorCase{"bar", "a|b\n1|2\n3|4\n", '|'}, SeparatorCase{"empty", "", std::nullopt},
                    SeparatorCase{"prose", "De minister, zei hij, komt.\nJa, zei zij.\n", std::nullopt},
                    SeparatorCase{"prose_with_equal_commas",
                                  "Eerst dit, dan dat.\nNu zus, straks zo.\nHier wel, daar niet.\n",
                                  std::nullopt},
                    SeparatorCase{"uneven", "a;b\n1;2\n3;4;5\n", std::nullopt},
                    SeparatorCase{"one_line", "a;b;c;d;e", std::nullopt},
                    SeparatorCase{"quote_never_closed", "a;b\n\"1;2\n3;4\n", std::nullopt}),
    [](const auto& row) { return std::string(row.param.name); });

SourceText read(std::string_view text) {
  auto source = read_csv(text, *csv_separator(text), "map/steun.csv");
  EXPECT_TRUE(source);
  EXPECT_EQ(testing_support::broken_promise(*source), "");
  return std::move(source).value();
}

TEST(CsvReader, MakesEachRecordARow) {
  const SourceText source =
      read("Jaar;Gemeente;Bedrag (euro)\r\n2017;\"Sint-Niklaas; stad\";1.500,25\r\n2018;Gent;3\r\n");
  EXPECT_EQ(source.text,
            "Jaar\tGemeente\tBedrag (euro)\n2017\tSint-Niklaas; stad\t1.500,25\n2018\tGent\t3\n");
  ASSERT_EQ(source.tables.size(), 1U);
  const SourceTable& table = source.tables[0];
  ASSERT_EQ(table.cells.size(), 9U);
  EXPECT_TRUE(table.cells[2].header);
  EXPECT_EQ(table.cells[5].span.in(source.text), "1.500,25");
  EXPECT_EQ(table.cells[5].row, 1U);
  EXPECT_EQ(source.outline.metadata.title, "steun");
}

TEST(CsvReader, MarksWhereRowsStand) {
  const SourceText source = read("a;b\n\n1;2\n3;4\n5;6\n");
  ASSERT_EQ(source.sheets.size(), 1U);
  const auto& marks = source.sheets[0].marks;
  ASSERT_EQ(marks.size(), 4U);
  EXPECT_EQ(marks[1].row, 2U);  // the blank line counts
  EXPECT_EQ(source.text.substr(marks[1].begin, 3), "1\t2");
}

TEST(CsvReader, WritesDecimalPointsAsCommas) {
  EXPECT_NE(read("a;b\nx;1.5\ny;2.25\nz;1200\n").text.find("y\t2,25"), std::string::npos);
  EXPECT_NE(read("a;b\nx;1.500\ny;2.000\nz;3.000\n").text.find("y\t2.000"), std::string::npos);  // thousands
  EXPECT_NE(read("a;b\nx;1,5\ny;2.250\nz;3.000\n").text.find("y\t2.250"), std::string::npos);
}

TEST(CsvReader, MakesProseOfRecordsWithSpeeches) {
  const std::string speech(300, 'x');
  const SourceText source =
      read("spreker,partij,tekst\nAn Bos,X,\"" + speech + ", ja\"\nJan Pek,,\"" + speech + "\"\n");
  EXPECT_EQ(source.text,
            "spreker: An Bos\npartij: X\n\n" + speech + ", ja\n\nspreker: Jan Pek\n\n" + speech + "\n");
  EXPECT_TRUE(source.tables.empty());
  const auto& marks = source.sheets.at(0).marks;
  ASSERT_EQ(marks.size(), 5U);
  EXPECT_EQ(marks[2].row, 1U);
  EXPECT_EQ(marks[2].column, 2U);
}

// Former bug: the mark of a cell that shows nothing stood behind the end of the text.
TEST(CsvReader, MarksNoCellBehindTheText) {
  const std::string speech(900, 'x');
  const std::string blank = "\xE2\x80\x8B";  // a blank without width
  const SourceText source = read("tekst,partij,spreker\n\"" + speech + "\",X,An\n" + blank + ",,\n");
  EXPECT_EQ(testing_support::broken_promise(source), "");
  EXPECT_EQ(source.sheets.at(0).marks.size(), 3U);
}

TEST(CsvReader, BoundsTheNumberOfCells) {
  std::string text = "a;b;c;d\n";
  while (text.size() < kMostCells * 2 + 100) text += "1;2;3;4\n";
  const auto source = read_csv(text, ';', "groot.csv");
  ASSERT_FALSE(source);
  EXPECT_EQ(source.problem().message(), "groot.csv: has more than 400000 cells: split it into smaller files");
}

}  // namespace
}  // namespace vraagbaak::indexer
