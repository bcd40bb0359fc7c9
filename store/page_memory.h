// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

namespace vraagbaak::store {

// Bounds what all connections of this process together keep of pages and whatever else SQLite holds, in
// bytes: whoever comes near the bound gives up pages of its own before it takes new ones. What a statement
// needs at the moment it gets all the same. Without it each connection keeps up to 32 MiB of pages.
void bound_page_memory(std::size_t bytes);

}  // namespace vraagbaak::store
