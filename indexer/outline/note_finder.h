// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/outline/line_classifier.h"

namespace vraagbaak::indexer {

// Marks the lines of foot- and end-notes as LineKind::note; the first line of each has the note's number as
// its label. A note is a line that begins with a number, where the same number stands glued to a word or a
// closing mark not too far above ("het departement47", "failliet ging?1"), and the lines below it up to a
// blank line, the next note or a header. Linear in the size of the text.
void mark_notes(std::string_view text, std::vector<Line>& lines);

}  // namespace vraagbaak::indexer
