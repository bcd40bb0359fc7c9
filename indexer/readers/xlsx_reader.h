// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// An Excel workbook (.xlsx, .xlsm): its sheets one after the other, hidden ones too and said to be so; the
// values that formulas had when it was saved; dates and percentages as such. A Problem where it is damaged,
// behind a password, unpacks to too much, or has more than kMostCells cells or kLargestText of text in them.
Result<SourceText> read_xlsx(std::string bytes, std::string_view name);

}  // namespace vraagbaak::indexer
