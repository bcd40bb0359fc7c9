// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/grid_table.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/indexer/outline/outline_fixture.h"

namespace vraagbaak::indexer {
namespace {

// A grid as a reader would hand it over. Rows end at "\n", cells at "|"; before a cell "=" marks a header,
// ">" makes it two columns wide, "v" two rows high.
struct Given {
  std::string text;
  SourceTable table;
};
Given given(std::string_view drawn, std::string_view caption = "") {
  Given out;
  out.text = std::string(caption) + "\n";
  out.table.caption = {0, caption.size()};
  out.table.span.begin = out.text.size();
  SourceCell cell;
  const auto close = [&] {
    cell.span.end = out.text.size();
    out.table.cells.push_back(cell);
    cell.column += cell.columns;
    cell.rows = cell.columns = 1;
    cell.header = false;
  };
  cell.span.begin = out.text.size();
  bool at_start = true;
  for (const char c : drawn) {
    if (at_start && (c == '=' || c == '>' || c == 'v')) {
      cell.header = cell.header || c == '=';
      cell.columns = c == '>' ? 2 : cell.columns;
      cell.rows = c == 'v' ? 2 : cell.rows;
      continue;
    }
    at_start = c == '|' || c == '\n';
    if (!at_start) {
      out.text += c;
      continue;
    }
    close();
    out.text += c == '\n' ? '\n' : '\t';
    cell.span.begin = out.text.size();
    if (c == '\n') {
      ++cell.row;
      cell.column = 0;
    }
  }
  out.table.span.end = out.text.size();
  return out;
}

// "caption / [column] [column] / row path; column path = text" of each cell.
std::string read(const Given& from) {
  const auto table = read_grid_table(from.text, from.table, outline_rules());
  if (!table) return "none";
  std::string out = table->caption + "/";
  for (const std::string& column : table->columns) out.append("[").append(column).append("]");
  for (const Cell& cell : table->cells) {
    EXPECT_EQ(cell.column_header, table->columns.at(cell.column));
    out.append("\n").append(cell.row_header).append("; ").append(cell.column_header);
    out.append(" = ").append(cell.span.in(from.text));
  }
  return out;
}

struct GridCase {
  const char* name;
  std::string_view drawn;
  std::string_view table;
};
class Grids : public testing::TestWithParam<GridCase> {};
TEST_P(Grids, AreRead) {
  EXPECT_EQ(read(given(GetParam().drawn)), GetParam().table);
}
INSTANTIATE_TEST_SUITE_P(
    Forms, Grids,
    testing::Values(
        GridCase{"plain", "Haven|2020|2021\nGent|1,5|2\nAntwerpen||7\n",
                 "/[2020][2021]\nGent; 2020 = 1,5\nGent; 2021 = 2\nAntwerpen; 2021 = 7"},
        GridCase{"two_levels", "|>2020|>2021\n|aantal|euro|aantal|euro\nGent|1|20|2|30\n",
                 "/[2020 aantal][2020 euro][2021 aantal][2021 euro]\nGent; 2020 aantal = 1\n"
                 "Gent; 2020 euro = 20\nGent; 2021 aantal = 2\nGent; 2021 euro = 30"},
        GridCase{"marked_rows_and_labels", "=Jaar|=Steun\n=2020|100\n=2021|200\n",
                 "/[Steun]\n2020; Steun = 100\n2021; Steun = 200"},
        GridCase{"years_label_rows", "Jaar|Steun|Dossiers\n2020|100|4\n2021|200|5\n",
                 "/[Steun][Dossiers]\n2020; Steun = 100\n2020; Dossiers = 4\n2021; Steun = 200\n"
                 "2021; Dossiers = 5"},
        GridCase{"two_labels", "vGent|2020|5\n|2021|6\nBrugge|2020|7\n|2021|8\n",
                 "/[]\nGent 2020;  = 5\nGent 2021;  = 6\nBrugge 2020;  = 7\nBrugge 2021;  = 8"},
        GridCase{"groups", "Haven|Ton|Schepen\nKust\nOostende|5|1\nBinnenland\nGent|6|2\nTotaal|11|3\n",
                 "/[Ton][Schepen]\nKust Oostende; Ton = 5\nKust Oostende; Schepen = 1\n"
                 "Binnenland Gent; Ton = 6\nBinnenland Gent; Schepen = 2\nTotaal; Ton = 11\n"
                 "Totaal; Schepen = 3"},
        GridCase{"title_rows", "Tabel 3 Steun\n(in miljoen euro)\n|2020|2021\nGent|1|2\n",
                 "Tabel 3 Steun (in miljoen euro)/[2020][2021]\nGent; 2020 = 1\nGent; 2021 = 2"},
        GridCase{"header_again", "Haven|Ton\nGent|5\nHaven|Ton\nBrugge|6\n",
                 "/[Ton]\nGent; Ton = 5\nBrugge; Ton = 6"},
        GridCase{"words_between_figures", "Nr|Naam|Bedrag\n1|Gent|5.000 euro\n2|Brugge|7.000 euro\n",
                 "/[Nr][Bedrag]\nGent; Nr = 1\nGent; Bedrag = 5.000 euro\nBrugge; Nr = 2\n"
                 "Brugge; Bedrag = 7.000 euro"},
        GridCase{"words_alone", "Dienst|Hoofd|Plaats\nHavens|An|Gent\nWegen|Jo|Aalst\n",
                 "/[Hoofd][Plaats]\nHavens; Hoofd = An\nHavens; Plaats = Gent\nWegen; Hoofd = Jo\n"
                 "Wegen; Plaats = Aalst"},
        // What is no table.
        GridCase{"pairs_of_words", "Aan|de voorzitter\nBetreft|de havens\nDatum|heden\n", "none"},
        GridCase{"one_column", "a\nb\nc\n", "none"}, GridCase{"one_row", "a|b|1\n", "none"},
        GridCase{"empty", "", "none"}, GridCase{"header_alone", "=a|=b\n", "none"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(GridTable, TakesUnitAndScaleFromItsCaption) {
  const Given from = given("|2020|2021\nGent|1,5|2\n", "Steun (in miljoen euro)");
  const auto table = read_grid_table(from.text, from.table, outline_rules());
  ASSERT_TRUE(table);
  EXPECT_EQ(table->unit, "EUR");
  EXPECT_EQ(table->scale_power, 6);
}

TEST(GridTable, ParagraphsSideBySideAreNone) {
  const std::string prose(500, 'a');
  EXPECT_EQ(read(given(prose + "|" + prose + "|5\n" + prose + "|" + prose + "|6\n")), "none");
}

// Any cells, broken merges and spans outside the text too: no crash, cells inside the table's columns.
TEST(GridTable, TakesAnyGrid) {
  std::mt19937 random(7);
  const auto upto = [&random](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(random);
  };
  const std::string text = "Totaal 12 3.400 2020 Gent Brugge 5% - n.v.t.";
  constexpr std::size_t kHuge = static_cast<std::size_t>(-1);
  for (int round = 0; round < 2000; ++round) {
    SourceTable table{{0, text.size()}, {}, {}};
    for (std::size_t i = upto(20); i > 0; --i) {
      SourceCell cell;
      cell.span.begin = upto(text.size() + 2);
      cell.span.end = upto(text.size() + 2);
      cell.row = upto(9) == 0 ? kHuge - upto(2) : upto(6);
      cell.column = upto(9) == 0 ? kHuge - upto(2) : upto(6);
      cell.rows = upto(9) == 0 ? kHuge : upto(3);
      cell.columns = upto(9) == 0 ? kHuge : upto(3);
      cell.header = upto(3) == 0;
      table.cells.push_back(cell);
    }
    const auto read = read_grid_table(text, table, outline_rules());
    if (!read) continue;
    for (const Cell& cell : read->cells) {
      ASSERT_LT(cell.column, read->columns.size());
      ASSERT_TRUE((ByteSpan{0, text.size()}.contains(cell.span)));
      ASSERT_FALSE(cell.span.empty());
    }
  }
}

// The tables that a reader gives go before what the text looks like, and take the caption above them.
TEST(GridTable, BecomesATableOfTheDocument) {
  Given from = given("|2020|2021\nGent|1,5|2\n");
  const std::string caption = "Inleiding.\n\nTabel 4 Steun aan havens (in miljoen euro)\n";
  Document document;
  document.text = caption + from.text + "\nDat is gezegd.\n";
  const auto shift = [&](ByteSpan span) {
    return ByteSpan{span.begin + caption.size(), span.end + caption.size()};
  };
  from.table.span = shift(from.table.span);
  from.table.caption = {};
  for (SourceCell& cell : from.table.cells) cell.span = shift(cell.span);
  const OutlineBuilder builder(dictionaries());
  SourceText given;
  given.tables = {from.table};
  builder.build(document, given);
  EXPECT_EQ(broken_rule(document), "");
  ASSERT_EQ(document.tables.size(), 1U);
  const Table& table = document.tables.front();
  EXPECT_EQ(table.caption, "Tabel 4 Steun aan havens (in miljoen euro)");
  EXPECT_EQ(table.scale_power, 6);
  EXPECT_EQ(table.cells.size(), 2U);
  EXPECT_EQ(document.sections.at(table.section).label, "Tabel 4");
  EXPECT_EQ(document.sections.at(table.section).kind, SectionKind::table);
}

}  // namespace
}  // namespace vraagbaak::indexer
