// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

#include "query/table_lister.h"

namespace vraagbaak::web {

// The rows of the table by one of its columns (from 1; 0: by their labels): values before words before cells
// without a text, whichever way; equal ones stay as they stand. Any column, also one that is not there.
std::vector<const query::ListedRow*> ordered_rows(const query::ListedTable& table, std::size_t column,
                                                  bool is_descending);

// True where most cells of the column that have a text hold a value.
bool holds_values(const query::ListedTable& table, std::size_t column);

}  // namespace vraagbaak::web
