// SPDX-License-Identifier: EUPL-1.2
#include "store/fts_tokenizer.h"

#include <sqlite3.h>

#include <algorithm>

#include "store/fts5_api.h"

namespace vraagbaak::store {
namespace {

using TokenCallback = int (*)(void*, int, const char*, int, int, int);

// FTS5 calls the tokenizer's instance an Fts5Tokenizer*, which it never looks into; ours is the feed itself.
int create_instance(void* context, const char**, int, Fts5Tokenizer** instance) {
  *instance = static_cast<Fts5Tokenizer*>(context);
  return SQLITE_OK;
}
void delete_instance(Fts5Tokenizer*) {}

int tokenize_query(void* context, std::string_view text, TokenCallback emit) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find(' ', begin), text.size());
    const int code = emit(context, 0, text.data() + begin, static_cast<int>(at - begin),
                          static_cast<int>(begin), static_cast<int>(at));
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

int replay(void* context, const TermList& terms, TokenCallback emit) {
  int code = SQLITE_OK;
  terms.for_each([&](std::string_view term, bool colocated) {
    code =
        emit(context, colocated ? FTS5_TOKEN_COLOCATED : 0, term.data(), static_cast<int>(term.size()), 0, 0);
    return code == SQLITE_OK;
  });
  return code;
}

int tokenize(Fts5Tokenizer* instance, void* context, int flags, const char* text, int length,
             TokenCallback emit) {
  const std::string_view view(text, static_cast<std::size_t>(length));
  if ((flags & FTS5_TOKENIZE_QUERY) != 0) return tokenize_query(context, view, emit);
  if ((flags & FTS5_TOKENIZE_DOCUMENT) == 0) return SQLITE_OK;
  const auto* feed = reinterpret_cast<const TokenFeed*>(instance);
  if (feed->maker()) return replay(context, feed->maker()(view), emit);
  const TermList* terms = feed->list(view);
  return terms == nullptr ? SQLITE_OK : replay(context, *terms, emit);
}

}  // namespace

int register_tokenizer(sqlite3* connection, const TokenFeed& feed) {
  fts5_api* api = fts5_of(connection);
  if (api == nullptr) return SQLITE_ERROR;
  fts5_tokenizer tokenizer{create_instance, delete_instance, tokenize};
  // The tokenizer only reads its feed; FTS5 takes a void* all the same.
  return api->xCreateTokenizer(api, "vraagbaak", const_cast<TokenFeed*>(&feed), &tokenizer, nullptr);
}

}  // namespace vraagbaak::store
