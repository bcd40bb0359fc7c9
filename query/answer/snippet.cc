// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/snippet.h"

namespace vraagbaak::query {

std::string mark_matches(std::string_view snippet, std::string_view before, std::string_view after) {
  std::string marked;
  marked.reserve(snippet.size());
  for (const char c : snippet) {
    if (c == kMatchBegin) {
      marked += before;
    } else if (c == kMatchEnd) {
      marked += after;
    } else {
      marked += c;
    }
  }
  return marked;
}

}  // namespace vraagbaak::query
