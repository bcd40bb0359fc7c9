// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// An OpenDocument text (.odt): headings, lists, tables, notes behind the text, text boxes below their
// paragraph, pages where the program noted them. A Problem where the file is damaged, behind a password or
// unpacks to too much.
Result<SourceText> read_odt(std::string bytes, std::string_view name);

// An OpenDocument spreadsheet (.ods), as read_xlsx() gives a workbook.
Result<SourceText> read_ods(std::string bytes, std::string_view name);

}  // namespace vraagbaak::indexer
