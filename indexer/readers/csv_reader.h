// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// Cells a file of records or a workbook may have: a figure with what is known of it takes some 500 bytes.
inline constexpr std::size_t kMostCells = 400'000;

// The mark that keeps the fields of a file of records apart: ';', tab, ',' or '|'. nullopt where the text is
// none: its first lines must have the same number of fields, at least two, and the first of them short names.
// Looks at the first 64 KiB.
std::optional<char> csv_separator(std::string_view text);

// A file of records with that separator, quoted as in RFC 4180: one sheet without a name, a record a row.
// Where one column holds prose (speeches, answers) each record is a few lines, a field a line, and its prose
// a paragraph. Numbers with a decimal point become numbers with a comma where the file writes all so.
Result<SourceText> read_csv(std::string_view text, char separator, std::string_view name);

}  // namespace vraagbaak::indexer
