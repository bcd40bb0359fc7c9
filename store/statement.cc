// SPDX-License-Identifier: EUPL-1.2
#include "store/statement.h"

#include <sqlite3.h>

namespace vraagbaak::store {

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(const Database& database, const char* sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(database.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) database_->fail(code);
}

void Statement::reset() {
  sqlite3_reset(statement_.get());  // repeats the code of the last step, which has been reported
  sqlite3_clear_bindings(statement_.get());
}

void Statement::bind(int index, std::int64_t value) {
  const int code = sqlite3_bind_int64(statement_.get(), index + 1, value);
  if (code != SQLITE_OK) database_->fail(code);
}

void Statement::bind(int index, double value) {
  const int code = sqlite3_bind_double(statement_.get(), index + 1, value);
  if (code != SQLITE_OK) database_->fail(code);
}

void Statement::bind(int index, std::string_view text) {
  // A view without data would be bound as NULL.
  const char* data = text.data() == nullptr ? "" : text.data();
  const int code =
      sqlite3_bind_text64(statement_.get(), index + 1, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) database_->fail(code);
}

void Statement::bind(int index, Blob blob) {
  const int code =
      sqlite3_bind_blob64(statement_.get(), index + 1, blob.bytes.data(), blob.bytes.size(), SQLITE_STATIC);
  if (code != SQLITE_OK) database_->fail(code);
}

void Statement::bind(int index, std::nullopt_t) {
  const int code = sqlite3_bind_null(statement_.get(), index + 1);
  if (code != SQLITE_OK) database_->fail(code);
}

// Out of line: inlined into its callers, g++ 12 takes the value of an empty optional for an uninitialized
// read.
template <typename T>
void Statement::bind_optional(int index, const std::optional<T>& value) {
  if (value) {
    bind(index, *value);
  } else {
    bind(index, std::nullopt);
  }
}
void Statement::bind(int index, const std::optional<std::int64_t>& value) {
  bind_optional(index, value);
}
void Statement::bind(int index, const std::optional<std::size_t>& value) {
  bind_optional(index, value);
}
void Statement::bind(int index, const std::optional<int>& value) {
  bind_optional(index, value);
}
void Statement::bind(int index, const std::optional<double>& value) {
  bind_optional(index, value);
}
void Statement::bind(int index, const std::optional<std::string>& value) {
  bind_optional(index, value);
}
void Statement::bind(int index, const std::optional<std::string_view>& value) {
  bind_optional(index, value);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  database_->fail(code);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::view(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

StatementLease StatementCache::operator[](const char* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.emplace(sql, Statement(database_, sql)).first;
  found->second.reset();
  return StatementLease(found->second);
}

}  // namespace vraagbaak::store
