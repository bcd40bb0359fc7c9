// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/outline/line_classifier.h"
#include "indexer/outline/outline_rules.h"
#include "indexer/outline/table_row.h"

namespace vraagbaak::indexer {

// The lines of a text read as table rows. Whoever looks for tables comes to the same line several times: the
// rows of the last lines asked for are kept. Text, lines and rules must outlive it. Not to be shared between
// threads.
class TableRows {
 public:
  TableRows(std::string_view text, const std::vector<Line>& lines, const OutlineRules& rules);

  std::string_view text() const { return text_; }
  const std::vector<Line>& lines() const { return lines_; }
  const OutlineRules& rules() const { return rules_; }

  // As read_table_row() reads line `i`; valid until the next call.
  const TableRow& at(std::size_t i) const;

 private:
  // More than a table's header and what is looked at above it.
  static constexpr std::size_t kKept = 128;
  struct Kept {
    std::size_t line = static_cast<std::size_t>(-1);
    TableRow row;
  };

  std::string_view text_;
  const std::vector<Line>& lines_;
  const OutlineRules& rules_;
  CellRules cell_rules_;
  mutable std::vector<Kept> kept_ = std::vector<Kept>(kKept);  // line i at i % kKept
};

}  // namespace vraagbaak::indexer
