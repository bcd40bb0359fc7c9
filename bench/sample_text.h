// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace vraagbaak::bench {

// The documents of corpus/, one after the other, over and over up to 4 MiB: more than the second-level cache.
const std::string& sample_text();

}  // namespace vraagbaak::bench
