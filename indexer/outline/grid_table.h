// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "indexer/outline/outline_rules.h"
#include "model/document.h"
#include "model/source_table.h"

namespace vraagbaak::indexer {

// Makes a table of cells whose rows and columns are known. It finds
// - the title: rows of one filled cell above the header join the caption ("Tabel 3 …", "(in miljoen euro)");
// - the header rows: those that the format marks, else the rows above the first figure that is no year. A
//   column under a wider header has both names, the upper first;
// - the label columns: those that the format marks, else the columns of words and years before the figures.
//   A row's header joins them, the outer first; an outer label that is left out goes on from the row above;
// - group rows, of which only the label is filled: their label goes before those of the rows below;
// - a header that comes back on a new page, which is left out.
// `text` is the document's; cells that do not lie in it are left out. nullopt where no two rows or columns
// are left, where every cell is empty, or where the cells lie so scattered that the grid is no table. Time
// and memory are linear in the number of cells.
std::optional<Table> read_grid_table(std::string_view text, const SourceTable& source,
                                     const OutlineRules& rules);

}  // namespace vraagbaak::indexer
