// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/language_guess.h"
#include "indexer/readers/source_text.h"

namespace vraagbaak::indexer {

// The stretches of a text that are French, in order, none touching another: Belgian federal papers mix it
// with Dutch. Paragraph by paragraph: what the format says, unless a longer paragraph plainly reads
// otherwise; where the format says nothing, a longer paragraph that reads as French. Rows of tables count
// only where the format says so. Linear in the text.
std::vector<ByteSpan> find_french(std::string_view text, const std::vector<LanguageSpan>& given,
                                  const analysis::LanguageReading& languages);

// `text` with blanks for those stretches: every other byte stays where it is.
std::string without(std::string_view text, const std::vector<ByteSpan>& stretches);

}  // namespace vraagbaak::indexer
