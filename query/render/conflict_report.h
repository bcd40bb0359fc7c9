// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "query/conflict/conflict.h"
#include "query/render/sheet.h"
#include "query/render/style.h"

namespace vraagbaak::query::render {

// "16 against 12: 4 more (33.3 %)"; for people.
std::string arithmetic_text(const Conflict& conflict);

// One line: conflict, explanation, likeness, statements (two of: the FIGURE keys, by, standing, citation).
std::string conflict_line_json(const Conflict& conflict);
std::string conflict_text(const Conflict& conflict, const Style& style);

const std::vector<std::string>& conflict_columns();
SheetRow conflict_row(const Conflict& conflict);

}  // namespace vraagbaak::query::render
