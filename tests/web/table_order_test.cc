// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/table_order.h"

#include <gtest/gtest.h>

#include <string>

namespace vraagbaak::web {
namespace {

// A cell of the one column: a number as a value, other text as words, nothing as no cell.
query::ListedTable table_of(const std::vector<std::pair<std::string, std::string>>& rows) {
  query::ListedTable table;
  table.columns = {"bedrag"};
  for (const auto& [label, text] : rows) {
    query::ListedRow row;
    row.header = label;
    if (!text.empty()) {
      query::ListedCell cell;
      cell.text = text;
      if (const auto value = Decimal::parse(text)) {
        query::CellFigure figure;
        figure.figure.value = *value;
        cell.figures.push_back(figure);
      }
      row.cells.push_back(cell);
    }
    table.rows.push_back(row);
  }
  return table;
}

std::string labels(const std::vector<const query::ListedRow*>& rows) {
  std::string joined;
  for (const query::ListedRow* row : rows) joined += (joined.empty() ? "" : " ") + row->header;
  return joined;
}

TEST(TableOrder, ValuesWordsNothing) {
  const auto table =
      table_of({{"a", "9"}, {"b", ""}, {"c", "nihil"}, {"d", "10"}, {"e", "-1.5"}, {"f", "9"}});
  EXPECT_EQ(labels(ordered_rows(table, 1, false)), "e a f d c b");
  EXPECT_EQ(labels(ordered_rows(table, 1, true)), "d a f e c b");
  EXPECT_TRUE(holds_values(table, 1));
}

TEST(TableOrder, LabelsGoByTheirLetters) {
  const auto table = table_of({{"Brugge", "1"}, {"antwerpen", "2"}, {"Énergie", "3"}, {"", "4"}});
  EXPECT_EQ(labels(ordered_rows(table, 0, false)), "antwerpen Brugge Énergie ");
  EXPECT_EQ(labels(ordered_rows(table, 0, true)), "Énergie Brugge antwerpen ");
  EXPECT_FALSE(holds_values(table, 0));
}

TEST(TableOrder, AColumnThatIsNotThereLeavesTheRowsAlone) {
  const auto table = table_of({{"b", "2"}, {"a", "1"}});
  EXPECT_EQ(labels(ordered_rows(table, 9, true)), "b a");
  EXPECT_TRUE(ordered_rows({}, 1, false).empty());
}

}  // namespace
}  // namespace vraagbaak::web
