// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/table_auditor.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>

#include "query/audit/precision.h"

namespace vraagbaak::query {
namespace {

// A row: its label, and its cells as plain decimals; "" is empty, "?" words.
struct Row {
  std::string label;
  std::vector<std::string> cells;
};

SumTable table(std::vector<std::string> columns, const std::vector<Row>& rows,
               const std::string& unit = "EUR", FigureKind kind = FigureKind::money) {
  SumTable made;
  made.columns = std::move(columns);
  for (const Row& row : rows) {
    made.rows.push_back(row.label);
    auto& cells = made.cells.emplace_back();
    for (const std::string& text : row.cells) {
      SumCell cell;
      if (text == "?") {
        cell.content = SumCell::Content::unknown;
      } else if (!text.empty()) {
        cell = {SumCell::Content::amount, *Decimal::parse(text), unit, kind,
                last_place(text, *Decimal::parse(text))};
      }
      cells.push_back(cell);
    }
  }
  return made;
}

// "row,column kind difference; …" of everything that was reckoned.
std::string found(const SumTable& sums) {
  static const AuditWords words(analysis::DictionarySource::built_in());
  std::string text;
  for (const SumCheck& check : check_sums(sums, words)) {
    text += (text.empty() ? "" : "; ") + std::to_string(check.total.row) + "," +
            std::to_string(check.total.column) + " " + std::string(to_string(check.arithmetic.kind)) + " " +
            check.arithmetic.difference.print();
  }
  return text;
}

TEST(TableTotals, AddUpTheRowsAbove) {
  EXPECT_EQ(found(table({"Bedrag"}, {{"Gent", {"100"}}, {"Brugge", {"250"}}, {"Totaal", {"350"}}})),
            "2,0 agrees 0");
  EXPECT_EQ(found(table({"Bedrag"}, {{"Gent", {"100"}}, {"Brugge", {"250"}}, {"Totaal", {"370"}}})),
            "2,0 differs 20");
  EXPECT_EQ(
      found(table({"2021", "2022"}, {{"Gent", {"1", ""}}, {"Brugge", {"2", "5"}}, {"Som", {"3", "5"}}})),
      "2,0 agrees 0");
}

TEST(TableTotals, TellRoundingFromError) {
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {"1.4"}}, {"B", {"2.4"}}, {"Totaal", {"3.9"}}})),
            "2,0 rounding 0.1");
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {"1.4"}}, {"B", {"2.4"}}, {"Totaal", {"4.0"}}})),
            "2,0 differs 0.2");
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {"10.4"}}, {"B", {"44.3"}}, {"Totaal", {"55"}}})),
            "2,0 rounding 0.3");
  // Things counted are whole.
  EXPECT_EQ(
      found(table({"Aantal"}, {{"A", {"14"}}, {"B", {"24"}}, {"Totaal", {"39"}}}, "", FigureKind::count)),
      "2,0 differs 1");
}

TEST(TableTotals, AreReadAsTheFiguresSay) {
  // Subtotals close their blocks; the last total adds those up.
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {"1"}},
                                     {"B", {"2"}},
                                     {"Subtotaal noord", {"3"}},
                                     {"C", {"4"}},
                                     {"D", {"5"}},
                                     {"Subtotaal zuid", {"6"}},
                                     {"Algemeen totaal", {"9"}}})),
            "2,0 agrees 0; 6,0 agrees 0");
  // Numbered heads stand above their rows.
  EXPECT_EQ(found(table({"2021", "2022"}, {{"1. Noord", {"3", "30"}},
                                           {"A", {"1", "10"}},
                                           {"B", {"2", "20"}},
                                           {"2. Zuid", {"9", "95"}},
                                           {"C", {"4", "40"}},
                                           {"D", {"5", "50"}},
                                           {"Totaal", {"12", "125"}}})),
            "0,0 agrees 0; 0,1 agrees 0; 3,0 agrees 0; 3,1 differs 5; 6,0 agrees 0; 6,1 agrees 0");
  // Rows behind the last group may be in the total or not: nothing is said of that column.
  EXPECT_EQ(found(table({"2021", "2022"}, {{"1. Noord", {"30", "30"}},
                                           {"A", {"10", "10"}},
                                           {"B", {"20", "20"}},
                                           {"2. Zuid", {"90", "90"}},
                                           {"C", {"40", "40"}},
                                           {"D", {"50", "50"}},
                                           {"Herstel", {"", "70"}},
                                           {"Energie", {"", "70"}},
                                           {"Totaal", {"120", "190"}}})),
            "0,0 agrees 0; 0,1 agrees 0; 3,0 agrees 0; 3,1 agrees 0; 8,0 agrees 0");
  // "waarvan" repeats a part.
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {"10"}}, {"waarvan B", {"4"}}, {"C", {"5"}}, {"Totaal", {"15"}}})),
            "3,0 agrees 0");
  EXPECT_EQ(found(table({"Bedrag"}, {{"Totaal", {"15"}}, {"A", {"10"}}, {"C", {"5"}}})), "0,0 agrees 0");
}

TEST(TableTotals, OfColumns) {
  EXPECT_EQ(found(table({"2020", "2021", "Totaal"},
                        {{"A", {"1", "2", "3"}}, {"B", {"4", "5", "9"}}, {"C", {"6", "7", "17"}}})),
            "0,2 agrees 0; 1,2 agrees 0; 2,2 differs 4");
  EXPECT_EQ(found(table({"2020 steun", "2020 btw", "2021 steun", "2021 btw", "Totaal steun", "Totaal btw"},
                        {{"A", {"1", "2", "3", "4", "4", "6"}}})),
            "0,4 agrees 0; 0,5 agrees 0");
  EXPECT_EQ(found(table({"noord", "Totaal"}, {{"A", {"1", "9"}}})), "");
}

TEST(TableTotals, AreLeftAloneWhereTheyAreNotClear) {
  const auto percent = [](const std::string& total) {
    return found(table({"Aandeel van noord"}, {{"A", {"40.0"}}, {"B", {"59.9"}}, {"Totaal", {total}}}, "%",
                       FigureKind::percentage));
  };
  EXPECT_EQ(percent("100"), "");  // a share is not added by its header
  EXPECT_EQ(found(table({"2022"}, {{"A", {"40.0"}}, {"B", {"59.9"}}, {"Totaal", {"100.0"}}}, "%",
                        FigureKind::percentage)),
            "2,0 rounding 0.1");
  EXPECT_EQ(found(table({"2022"}, {{"A", {"4.1"}}, {"B", {"2.0"}}, {"Totaal", {"3.0"}}}, "%",
                        FigureKind::percentage)),
            "");
  EXPECT_EQ(found(table({"Gemiddelde steun"}, {{"A", {"10"}}, {"B", {"20"}}, {"Totaal", {"15"}}})), "");
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {"10"}}, {"B", {"?"}}, {"Totaal", {"15"}}})), "");
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {"10"}}, {"Totaal", {"15"}}})), "");
  // Far off: it totals something else.
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {"10"}}, {"B", {"20"}}, {"Totaal", {"150"}}})), "");
  // A row that was read as part of the label of the next.
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {"100"}}, {"B: 30 (raming) C", {"250"}}, {"Totaal", {"380"}}})),
            "");
  EXPECT_EQ(found(table({"Bedrag"}, {{"1 A", {"100"}}, {"B (2021)", {"250"}}, {"Totaal", {"380"}}})),
            "2,0 differs 30");
  // Fewer firms than the rows have together: one may stand in two rows.
  EXPECT_EQ(found(table({"Bedrijven"}, {{"A", {"10"}}, {"B", {"20"}}, {"Totaal", {"28"}}}, "bedrijven",
                        FigureKind::count)),
            "");
  SumTable mixed = table({"Bedrag"}, {{"A", {"10"}}, {"B", {"20"}}, {"Totaal", {"30"}}});
  mixed.cells[0][0].unit = "USD";
  EXPECT_EQ(found(mixed), "");
  EXPECT_EQ(found(SumTable{}), "");
}

// A table that adds up, by rows and columns, and one cell of it changed: the column and the row of that cell
// differ, and nothing else does.
TEST(TableTotals, FindAPlantedError) {
  static const AuditWords words(analysis::DictionarySource::built_in());
  std::mt19937 random(11);
  const auto from_to = [&random](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  for (int round = 0; round < 500; ++round) {
    const auto rows = static_cast<std::size_t>(from_to(2, 9));
    const auto columns = static_cast<std::size_t>(from_to(3, 6));
    std::vector<std::vector<int>> values(rows + 1, std::vector<int>(columns + 1, 0));
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c < columns; ++c) {
        const int value = from_to(1, 90'000);
        values[r][c] = value;
        values[r][columns] += value;
        values[rows][c] += value;
        values[rows][columns] += value;
      }
    }
    // Cells of two sums: the one of its column and the one of its row.
    const auto row = static_cast<std::size_t>(from_to(0, static_cast<int>(rows) - 1));
    const auto column = static_cast<std::size_t>(from_to(0, static_cast<int>(columns) - 1));
    values[row][column] += from_to(10, 9'000);  // more than rounding explains
    std::vector<Row> drawn;
    std::vector<std::string> names;
    for (std::size_t c = 0; c < columns; ++c) names.push_back(std::to_string(2010 + c));
    names.emplace_back("Totaal");
    for (std::size_t r = 0; r <= rows; ++r) {
      drawn.push_back({r == rows ? "Totaal" : "Haven " + std::string(1, static_cast<char>('A' + r)), {}});
      for (const int value : values[r]) drawn.back().cells.push_back(std::to_string(value));
    }
    std::vector<std::pair<std::size_t, std::size_t>> wrong;
    for (const SumCheck& check : check_sums(table(names, drawn), words))
      if (check.arithmetic.kind == FindingKind::differs)
        wrong.emplace_back(check.total.row, check.total.column);
    const std::vector<std::pair<std::size_t, std::size_t>> planted{{row, columns}, {rows, column}};
    ASSERT_EQ(wrong, planted) << "round " << round;
  }
}

TEST(TableTotals, StopAtWhatADecimalHolds) {
  const std::string huge(36, '9');
  EXPECT_EQ(found(table({"Bedrag"}, {{"A", {huge}}, {"B", {huge}}, {"Totaal", {huge}}})), "");
}

}  // namespace
}  // namespace vraagbaak::query
