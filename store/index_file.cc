// SPDX-License-Identifier: EUPL-1.2
#include "store/index_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <system_error>
#include <utility>

#include "model/embedded_file.h"
#include "model/error.h"
#include "store/statement.h"

namespace vraagbaak::store::embedded {
std::span<const EmbeddedFile> embedded_files();
}

namespace vraagbaak::store {
namespace {

constexpr std::array<std::pair<std::string_view, std::size_t RunRecord::*>, 7> kRunCounts = {{
    {"added", &RunRecord::added},
    {"updated", &RunRecord::updated},
    {"unchanged", &RunRecord::unchanged},
    {"removed", &RunRecord::removed},
    {"renamed", &RunRecord::renamed},
    {"duplicates", &RunRecord::duplicates},
    {"failed", &RunRecord::failed},
}};

IndexState look(Database& database, std::string_view fingerprint, std::optional<std::string_view> made_by) {
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

IndexState inspect(Database& database, std::string_view fingerprint,
                   std::optional<std::string_view> made_by) {
  database.run("BEGIN");  // one lock for all
  const IndexState state = look(database, fingerprint, made_by);
  database.run("COMMIT");
  return state;
}

// What the file system tells: a state, or nullopt of a file that has to be opened.
std::optional<IndexState> state_unopened(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) return IndexState::absent;
  if (!std::filesystem::is_regular_file(status)) return IndexState::foreign;
  if (std::filesystem::file_size(file, error) == 0 && !error) return IndexState::absent;
  return std::nullopt;
}

void refuse_unless_ready(const std::filesystem::path& file, IndexState state) {
  const std::string name = file.string();
  switch (state) {
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

}  // namespace

OpenMode mode_to_look(const std::filesystem::path& file) {
  std::error_code error;
  const bool was_cut_off = std::filesystem::exists(file.native() + "-journal", error);
  return was_cut_off ? OpenMode::read_write : OpenMode::read_only;
}

IndexState inspect_index(const std::filesystem::path& file, std::string_view fingerprint,
                         std::optional<std::string_view> made_by) {
  if (const auto state = state_unopened(file)) return *state;
  try {
    Database database(file, mode_to_look(file));
    return inspect(database, fingerprint, made_by);
  } catch (const NotADatabase&) {
    return IndexState::foreign;
  }
}

void require_ready(const std::filesystem::path& file, std::string_view fingerprint) {
  refuse_unless_ready(file, inspect_index(file, fingerprint));
}

std::unique_ptr<Database> open_ready(const std::filesystem::path& file, std::string_view fingerprint) {
  if (const auto state = state_unopened(file)) refuse_unless_ready(file, *state);
  if (mode_to_look(file) != OpenMode::read_only) require_ready(file, fingerprint);
  try {
    auto database = std::make_unique<Database>(file, OpenMode::read_only);
    refuse_unless_ready(file, inspect(*database, fingerprint, std::nullopt));
    return database;
  } catch (const NotADatabase&) {
    refuse_unless_ready(file, IndexState::foreign);
    throw;
  }
}

RunRecord run_record(Database& database) {
  RunRecord run;
  run.finished = meta_value(database, std::string(kMetaRun) + "finished");
  const std::string seconds = meta_value(database, std::string(kMetaRun) + "milliseconds");
  std::int64_t milliseconds = 0;
  std::from_chars(seconds.data(), seconds.data() + seconds.size(), milliseconds);
  run.seconds = static_cast<double>(milliseconds) / 1000;
  for (const auto& [name, member] : kRunCounts) {
    const std::string value = meta_value(database, std::string(kMetaRun).append(name));
    std::from_chars(value.data(), value.data() + value.size(), run.*member);
  }
  return run;
}

void set_run_record(Database& database, const RunRecord& run) {
  set_meta_value(database, std::string(kMetaRun) + "finished", run.finished);
  set_meta_value(database, std::string(kMetaRun) + "milliseconds",
                 std::to_string(static_cast<std::int64_t>(run.seconds * 1000)));
  for (const auto& [name, member] : kRunCounts)
    set_meta_value(database, std::string(kMetaRun).append(name), std::to_string(run.*member));
}

void create_schema(Database& database, const IndexIdentity& identity) {
  const auto files = embedded::embedded_files();
  const auto found = std::ranges::find(files, "schema.sql", &EmbeddedFile::name);
  const std::string schema(found->content);
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
