// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "indexer/readers/source_text.h"

namespace vraagbaak::indexer {

// Whether a text is written in Markdown: it has a heading with # and another of its marks (links, bold words,
// table rules, fences). Looks at the first 64 KiB.
bool looks_like_markdown(std::string_view text);

// Markdown (CommonMark's common part and tables): headings, paragraphs, lists, quotes, tables; emphasis and
// links become their words.
SourceText read_markdown(std::string_view text);

}  // namespace vraagbaak::indexer
