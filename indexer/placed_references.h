// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "model/document.h"

namespace vraagbaak::indexer {

// Makes references (ordinal_ref) of bare numbers that only their place in the document tells to be none of
// its quantities:
//   - at the start of a line, where a note with that number stands below: a mark that lost its place;
//   - alone on a line, where it is the number of the document;
//   - alone on the first or last line of a page: a page number;
//   - at the end of a line of a table of contents (behind a tab or leader dots, where the line begins with
//     the number of a heading or holds leaders): a page number.
// Needs document.text, sections, metadata and figures. Linear in the text.
void tell_placed_references(Document& document);

}  // namespace vraagbaak::indexer
