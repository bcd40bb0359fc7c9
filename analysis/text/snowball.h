// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "analysis/text/stop_words.h"

namespace vraagbaak::analysis {

// The stem of an English or French word by libstemmer; `word` folded UTF-8. A Dutch word comes back as it is:
// see Stemmer. Thread-safe (each thread has its own handles).
std::string snowball_stem(std::string_view word, Language language);

}  // namespace vraagbaak::analysis
