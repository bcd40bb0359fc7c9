// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// Formats that a program of the system reads for us, in a process of its own with bounds. A Problem, naming
// the package, where the program is not installed; and where it fails.

// An old Word document (.doc), through catdoc: its paragraphs.
Result<SourceText> read_doc(std::string bytes, std::string_view name);
// An old Excel workbook (.xls), through catdoc's xls2csv: its sheets, by number.
Result<SourceText> read_xls(std::string bytes, std::string_view name);
// Rich text (.rtf), through unrtf: as the web page it makes of it.
Result<SourceText> read_rtf(std::string bytes, std::string_view name);

// What catdoc prints (UTF-8): paragraphs, an empty line between them.
SourceText compose_paragraphs(std::string_view printed);
// What xls2csv prints (UTF-8): sheets, a form feed between them.
Result<SourceText> compose_sheets(std::string_view printed, std::string_view name);
// What unrtf prints (UTF-8): a web page.
Result<SourceText> compose_page(std::string printed, std::string_view name);

}  // namespace vraagbaak::indexer
