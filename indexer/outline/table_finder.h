// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "indexer/outline/line_classifier.h"
#include "indexer/outline/outline_rules.h"
#include "model/document.h"
#include "model/source_table.h"

namespace vraagbaak::indexer {

// A table with the lines it takes, half open; Table::section is still kNone.
struct FoundTable {
  Table table;
  std::string label;  // "Tabel 8"; empty where the caption has no number
  std::size_t first_line = 0;
  std::size_t last_line = 0;
};

// Finds tables in flat text: rows of which the figures stand at the line's end, with labels that wrap over
// lines and empty cells of which only the blanks are left; in layout text, where blanks keep the columns
// apart; and in lines of fields between tabs, semicolons or bars. Immutable; safe to share between threads;
// `rules` must outlive it.
class TableFinder {
 public:
  explicit TableFinder(const OutlineRules& rules) : rules_(rules) {}
  // All tables in order, none overlapping; those that the format gives, `given`, go before what the text
  // looks like. Linear in the size of the text.
  std::vector<FoundTable> find(std::string_view text, const std::vector<Line>& lines,
                               const std::vector<SourceTable>& given = {}) const;

 private:
  const OutlineRules& rules_;
};

}  // namespace vraagbaak::indexer
