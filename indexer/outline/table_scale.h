// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "indexer/outline/outline_rules.h"
#include "model/document.h"

namespace vraagbaak::indexer {

// Sets unit and scale of the table from its caption; from `header`, all the words above the rows, where it
// has a single column. "in miljoen euro" over a column "in euro" gives way to the column.
void read_table_scale(Table& table, std::string_view header, const OutlineRules& rules);

}  // namespace vraagbaak::indexer
