// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/understand/query_syntax.h"

namespace vraagbaak::query {

enum class QuerySign : std::uint8_t {
  word,          // `text`
  phrase,        // `text`, without its quotes
  field,         // `text`: the name, before the colon
  open,          // (
  open_near,     // NEAR(
  close,         // )
  operator_and,  // AND, &&
  operator_or,   // OR, ||
  operator_not,  // NOT, or a minus glued to what follows
  end,
};

struct QueryToken {
  QuerySign sign = QuerySign::end;
  std::string text;
  std::size_t character = 0;  // where it begins: code points before it, plus 1
  bool glued = false;         // no space stands between it and the token before
};

// A query cut into signs; the last is `end`. Adds to `notes` what was forgiven.
std::vector<QueryToken> cut_query(std::string_view query, std::vector<std::string>& notes);

}  // namespace vraagbaak::query
