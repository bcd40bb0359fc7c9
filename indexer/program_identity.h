// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::indexer {

// Changes whenever a document might be analysed otherwise than before: with the running program (its build
// id, where the linker gave it one) or with a dictionary.
std::string program_identity(const analysis::DictionarySource& dictionaries);

}  // namespace vraagbaak::indexer
