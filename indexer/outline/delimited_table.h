// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/outline/line_classifier.h"
#include "indexer/outline/table_finder.h"

namespace vraagbaak::indexer {

// A table of which the fields stand between tabs, semicolons or bars, from line `first` on: at least two
// lines in a row with the same number of the same mark, the first of them the header. The first field of a
// line is its label. nullopt where no such table begins there. Quotes round a field are left out of its span.
std::optional<FoundTable> read_delimited_table(std::string_view text, const std::vector<Line>& lines,
                                               std::size_t first);

}  // namespace vraagbaak::indexer
