// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace vraagbaak::query {

// Text as gold and answer are compared: NFKD, accents off, case folded, everything but letters, digits, '_'
// and
// '%' a single space, none at the ends. Ill-formed UTF-8 counts as a space.
std::string fold_for_comparison(std::string_view text);

// How often each word stands in a folded text.
using WordCounts = std::unordered_map<std::string, std::size_t>;
WordCounts count_words(std::string_view folded);
std::size_t total(const WordCounts& counts);
// Words both have, each as often as the one that has it less.
std::size_t common(const WordCounts& a, const WordCounts& b);

// White space as it is left out of counts of characters: White_Space and the separators U+001C–U+001F.
bool is_blank(char32_t code_point);
// A letter or a digit, in any script.
bool is_alphanumeric(char32_t code_point);

}  // namespace vraagbaak::query
