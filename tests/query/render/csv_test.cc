// SPDX-License-Identifier: EUPL-1.2
#include "query/render/csv.h"

#include <gtest/gtest.h>

#include <string>

namespace vraagbaak::query::render {
namespace {

struct FieldCase {
  const char* name;
  SheetCell cell;
  std::string_view field;
};
class CsvField : public testing::TestWithParam<FieldCase> {};

TEST_P(CsvField, IsWritten) {
  EXPECT_EQ(csv_line(SheetRow{GetParam().cell}), std::string(GetParam().field) + "\r\n");
}

INSTANTIATE_TEST_SUITE_P(
    Cells, CsvField,
    testing::Values(
        FieldCase{"nothing", {}, ""}, FieldCase{"text", "Gent", "Gent"},
        FieldCase{"comma", "Gent, Brugge", "\"Gent, Brugge\""},
        FieldCase{"quote", "de \"kaai\"", "\"de \"\"kaai\"\"\""},
        FieldCase{"line_end", "een\ntwee", "\"een\ntwee\""}, FieldCase{"space_at_end", "Gent ", "\"Gent \""},
        FieldCase{"accents", "Één €", "Één €"}, FieldCase{"formula", "=1+1", "'=1+1"},
        FieldCase{"formula_with_quotes", "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
        FieldCase{"plus", "+32 2 555", "'+32 2 555"}, FieldCase{"minus", "-2,4%", "\"'-2,4%\""},
        FieldCase{"at", "@SUM(A1)", "'@SUM(A1)"}, FieldCase{"tab", "\t=1", "'\t=1"},
        FieldCase{"negative_number", *Decimal::parse("-2.40"), "-2.40"},
        FieldCase{"huge_number", *Decimal::parse("123456789012345678.25"), "123456789012345678.25"},
        FieldCase{"percent", Percent{*Decimal::parse("11.11")}, "11.11"},
        FieldCase{"day", PartialDate{2022, 6, 17}, "2022-06-17"},
        FieldCase{"month", PartialDate{2022, 6, 0}, "2022-06"},
        FieldCase{"day_without_year", PartialDate{0, 9, 30}, "'--09-30"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(CsvLine, PartsItsFieldsByCommas) {
  EXPECT_EQ(csv_line(SheetRow{"a", {}, Decimal(3)}), "a,,3\r\n");
  EXPECT_EQ(csv_line(std::vector<std::string>{"document", "value"}), "document,value\r\n");
  EXPECT_EQ(csv_line(SheetRow{}), "\r\n");
}

}  // namespace
}  // namespace vraagbaak::query::render
