// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "model/decimal.h"

namespace vraagbaak::query {

// What the last digit shown of a figure is worth: 10000 for "43,00" in millions, 100000 for "2,5 miljoen",
// 0.01 for "11,11%", 1 for "270.000". nullopt where the text's digits are not those of the value (number
// words, zero).
std::optional<Decimal> last_place(std::string_view text, const Decimal& value);

// What the last digit that is not zero is worth: 10000 for 270000. 1 at least for whole numbers; nullopt for
// 0.
std::optional<Decimal> round_place(const Decimal& value);

}  // namespace vraagbaak::query
