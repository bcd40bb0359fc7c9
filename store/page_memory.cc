// SPDX-License-Identifier: EUPL-1.2
#include "store/page_memory.h"

#include <sqlite3.h>

namespace vraagbaak::store {

void bound_page_memory(std::size_t bytes) {
  sqlite3_soft_heap_limit64(static_cast<sqlite3_int64>(bytes));
}

}  // namespace vraagbaak::store
