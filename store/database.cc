// SPDX-License-Identifier: EUPL-1.2
#include "store/database.h"

#include <sqlite3.h>

#include "store/block_store.h"
#include "store/figure_table.h"
#include "store/fts_tokenizer.h"
#include "store/heading_path.h"
#include "store/sql_functions.h"
#include "store/statement.h"

namespace vraagbaak::store {
namespace {

// How long a statement waits for another connection's lock before it gives up.
constexpr int kBusyMilliseconds = 5000;

// How many of its steps SQLite takes between two looks at the clock: some tenths of a millisecond.
constexpr int kStepsBetweenLooks = 4000;

// For SQLite's progress handler: other than 0 where the deadline is past.
int is_past(void* deadline) {
  return std::chrono::steady_clock::now() >= *static_cast<std::chrono::steady_clock::time_point*>(deadline)
             ? 1
             : 0;
}

int open_flags(OpenMode mode) {
  switch (mode) {
    case OpenMode::read_only:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    case OpenMode::read_write:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    case OpenMode::create:
      break;
  }
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
}

}  // namespace

void Database::Closer::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

Database::Database(const std::filesystem::path& file, OpenMode mode)
    : file_(file),
      feed_(std::make_unique<TokenFeed>()),
      blocks_(std::make_unique<BlockStore>(*this)),
      headings_(std::make_unique<HeadingFinder>(*this)) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, open_flags(mode), nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  // Or a misspelt column name would pass as a text.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  // An index file may come from elsewhere: its schema is not to run anything.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  const int registered = register_tokenizer(handle, *feed_);
  if (registered != SQLITE_OK) fail(registered);
  const int functions = register_sql_functions(handle, *blocks_, *headings_);
  if (functions != SQLITE_OK) fail(functions);
  const int figures = register_figure_table(handle, *blocks_);
  if (figures != SQLITE_OK) fail(figures);
  // Pages of what queries come back to; SQLite's own default is 2 MiB, less than the postings of a common
  // word. Taken as it is needed.
  run("PRAGMA cache_size = -32768");  // KiB
  run("PRAGMA secure_delete = OFF; PRAGMA temp_store = MEMORY;");
}

Database::~Database() = default;

void Database::run(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

void Database::run_if_possible(const char* sql) noexcept {
  sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
}

std::int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.number(0) : 0;
}

std::string Database::text(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.text(0) : std::string();
}

std::int64_t Database::last_row_id() const {
  return sqlite3_last_insert_rowid(handle_.get());
}

bool Database::is_in_transaction() const {
  return sqlite3_get_autocommit(handle_.get()) == 0;
}

void Database::interrupt() {
  sqlite3_interrupt(handle_.get());
}

void Database::set_deadline(std::optional<std::chrono::steady_clock::time_point> moment) {
  deadline_ = moment.value_or(std::chrono::steady_clock::time_point{});
  sqlite3_progress_handler(handle_.get(), moment ? kStepsBetweenLooks : 0, moment ? is_past : nullptr,
                           &deadline_);
}

void Database::report_damage() const {
  fail(SQLITE_CORRUPT);
}

std::optional<std::chrono::steady_clock::time_point> Database::deadline() const {
  return deadline_ == std::chrono::steady_clock::time_point{} ? std::nullopt : std::optional(deadline_);
}

bool Database::is_late() const {
  return deadline() && std::chrono::steady_clock::now() >= deadline_;
}

void Database::fail_late() const {
  fail(SQLITE_INTERRUPT);
}

void Database::fail(int code) const {
  const std::string thing = file_.string();
  const std::string said = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  switch (code & 0xFF) {
    case SQLITE_FULL:
      throw Error(thing, "the disk is full", "free some space and run `vraagbaak index` again");
    case SQLITE_NOTADB:
      throw NotADatabase(thing, "is not a Vraagbaak index", "give another file with --db");
    case SQLITE_CORRUPT:
      throw Error(thing, "the index is damaged", "delete the file and run `vraagbaak index` again");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(thing, "is in use by another run", "wait until that one is done and try again");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw Error(thing, "may not be written", "give it write permission or another file with --db");
    case SQLITE_CANTOPEN:
      throw Error(thing, "cannot be opened", "check that the file and its folder are there and may be read");
    case SQLITE_INTERRUPT:
      throw TimedOut(thing, "the search was stopped because it took too long", "ask a narrower question");
    case SQLITE_IOERR:
      // SHMSIZE: no room for the file through which writer and readers share the WAL.
      if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_TRUNCATE ||
          code == SQLITE_IOERR_SHMSIZE) {
        throw Error(thing, "cannot be written (disk full, or a limit on the size of files)",
                    "free some space and run `vraagbaak index` again");
      }
      throw Error(thing, "cannot be read (" + said + ")", "check the disk");
    default:
      throw Error(thing, "SQLite says \"" + said + "\"", "run `vraagbaak index` again");
  }
}

}  // namespace vraagbaak::store
