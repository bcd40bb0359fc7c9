// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: the way to FTS5's extensions.
#pragma once

struct fts5_api;
struct sqlite3;

namespace vraagbaak::store {

// FTS5 as the connection has it; nullptr where SQLite was built without it.
fts5_api* fts5_of(sqlite3* connection);

}  // namespace vraagbaak::store
