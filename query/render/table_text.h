// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "query/render/style.h"
#include "query/table_lister.h"

namespace vraagbaak::query::render {

// A table for people: caption, place, unit, and its rows in aligned columns, headers and row labels wrapped.
std::string table_text(const ListedTable& table, const Style& style);

}  // namespace vraagbaak::query::render
