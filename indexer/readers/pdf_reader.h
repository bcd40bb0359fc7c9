// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/pdf_layout.h"
#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// A PDF through poppler's pdftotext, in a process of its own with bounded time, memory and output. `ocr`:
// pages that are pictures are read with ocrmypdf, where it is installed. A Problem where a program is
// missing, the file is damaged or behind a password, holds no text, or asks for more than is safe.
Result<SourceText> read_pdf(std::string bytes, std::string_view name, bool ocr = false);

// The pages in what `pdftotext -bbox-layout` prints; damage in it ends what is read.
std::vector<PdfPage> parse_bounding_boxes(std::string printed);

}  // namespace vraagbaak::indexer
