// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>

namespace vraagbaak::analysis {

// Where the URL ends whose scheme or `www.` ends at byte `at` of `text`: before white space, an angle bracket
// or a quotation mark, and without the punctuation of the sentence round it (`(see https://a.be/b).`). A
// bracket that closes belongs to the URL where one was opened in it. At least `at`.
std::size_t url_end(std::string_view text, std::size_t at);

}  // namespace vraagbaak::analysis
