// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vraagbaak::indexer {

// How a spreadsheet shows a number, as far as it says what the number is.
enum class NumberLook { plain, percent, euro, date };

// What a number format of Excel makes of a number (ECMA-376, 18.8.30 and 18.8.31): by its built-in id, or by
// its own code, which is empty for a built-in one.
NumberLook number_look(int format_id, std::string_view code);

// A stored number ("31.430245573361756", "1E-3", "0.125") as Dutch text writes it: "31,4302455733618",
// "0,001", "12,5%", "€ 0,125". 15 significant digits, which is what spreadsheets keep. A date (days since
// 1899 or, where `since_1904`, 1904) is "2024-09-04", with a time "2024-09-04 10:30"; less than a day
// "10:30". What is no number comes back as it is.
std::string show_number(std::string_view stored, NumberLook look, bool since_1904 = false);

}  // namespace vraagbaak::indexer
