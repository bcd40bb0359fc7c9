// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace vraagbaak::bench {

// The documents of corpus/, one after the other, over and over up to 4 MiB: more than the second-level cache.
const std::string& sample_text();
// The same documents, each by itself and once.
const std::vector<std::string>& sample_documents();

}  // namespace vraagbaak::bench
