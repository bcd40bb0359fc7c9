// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vraagbaak::analysis {

// The form under which word lists are looked up: lower case, accents off ("België" and "BELGIE" both give
// "belgie"), compatibility forms and curly apostrophes made plain. Ill-formed UTF-8 becomes U+FFFD.
// Linear in the length of the word; thread-safe.
std::string fold_word(std::string_view word);

}  // namespace vraagbaak::analysis
