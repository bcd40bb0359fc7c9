// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

namespace vraagbaak::query {

// The bare years in a text, in order: four digits, 1830–2100, that no further digit, point or comma goes on.
std::vector<int> years_in(std::string_view text);

}  // namespace vraagbaak::query
