// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/text/stemmer.h"
#include "model/document.h"

namespace vraagbaak::indexer {

// Parts a footnote mark from the count it is glued to, where a flattened page wrote 6¹ as "61": the count
// becomes 6, the mark and the number of the note become references (ordinal_ref). A wrong split is ten times
// off, so all of this must hold of the page (the text above the note, at most kPage bytes):
//   - a note stands below it, parted by a blank line, and its number is seen as a mark nowhere else;
//   - one count alone ends in that number;
//   - the note speaks of the noun counted;
//   - a list behind the count has as many items as the count without the mark, or one less where the note
//     speaks of one ("Het project van … werd stopgezet").
// Needs document.text, pages and figures. Linear in the text.
void split_note_marks(Document& document, const analysis::Stemmer& stemmer);

}  // namespace vraagbaak::indexer
