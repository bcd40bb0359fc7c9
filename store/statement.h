// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "store/database.h"

struct sqlite3_stmt;

namespace vraagbaak::store {

// Bytes that are no text, to be bound. They must live as long as a bound text.
struct Blob {
  std::string_view bytes;
};

// A prepared statement. Parameters and columns are numbered from 0. Usage:
//   statement.reset(); statement.bind(0, path); while (statement.step()) { … statement.text(1) … }
// Throws Error where SQLite fails. Must not outlive its Database.
class Statement {
 public:
  Statement(const Database& database, const char* sql);

  // Back to before the first row, parameters forgotten.
  void reset();

  void bind(int index, std::int64_t value);
  void bind(int index, std::size_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, double value);
  // The text is not copied: it must live until the next reset() or the end of the statement's run.
  void bind(int index, std::string_view text);
  void bind(int index, const std::string& text) { bind(index, std::string_view(text)); }
  void bind(int index, const char* text) { bind(index, std::string_view(text)); }
  void bind(int index, Blob blob);
  void bind(int index, std::nullopt_t);
  // NULL where there is no value.
  void bind(int index, const std::optional<std::int64_t>& value);
  void bind(int index, const std::optional<std::size_t>& value);
  void bind(int index, const std::optional<int>& value);
  void bind(int index, const std::optional<double>& value);
  void bind(int index, const std::optional<std::string>& value);
  void bind(int index, const std::optional<std::string_view>& value);
  // Binds all parameters from the first on.
  template <typename... Values>
  void bind_all(const Values&... values) {
    int index = 0;
    (bind(index++, values), ...);
  }

  // The next row; false at the end.
  bool step();
  // reset(), bind_all(), and a run to the end.
  template <typename... Values>
  void execute(const Values&... values) {
    reset();
    bind_all(values...);
    while (step()) {
    }
    reset();
  }

  // reset(), bind_all(), and the number in the first column of the first row; nullopt where no row comes.
  template <typename... Values>
  std::optional<std::int64_t> first_number(const Values&... values) {
    reset();
    bind_all(values...);
    const std::optional<std::int64_t> found = step() ? std::optional(number(0)) : std::nullopt;
    reset();
    return found;
  }

  bool is_null(int column) const;
  std::int64_t number(int column) const;
  std::size_t size(int column) const { return static_cast<std::size_t>(number(column)); }
  double real(int column) const;
  // A view of SQLite's own buffer: good until the next step() or reset().
  std::string_view view(int column) const;
  // The bytes of a blob, as long.
  std::string_view blob(int column) const;
  std::string text(int column) const { return std::string(view(column)); }

 private:
  template <typename T>
  void bind_optional(int index, const std::optional<T>& value);

  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

// A statement out of a cache, in use: reset at the end of the scope, because a statement that stops halfway
// its rows keeps its lock on the file.
class StatementLease {
 public:
  explicit StatementLease(Statement& statement) : statement_(&statement) {}
  ~StatementLease() {
    if (statement_ != nullptr) statement_->reset();
  }
  StatementLease(StatementLease&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  StatementLease& operator=(StatementLease&&) = delete;

  Statement* operator->() const { return statement_; }
  Statement& operator*() const { return *statement_; }

 private:
  Statement* statement_;
};

// The statements of one connection, each prepared once. A text is known by its address: give literals only.
class StatementCache {
 public:
  explicit StatementCache(const Database& database) : database_(database) {}

  // The statement, reset. Not to be taken a second time while the first lease lives.
  StatementLease operator[](const char* sql);

 private:
  const Database& database_;
  std::unordered_map<const char*, Statement> statements_;
};

}  // namespace vraagbaak::store
