// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "indexer/readers/grid.h"
#include "indexer/readers/pdf_layout.h"

namespace vraagbaak::indexer {

// A table on a page: its cells, and which words it took.
struct PdfTable {
  std::vector<GridCell> cells;
  std::vector<const PdfWord*> words;  // of the page
};

// The tables of a page by where its words stand: at least three rows below each other, of two or more pieces
// with wide gaps between them, of which many are figures; columns are where pieces of several rows overlap. A
// line of one piece between such rows belongs to the label below it. Pieces of prose in columns are no table.
std::vector<PdfTable> find_tables(const PdfPage& page);

}  // namespace vraagbaak::indexer
