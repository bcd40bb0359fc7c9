// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "model/byte_span.h"

namespace vraagbaak::indexer {

// A sentence of an answer, and whether a paragraph begins with it.
struct Statement {
  ByteSpan span;  // without white space at its ends
  bool opens_paragraph = false;
};

// Cuts `range` at sentence ends and paragraph ends. A paragraph also ends where the next sentence is glued to
// its full stop ("… te bespreken.De dienst …"): that is how such texts lose their line ends, and the sentence
// splitter of the analysis, which need not tell sentences from paragraphs, does not keep it. At most `most`
// statements; the last then reaches to the end of the range. Linear.
std::vector<Statement> split_statements(std::string_view text, ByteSpan range, std::size_t most = 10'000);

}  // namespace vraagbaak::indexer
