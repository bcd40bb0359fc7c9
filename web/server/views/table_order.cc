// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/table_order.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "analysis/text/normalizer.h"

namespace vraagbaak::web {
namespace {

// What a row is sorted by: the first value of its cell, or the words of it.
struct SortKey {
  std::optional<Decimal> value;
  std::string words;

  int rank() const { return value ? 0 : words.empty() ? 2 : 1; }
};

SortKey key_of(const query::ListedRow& row, std::size_t column) {
  if (column == 0) return {std::nullopt, analysis::normalize(row.header)};
  const auto cell =
      std::ranges::find_if(row.cells, [&](const auto& one) { return one.cell.column + 1 == column; });
  if (cell == row.cells.end()) return {};
  if (cell->figures.empty()) return {std::nullopt, analysis::normalize(cell->text)};
  const Figure& figure = cell->figures.front().figure;
  if (figure.date) return {std::nullopt, figure.date->iso()};
  return {figure.value, analysis::normalize(cell->text)};
}

}  // namespace

std::vector<const query::ListedRow*> ordered_rows(const query::ListedTable& table, std::size_t column,
                                                  bool is_descending) {
  std::vector<std::pair<SortKey, const query::ListedRow*>> keyed;
  keyed.reserve(table.rows.size());
  for (const query::ListedRow& row : table.rows) keyed.emplace_back(key_of(row, column), &row);
  std::ranges::stable_sort(keyed, [&](const auto& left, const auto& right) {
    const SortKey& a = left.first;
    const SortKey& b = right.first;
    if (a.rank() != b.rank()) return a.rank() < b.rank();
    const SortKey& less = is_descending ? b : a;
    const SortKey& more = is_descending ? a : b;
    return a.value ? *less.value < *more.value : less.words < more.words;
  });
  std::vector<const query::ListedRow*> rows;
  rows.reserve(keyed.size());
  for (const auto& [key, row] : keyed) rows.push_back(row);
  return rows;
}

bool holds_values(const query::ListedTable& table, std::size_t column) {
  std::size_t values = 0;
  std::size_t words = 0;
  for (const query::ListedRow& row : table.rows) {
    const int rank = key_of(row, column).rank();
    values += rank == 0 ? 1U : 0U;
    words += rank == 1 ? 1U : 0U;
  }
  return values > words;
}

}  // namespace vraagbaak::web
