// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::analysis {

// True where the dictionary of that name is the one in the binary, which tests have looked through and whose
// text stays for ever; false where a file of a folder was laid over it, or there is none.
bool is_built_in(const DictionarySource& source, std::string_view name);

}  // namespace vraagbaak::analysis
