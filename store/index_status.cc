// SPDX-License-Identifier: EUPL-1.2
#include "store/index_status.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "model/error.h"
#include "store/database.h"
#include "store/index_file.h"
#include "store/reader_state.h"
#include "store/statement.h"

namespace vraagbaak::store {
namespace {

std::vector<IndexStatus::Count> counts_by(Database& database, const char* sql) {
  Statement rows(database, sql);
  std::vector<IndexStatus::Count> counts;
  while (rows.step()) counts.push_back({rows.text(0), rows.size(1)});
  return counts;
}

// What a table, or an index of it, is there for.
std::string_view part_of(std::string_view table) {
  if (table.starts_with("passage_fts")) return "full-text index";
  if (table.starts_with("passage")) return "passages";
  if (table == "content_block" || table == "phrase_book" || table == "figure_unit")
    return "text, figures and mentions";
  for (const std::string_view name : {"entity", "entity_name", "entity_passages", "document_entities"})
    if (table == name) return "names";
  if (table == "data_table") return "tables";
  for (const std::string_view name :
       {"section", "document_headings", "qa_pair", "unanswered", "page", "sheet", "sheet_mark"})
    if (table == name) return "outline";
  return "documents and files";
}

std::vector<IndexStatus::Part> parts_of(Database& database, std::chrono::milliseconds patience) {
  std::map<std::string, std::uint64_t, std::less<>> bytes;
  database.set_deadline(std::chrono::steady_clock::now() + patience);
  try {
    Statement rows(database,
                   "SELECT coalesce(item.tbl_name, stat.name), stat.pgsize FROM dbstat AS stat"
                   " LEFT JOIN sqlite_schema AS item ON item.name = stat.name WHERE stat.aggregate = TRUE");
    std::int64_t used = 0;
    while (rows.step()) {
      bytes[std::string(part_of(rows.view(0)))] += static_cast<std::uint64_t>(rows.number(1));
      used += rows.number(1);
    }
    // Free pages, and the map by which SQLite gives them back, which dbstat does not tell of.
    const std::int64_t unused =
        database.number("PRAGMA page_count") * database.number("PRAGMA page_size") - used;
    if (unused > 0) bytes["unused"] = static_cast<std::uint64_t>(unused);
  } catch (const TimedOut&) {
    bytes.clear();
  }
  database.set_deadline(std::nullopt);
  std::vector<IndexStatus::Part> parts;
  for (const auto& [name, size] : bytes) parts.push_back({name, size});
  std::ranges::stable_sort(parts, std::greater<>(), &IndexStatus::Part::bytes);
  return parts;
}

std::vector<FileFailure> failures_of(Database& database) {
  Statement rows(database, "SELECT * FROM failure ORDER BY source, part");
  std::vector<FileFailure> failures;
  while (rows.step()) failures.push_back(failure_of(rows));
  return failures;
}

}  // namespace

IndexStatus read_status(const std::filesystem::path& file, std::chrono::milliseconds patience) {
  Database database(file, mode_to_look(file));
  if (database.number("PRAGMA application_id") != kApplicationId)
    throw Error(file.string(), "is not a Vraagbaak index", "name the index with --db");
  // All of one moment, while a run may be writing.
  database.run("BEGIN");
  IndexStatus status;
  status.schema_version = static_cast<int>(database.number("PRAGMA user_version"));
  status.fingerprint = meta_value(database, kMetaFingerprint);
  status.made_by = meta_value(database, kMetaMadeBy);
  if (status.schema_version != kSchemaVersion) return status;
  status.is_ready = meta_value(database, kMetaState) == "ready";
  status.run_state = meta_value(database, kMetaRunState);
  status.last_run = run_record(database);
  {
    StatementCache statements(database);
    status.counts = count_rows(statements);
  }
  status.files = static_cast<std::size_t>(database.number("SELECT count(*) FROM file"));
  status.tables = static_cast<std::size_t>(database.number("SELECT count(*) FROM data_table"));
  status.types = counts_by(
      database,
      "SELECT type, count(*) AS documents FROM document GROUP BY type ORDER BY documents DESC, type");
  status.formats = counts_by(
      database,
      "SELECT format, count(*) AS documents FROM document GROUP BY format ORDER BY documents DESC, format");
  status.languages =
      counts_by(database,
                "SELECT language, count(*) AS documents FROM document GROUP BY language ORDER BY "
                "documents DESC, language");
  status.failures = failures_of(database);
  status.parts = parts_of(database, patience);
  return status;
}

std::string sqlite_version() {
  Database database(":memory:", OpenMode::create);
  return database.text("SELECT sqlite_version()");
}

}  // namespace vraagbaak::store
