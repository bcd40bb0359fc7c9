// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// A Word document (.docx): headings by their style or outline level, numbers of lists as Word counts them,
// tables, foot- and end-notes behind the text ("[1]" where they are called), text boxes once and below their
// paragraph, of fields the result and not the code, headers and footers once as furniture; what was struck
// out with changes tracked is gone. Pages are those Word laid out when it was saved, where it noted them. A
// Problem where the file is damaged, behind a password or unpacks to too much.
Result<SourceText> read_docx(std::string bytes, std::string_view name);

}  // namespace vraagbaak::indexer
