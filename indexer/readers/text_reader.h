// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "indexer/readers/reader.h"

namespace vraagbaak::indexer {

// Plain text. A UTF-8 file comes back as it is, without its byte-order mark: offsets hold in the file.
// UTF-16 is known by its byte-order mark. Bytes that are not UTF-8 are read as Windows-1252, one by one, so a
// file that is all Windows-1252 and one that mixes the two both come out as their writers saw them; what
// neither knows becomes U+FFFD. A form feed ends a page (and stays in the text); without any the text has no
// pages.
SourceText read_text(std::string bytes);

}  // namespace vraagbaak::indexer
