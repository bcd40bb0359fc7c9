// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::analysis {

// The plain form of a number as it is written in Dutch: "2.000.051,75" -> "2000051.75", "14 000" -> "14000",
// "2,50" -> "2.5", "11,11%" -> "11.11", "-5" -> "5" (the sign is punctuation as often as it is minus). A full
// stop or comma groups where three digits follow each one, "1.024" -> "1024"; the last of two kinds, or a
// comma alone, is the decimal mark. English grouping is read where it is unmistakable: "2,000,051.75".
// nullopt where `text` is no one number. No limit to the digits; linear time; white space of any kind groups.
std::optional<std::string> plain_number(std::string_view text);

// The plain forms of the numbers that a token of kind number holds: one, or those of a range or date
// (1985-1987, 17/06/2022), or none. At most four.
std::vector<std::string> plain_numbers(std::string_view token);

}  // namespace vraagbaak::analysis
