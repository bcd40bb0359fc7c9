// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/source_text.h"

namespace vraagbaak::indexer {

// A word on a page; coordinates in points from the upper left corner.
struct PdfWord {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;  // UTF-8, without white space
};

struct PdfLine {
  std::vector<PdfWord> words;
};

// Lines that belong together: a paragraph, a column's stretch, a cell.
struct PdfBlock {
  std::vector<PdfLine> lines;
};

// A page with its blocks in reading order, columns one after the other.
struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PdfBlock> blocks;
};

// Running text of pages: lines of a paragraph joined, a word that a line end cuts made whole (the hyphen
// stays where the document writes the word so elsewhere), a paragraph that goes on over a page left whole.
// Lines that come back at the edge of pages with only their numbers changed are furniture and stand behind
// the paragraph they interrupted. Rows of short pieces that stand below each other, figures among them, are a
// table. Page n of the result is page n of the file. Linear but for sorting.
SourceText compose_pages(const std::vector<PdfPage>& pages);

}  // namespace vraagbaak::indexer
