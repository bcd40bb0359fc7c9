// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "store/term_list.h"

struct sqlite3;

namespace vraagbaak::store {

inline constexpr std::size_t kSearchColumns = 3;  // title, heading, body

// Hands FTS5 the terms of the row that is being written, so that analysis stays out of the writer: the row's
// columns are bound as "0", "1", "2", and the tokenizer plays back the list of that number.
// With external content FTS5 never keeps the column texts, so the digits leave no trace.
class TokenFeed {
 public:
  // The lists must live until the row is written.
  void set(const TermList& title, const TermList& heading, const TermList& body) {
    columns_ = {&title, &heading, &body};
  }
  // nullptr unless `column` is "0", "1" or "2" and a row is set.
  const TermList* list(std::string_view column) const {
    if (column.size() != 1 || column[0] < '0' || column[0] >= '0' + static_cast<int>(kSearchColumns))
      return nullptr;
    return columns_[static_cast<std::size_t>(column[0] - '0')];
  }

 private:
  std::array<const TermList*, kSearchColumns> columns_{};
};

// Makes the tokenizer `vraagbaak` known to FTS5 on this connection.
// - Written rows: plays back `feed` (nothing without one).
// - Queries: cuts at spaces only. Whoever prints the query emits finished terms ("bedrijf", "~bedrijf",
//   "#270000"), because FTS5 cannot tell its tokenizer a phrase from a word.
// Returns SQLite's result code.
int register_tokenizer(sqlite3* connection, TokenFeed* feed);

}  // namespace vraagbaak::store
