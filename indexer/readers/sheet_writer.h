// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/grid.h"
#include "indexer/readers/text_composer.h"

namespace vraagbaak::indexer {

// Writes a sheet: its name as a heading (and that it is hidden, where it is), then its cells. A blank row
// ends a table where a new header, or lines of one cell, stand on either side of it; lines of one cell
// between blank rows are text. `cells` come by row, then column. Nothing where no cell has a text.
void write_sheet(TextComposer& composer, std::string name, bool hidden, std::vector<GridCell> cells);

}  // namespace vraagbaak::indexer
