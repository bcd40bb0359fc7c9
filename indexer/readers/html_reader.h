// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// A web page, or a document that Word saved as one: paragraphs, headings, lists, tables, languages; title and
// date from its metadata. Scripts, styles and forms go; menus and the foot of the page become furniture.
Result<SourceText> read_html(std::string bytes, std::string_view name);

}  // namespace vraagbaak::indexer
