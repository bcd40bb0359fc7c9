// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/outline/line_classifier.h"
#include "indexer/outline/table_finder.h"

namespace vraagbaak::indexer {

// Lines of fields: how far they go, and the table they are, if they are one.
struct DelimitedLines {
  std::size_t last = 0;  // one past the last line with the same marks; none of these begins another table
  std::optional<FoundTable> table;
};

// Reads a table of which the fields stand between tabs, semicolons or bars, from line `first` on: at least
// three lines in a row with the same number of the same mark. Header and labels are found as in any grid
// (grid_table.h). Quotes round a field are left out of its span.
DelimitedLines read_delimited_table(std::string_view text, const std::vector<Line>& lines, std::size_t first,
                                    const OutlineRules& rules);

}  // namespace vraagbaak::indexer
