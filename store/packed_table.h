// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: the columns and cells of a table as the index keeps them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace vraagbaak::store {

// Table::columns and Table::cells, packed.
std::string pack_table(const Table& table);

// The inverse. Throw DamagedBytes (store/packed_bytes.h) where the frame is not whole.
std::vector<std::string> unpack_columns(std::string_view frame);
std::vector<Cell> unpack_cells(std::string_view frame);

}  // namespace vraagbaak::store
