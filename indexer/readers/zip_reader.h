// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace vraagbaak::indexer {

// An archive of documents: each under a heading with its name, read as it would be alone, with its own pages
// where all of them have pages. What cannot be read is in left_out; an archive in an archive is. A Problem
// where the archive is damaged, unpacks to too much, or nothing in it can be read.
Result<SourceText> read_zip(std::string bytes, std::string_view name, const ReadOptions& options);

}  // namespace vraagbaak::indexer
