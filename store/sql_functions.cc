// SPDX-License-Identifier: EUPL-1.2
#include "store/sql_functions.h"

#include <sqlite3.h>

#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/text/normalizer.h"
#include "model/decimal.h"
#include "model/error.h"
#include "store/block_store.h"
#include "store/database.h"
#include "store/heading_path.h"

namespace vraagbaak::store {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const unsigned char* text = sqlite3_value_text(value);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

// No exception may pass through SQLite.
template <typename Work>
void guarded(sqlite3_context* context, Work work) noexcept {
  try {
    work();
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  } catch (const TimedOut&) {
    sqlite3_result_error_code(context, SQLITE_INTERRUPT);
  } catch (const Error&) {
    sqlite3_result_error_code(context, SQLITE_CORRUPT);  // of the file's bytes; all else is SQLite's own
  } catch (...) {
    sqlite3_result_error(context, "a function of the index failed", -1);
  }
}

void decimal_compare(sqlite3_context* context, int, sqlite3_value** arguments) {
  guarded(context, [&] {
    const std::optional<Decimal> a = Decimal::parse(text_of(arguments[0]));
    const std::optional<Decimal> b = Decimal::parse(text_of(arguments[1]));
    if (!a || !b) return sqlite3_result_null(context);
    sqlite3_result_int(context, *a < *b ? -1 : *a == *b ? 0 : 1);
  });
}

void folded(sqlite3_context* context, int, sqlite3_value** arguments) {
  guarded(context, [&] {
    const std::string text = analysis::normalize(text_of(arguments[0]));
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  });
}

void passage_text(sqlite3_context* context, int, sqlite3_value** arguments) {
  guarded(context, [&] {
    auto& blocks = *static_cast<BlockStore*>(sqlite3_user_data(context));
    const std::string_view text = blocks.text_of(sqlite3_value_int64(arguments[0]));
    sqlite3_result_text64(context, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
  });
}

void heading_path(sqlite3_context* context, int, sqlite3_value** arguments) {
  guarded(context, [&] {
    auto& headings = *static_cast<HeadingFinder*>(sqlite3_user_data(context));
    const std::string text = headings.path_of(
        {sqlite3_value_int64(arguments[0]), static_cast<std::size_t>(sqlite3_value_int64(arguments[1]))});
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  });
}

}  // namespace

int register_sql_functions(sqlite3* handle, BlockStore& blocks, HeadingFinder& headings) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  const int code = sqlite3_create_function_v2(handle, "decimal_compare", 2, kFlags, nullptr, decimal_compare,
                                              nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return code;
  const int folding =
      sqlite3_create_function_v2(handle, "folded", 1, kFlags, nullptr, folded, nullptr, nullptr, nullptr);
  if (folding != SQLITE_OK) return folding;
  // The view of what is searched calls these two.
  constexpr int kOfView = SQLITE_UTF8 | SQLITE_INNOCUOUS;
  const int texts = sqlite3_create_function_v2(handle, "passage_text", 1, kOfView, &blocks, passage_text,
                                               nullptr, nullptr, nullptr);
  if (texts != SQLITE_OK) return texts;
  return sqlite3_create_function_v2(handle, "heading_path", 2, kOfView, &headings, heading_path, nullptr,
                                    nullptr, nullptr);
}

}  // namespace vraagbaak::store
