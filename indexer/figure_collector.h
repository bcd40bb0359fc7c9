// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/figures/figure_finder.h"
#include "model/document.h"

namespace vraagbaak::indexer {

// Fills `document.figures`: those of the running text, and those of the table cells, which take unit and
// scale from their table and their row and column from its headers. In the order of the text, none inside
// another; spans are bytes of the document's text. Needs document.tables and document.metadata. Linear in the
// text.
void collect_figures(Document& document, const analysis::FigureFinder& finder,
                     const analysis::FigureOptions& options = {});

}  // namespace vraagbaak::indexer
