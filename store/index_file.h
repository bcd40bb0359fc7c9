// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"
#include "store/records.h"

namespace vraagbaak::store {

// Version of schema.sql; an index of another version is rebuilt, never patched.
inline constexpr int kSchemaVersion = 7;
// Marks the file as ours ("vrag" in ASCII), in SQLite's application_id.
inline constexpr int kApplicationId = 0x76726167;

enum class IndexState : std::uint8_t {
  absent,      // no such file, or an empty one
  foreign,     // not SQLite, or SQLite of another program: must not be touched
  outdated,    // ours, of another version or made by another analysis: to be rebuilt
  unfinished,  // ours and up to date, but the first build was cut off
  ready,
};

// What an index was made with.
struct IndexIdentity {
  std::string fingerprint;  // of the analyzer: equal for two that cut and fold words alike
  std::string made_by;  // program and dictionaries: equal where all that is stored would come out the same
};

// What stands at `file`; without `made_by` any will do. Throws Error where the file is there but cannot be
// read, or is damaged.
IndexState inspect_index(const std::filesystem::path& file, std::string_view fingerprint,
                         std::optional<std::string_view> made_by = std::nullopt);

// Throws Error with the mend unless the file is `ready`.
void require_ready(const std::filesystem::path& file, std::string_view fingerprint);
// The same, and the file opened for reading.
std::unique_ptr<Database> open_ready(const std::filesystem::path& file, std::string_view fingerprint);

// How to open an index to look at it: what a kill left half done only a connection that may write can undo.
OpenMode mode_to_look(const std::filesystem::path& file);

// What the run that wrote last noted of itself.
RunRecord run_record(Database& database);
void set_run_record(Database& database, const RunRecord& run);

// Creates the tables in an empty database; the index is `unfinished` from then on.
void create_schema(Database& database, const IndexIdentity& identity);

// Values in the table meta; empty where the key is not there.
std::string meta_value(Database& database, std::string_view key);
void set_meta_value(Database& database, std::string_view key, std::string_view value);

inline constexpr std::string_view kMetaFingerprint = "fingerprint";
inline constexpr std::string_view kMetaMadeBy = "made_by";
inline constexpr std::string_view kMetaState = "state";  // "building" or "ready"
// The id for the next passage: one that was given is never given again.
inline constexpr std::string_view kMetaNextPassage = "next_passage";
// The last run that wrote: "running" from its first batch on, then "done" or "stopped". Its figures are under
// kMetaRun + the names of RunRecord's members.
inline constexpr std::string_view kMetaRunState = "run.state";
inline constexpr std::string_view kMetaRun = "run.";

}  // namespace vraagbaak::store
