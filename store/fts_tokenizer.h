// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string_view>
#include <utility>

#include "store/term_list.h"

struct sqlite3;

namespace vraagbaak::store {

inline constexpr std::size_t kSearchColumns = 3;  // title, heading, body

// The terms of a text: the same each time for the same text.
using TermMaker = std::function<TermList(std::string_view)>;

// Hands FTS5 the terms of the row that is being written, so that analysis stays out of the writer: the row's
// columns are bound as "0", "1", "2", and the tokenizer plays back the list of that number.
// With external content FTS5 never keeps the column texts, so the digits leave no trace.
class TokenFeed {
 public:
  // What the next rows are made of. The lists must live until the row is written.
  void set(const TermList& title, const TermList& heading, const TermList& body) {
    columns_ = {&title, &heading, &body};
  }
  // For a check of the index against the texts: the tokenizer is given those, and makes their terms anew.
  void compute_with(TermMaker terms) { terms_ = std::move(terms); }

  const TermMaker& maker() const { return terms_; }
  // nullptr unless `column` is "0", "1" or "2" and a row is set.
  const TermList* list(std::string_view column) const {
    if (column.size() != 1 || column[0] < '0' || column[0] >= '0' + static_cast<int>(kSearchColumns))
      return nullptr;
    return columns_[static_cast<std::size_t>(column[0] - '0')];
  }

 private:
  std::array<const TermList*, kSearchColumns> columns_{};
  TermMaker terms_;
};

// Makes the tokenizer `vraagbaak` known to FTS5 on this connection.
// - Written rows: plays back `feed`.
// - Queries: cuts at spaces only. Whoever prints the query emits finished terms ("bedrijf", "~bedrijf",
//   "#270000"), because FTS5 cannot tell its tokenizer a phrase from a word.
// `feed` must outlive the connection. Returns SQLite's result code.
int register_tokenizer(sqlite3* connection, const TokenFeed& feed);

}  // namespace vraagbaak::store
