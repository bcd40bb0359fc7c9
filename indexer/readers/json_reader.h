// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// JSON of open data: questions of the Belgian Chamber (QRVADOC) as questions with their answers; of any other
// the strings and numbers, a line each with its key before it. A Problem where it is no JSON or nests deeper
// than a hundred levels.
Result<SourceText> read_json(std::string_view text, std::string_view name);

}  // namespace vraagbaak::indexer
