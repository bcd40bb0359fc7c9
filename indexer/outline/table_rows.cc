// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/table_rows.h"

namespace vraagbaak::indexer {

TableRows::TableRows(std::string_view text, const std::vector<Line>& lines, const OutlineRules& rules)
    : text_(text), lines_(lines), rules_(rules), cell_rules_(rules) {}

const TableRow& TableRows::at(std::size_t i) const {
  Kept& kept = kept_[i % kKept];
  if (kept.line != i) {
    kept.row = read_table_row(text_, lines_[i].span, cell_rules_);
    kept.line = i;
  }
  return kept.row;
}

}  // namespace vraagbaak::indexer
