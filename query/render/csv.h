// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "query/render/sheet.h"

namespace vraagbaak::query::render {

// A row as RFC 4180 has it, with its CR LF: a field that holds a comma, a quote or a line end, or has a space
// at an end, stands in quotes. Numbers are exact, in plain notation with a decimal point; dates are ISO 8601.
// A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return)
// gets an apostrophe in front.
std::string csv_line(const SheetRow& row);
std::string csv_line(const std::vector<std::string>& names);

}  // namespace vraagbaak::query::render
