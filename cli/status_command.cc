// SPDX-License-Identifier: EUPL-1.2
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>

#include "cli/command.h"
#include "cli/version.h"
#include "indexer/build_target.h"
#include "indexer/entry_builder.h"
#include "model/error.h"
#include "query/render/status_report.h"
#include "store/index_status.h"
#include "store/integrity.h"

namespace vraagbaak::cli {
namespace {

namespace fs = std::filesystem;

// As long as a user waits for the sizes of the parts of a large index.
constexpr std::chrono::milliseconds kPatience{3000};

std::uint64_t bytes_on_disk(const fs::path& file) {
  std::uint64_t bytes = 0;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(fs::path(file.native() + suffix), error);
    if (!error) bytes += size;
  }
  return bytes;
}

bool is_there(const fs::path& file) {
  std::error_code error;
  return fs::exists(file, error) && fs::file_size(file, error) > 0;
}

// Not a file that a build was cut off from before it held anything.
bool is_begun(const fs::path& file, const store::IndexIdentity& identity) {
  const store::IndexState state = store::inspect_index(file, identity.fingerprint);
  return state != store::IndexState::absent && state != store::IndexState::foreign;
}

std::string state_of(const query::render::StatusReport& report, bool is_updated) {
  if (is_updated && report.status.is_ready) return "updating";
  if (!report.is_up_to_date) return "outdated";
  if (!report.status.is_ready) return "unfinished";
  const std::string& run = report.status.run_state;
  return run == "running" || run == "stopped" ? "stopped" : "ready";
}

query::render::StatusReport report_on(const fs::path& db, const store::IndexIdentity& identity) {
  query::render::StatusReport report;
  report.index = db.string();
  report.program = kVersion;
  report.sqlite = store::sqlite_version();
  report.schema = store::kSchemaVersion;
  fs::path building = db;
  building += ".building";
  // Asked before SQLite has the files open, see is_being_written().
  const bool is_updated = indexer::is_being_written(db);
  const bool is_built = indexer::is_being_written(building);
  const bool has_build = is_begun(building, identity);
  if (!is_there(db) && !has_build) store::require_ready(db, identity.fingerprint);
  if (has_build) {
    report.status = store::read_status(building, kPatience);
    report.build = {is_built, report.status.counts.documents};
    report.bytes = bytes_on_disk(building);
    report.state = is_built ? "building" : "unfinished";
  }
  if (is_there(db)) {
    report.status = store::read_status(db, kPatience);
    report.bytes = bytes_on_disk(db);
  }
  const bool is_format_ours = report.status.schema_version == store::kSchemaVersion;
  report.is_up_to_date = is_format_ours && report.status.fingerprint == identity.fingerprint &&
                         report.status.made_by == identity.made_by;
  if (is_there(db)) {
    report.state = state_of(report, is_updated);
    report.is_usable =
        is_format_ours && report.status.is_ready && report.status.fingerprint == identity.fingerprint;
  }
  return report;
}

}  // namespace

int run(const StatusOptions& options, Context& context) {
  const indexer::EntryBuilder builder(context.dictionaries);
  const fs::path db = context.options.db;
  query::render::StatusReport report = report_on(db, builder.identity());
  if (options.check) {
    store::require_ready(db, builder.identity().fingerprint);
    report.damage = store::check_integrity(db, [&](std::string_view text) { return builder.terms(text); });
  }
  if (context.options.json) {
    context.console.print_line(query::render::status_json(report));
  } else {
    context.console.print(query::render::status_text(report, context.console.style()));
  }
  if (report.damage && !report.damage->empty()) {
    context.console.complain(context.options.db +
                             ": the index is damaged: delete the file and run `vraagbaak index` again");
    return kUnusable;
  }
  return report.is_usable ? kFound : kNothing;
}

}  // namespace vraagbaak::cli
