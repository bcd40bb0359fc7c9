// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::query {

// A dictionary cell with several words or phrases, " / " between: each of them normalized, empty ones left
// out.
std::vector<std::string> split_word_group(std::string_view cell);

// The words of a normalized phrase, by its spaces.
std::vector<std::string> split_words(std::string_view phrase);

}  // namespace vraagbaak::query
