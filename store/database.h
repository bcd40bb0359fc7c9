// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "model/error.h"
#include "store/packed_bytes.h"

struct sqlite3;

namespace vraagbaak::store {

class BlockStore;
class HeadingFinder;
class TokenFeed;

// The file is not SQLite's. (It is asked of SQLite rather than of the file: opening and closing a file beside
// a connection lets go of the connection's locks.)
class NotADatabase : public Error {
 public:
  using Error::Error;
};

// What was asked took longer than it was given.
class TimedOut : public Error {
 public:
  using Error::Error;
};

enum class OpenMode : std::uint8_t { read_only, read_write, create };

// One connection to an SQLite file, with foreign keys on, double-quoted strings off, the tokenizer
// `vraagbaak` known to FTS5, and the table `figure` and our functions known to SQL. Not shared between
// threads, except interrupt(). Every failure of SQLite becomes an Error that names the file, what is wrong
// and the mend.
class Database {
 public:
  // Throws Error where the file cannot be opened.
  Database(const std::filesystem::path& file, OpenMode mode);
  ~Database();

  // Runs one or more statements without parameters or results.
  void run(const char* sql);
  // The same; that it fails does not matter.
  void run_if_possible(const char* sql) noexcept;
  // The first column of the first row as a number, 0 where there is none.
  std::int64_t number(const char* sql);
  // The first column of the first row as text.
  std::string text(const char* sql);

  std::int64_t last_row_id() const;
  bool is_in_transaction() const;
  // Makes a running statement of this connection end with an Error; any thread may call it.
  void interrupt();
  // From `moment` on statements end with TimedOut; nullopt: never.
  void set_deadline(std::optional<std::chrono::steady_clock::time_point> moment);
  std::optional<std::chrono::steady_clock::time_point> deadline() const;
  // Whether the deadline is past.
  bool is_late() const;
  // Throws the TimedOut of a statement that the deadline ended.
  [[noreturn]] void fail_late() const;

  const std::filesystem::path& file() const { return file_; }
  // What the tokenizer gives FTS5 for rows that are written; a reader needs none.
  TokenFeed& feed() { return *feed_; }
  // The blocks of the index, unpacked; what this connection uses itself.
  BlockStore& blocks() const { return *blocks_; }
  HeadingFinder& headings() const { return *headings_; }
  sqlite3* handle() const { return handle_.get(); }
  // Throws the Error that belongs to SQLite's last result on this connection.
  [[noreturn]] void fail(int code) const;
  // What `read` gives, which unpacks something that the file holds; damage it meets becomes an Error.
  template <typename Read>
  auto undamaged(Read read) const {
    try {
      return read();
    } catch (const DamagedBytes&) {
      report_damage();
    }
  }

 private:
  [[noreturn]] void report_damage() const;

  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  std::filesystem::path file_;
  std::unique_ptr<TokenFeed> feed_;
  std::unique_ptr<sqlite3, Closer> handle_;
  // Behind the handle: their statements end before it does.
  std::unique_ptr<BlockStore> blocks_;
  std::unique_ptr<HeadingFinder> headings_;
  std::chrono::steady_clock::time_point deadline_{};  // a progress handler of SQLite points here
};

}  // namespace vraagbaak::store
