// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

#include "model/byte_span.h"

namespace vraagbaak {

// A cell as a format with tables (HTML, Word, a spreadsheet, CSV) gives it, before anything is known of its
// meaning.
struct SourceCell {
  ByteSpan span;            // its text in the document's stored text; empty where the cell is
  std::size_t row = 0;      // in the grid, from 0, header rows included
  std::size_t column = 0;   // in the grid, from 0, label columns included
  std::size_t rows = 1;     // how many rows it covers (rowspan, a vertical merge)
  std::size_t columns = 1;  // how many columns it covers (colspan, gridSpan, a horizontal merge)
  bool header = false;      // the format says that it heads rows or columns: <th>, a repeated header row
  friend bool operator==(const SourceCell&, const SourceCell&) = default;
};

// A table as a reader hands it over with the text it stands in. The outline makes a Table of it: it finds
// the header rows, the label columns, caption, unit and scale (indexer/outline/grid_table.h). A reader gives
// what the format says and decides nothing: cells that cover others, empty rows, title rows and tables that
// only lay out a page may all be there.
struct SourceTable {
  ByteSpan span;                  // from its first cell to its last, in the stored text
  ByteSpan caption;               // <caption>, the name of a sheet; empty where the format has none
  std::vector<SourceCell> cells;  // in any order; empty cells may be left out
  friend bool operator==(const SourceTable&, const SourceTable&) = default;
};

}  // namespace vraagbaak
