// SPDX-License-Identifier: EUPL-1.2
#include "store/index_file.h"

#include <span>
#include <system_error>

#include "model/embedded_file.h"
#include "model/error.h"
#include "store/statement.h"

namespace vraagbaak::store::embedded {
std::span<const EmbeddedFile> embedded_files();
}

namespace vraagbaak::store {
namespace {

IndexState inspect(Database& database, std::string_view fingerprint,
                   std::optional<std::string_view> made_by) {
  if (database.number("PRAGMA application_id") != kApplicationId) {
    // A kill between the file's creation and its first commit leaves a database without anything in it.
    const bool empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
    return empty ? IndexState::absent : IndexState::foreign;
  }
  if (database.number("PRAGMA user_version") != kSchemaVersion) return IndexState::outdated;
  if (meta_value(database, kMetaFingerprint) != fingerprint) return IndexState::outdated;
  if (made_by && meta_value(database, kMetaMadeBy) != *made_by) return IndexState::outdated;
  return meta_value(database, kMetaState) == "ready" ? IndexState::ready : IndexState::unfinished;
}

}  // namespace

IndexState inspect_index(const std::filesystem::path& file, std::string_view fingerprint,
                         std::optional<std::string_view> made_by) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) return IndexState::absent;
  if (!std::filesystem::is_regular_file(status)) return IndexState::foreign;
  if (std::filesystem::file_size(file, error) == 0 && !error) return IndexState::absent;
  // A rollback journal beside it is what a kill left: only a connection that may write can undo it.
  const bool was_cut_off = std::filesystem::exists(file.native() + "-journal", error);
  try {
    Database database(file, was_cut_off ? OpenMode::read_write : OpenMode::read_only);
    return inspect(database, fingerprint, made_by);
  } catch (const NotADatabase&) {
    return IndexState::foreign;
  }
}

void require_ready(const std::filesystem::path& file, std::string_view fingerprint) {
  const std::string name = file.string();
  switch (inspect_index(file, fingerprint)) {
    case IndexState::absent:
      throw Error(name, "there is no index",
                  "run `vraagbaak index FOLDER` first, or name the index with --db");
    case IndexState::foreign:
      throw Error(name, "is not a Vraagbaak index", "name the index with --db");
    case IndexState::outdated:
      throw Error(name, "was made by another version or with other dictionaries",
                  "run `vraagbaak index` again");
    case IndexState::unfinished:
      throw Error(name, "is not finished", "run `vraagbaak index` again: it goes on where it stopped");
    case IndexState::ready:
      return;
  }
}

void create_schema(Database& database, const IndexIdentity& identity) {
  const std::string schema(embedded::embedded_files().front().content);
  database.run("BEGIN IMMEDIATE");
  database.run(schema.c_str());
  database.run(("PRAGMA application_id = " + std::to_string(kApplicationId) +
                "; PRAGMA user_version = " + std::to_string(kSchemaVersion))
                   .c_str());
  set_meta_value(database, kMetaFingerprint, identity.fingerprint);
  set_meta_value(database, kMetaMadeBy, identity.made_by);
  set_meta_value(database, kMetaState, "building");
  database.run("COMMIT");
}

std::string meta_value(Database& database, std::string_view key) {
  Statement statement(database, "SELECT value FROM meta WHERE key = ?");
  statement.bind(0, key);
  return statement.step() ? statement.text(0) : std::string();
}

void set_meta_value(Database& database, std::string_view key, std::string_view value) {
  Statement statement(
      database,
      "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value");
  statement.execute(key, value);
}

}  // namespace vraagbaak::store
