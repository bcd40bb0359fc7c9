// SPDX-License-Identifier: EUPL-1.2
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/progress_bar.h"
#include "indexer/indexer.h"
#include "query/render/json.h"
#include "query/render/text.h"

namespace vraagbaak::cli {
namespace {

std::string stage_name(indexer::IndexProgress::Stage stage) {
  switch (stage) {
    case indexer::IndexProgress::Stage::scanning:
      return "scanning";
    case indexer::IndexProgress::Stage::analysing:
      return "indexing";
    case indexer::IndexProgress::Stage::finishing:
      return "finishing";
  }
  return "";
}

query::render::IndexReport report_of(const indexer::IndexSummary& summary) {
  query::render::IndexReport report;
  report.documents = summary.totals.documents;
  report.added = summary.added;
  report.updated = summary.updated;
  report.unchanged = summary.unchanged;
  report.removed = summary.removed;
  for (const indexer::FailedFile& file : summary.failed) report.failed.emplace_back(file.path, file.error);
  report.passages = summary.totals.passages;
  report.figures = summary.totals.figures;
  report.entities = summary.totals.entities;
  report.bytes = summary.totals.bytes;
  report.seconds = summary.seconds;
  return report;
}

// "12 documents (3 added, 1 updated), 340 passages, 1.2 MB in 0.4 s".
std::string summary_line(const query::render::IndexReport& report) {
  std::string changes;
  const auto add = [&](std::size_t count, const char* what) {
    if (count > 0) changes += (changes.empty() ? "" : ", ") + std::to_string(count) + " " + what;
  };
  add(report.added, "added");
  add(report.updated, "updated");
  add(report.unchanged, "unchanged");
  add(report.removed, "removed");
  add(report.failed.size(), "failed");
  char size[64];
  std::snprintf(size, sizeof size, "%.1f MB of text, in %.1f s", static_cast<double>(report.bytes) / 1e6,
                report.seconds);
  return std::to_string(report.documents) + (report.documents == 1 ? " document" : " documents") +
         (changes.empty() ? "" : " (" + changes + ")") + ": " + std::to_string(report.passages) +
         " passages, " + std::to_string(report.figures) + " figures, " + std::to_string(report.entities) +
         " names, " + size;
}

}  // namespace

int run(const IndexOptions& options, Context& context) {
  const std::vector<std::filesystem::path> paths(options.paths.begin(), options.paths.end());
  indexer::IndexSummary summary;
  {
    ProgressBar bar(context.console.stderr_is_terminal() && !options.quiet);
    indexer::IndexOptions settings;
    settings.threads = options.threads;
    settings.ocr = options.ocr;
    settings.progress = [&](const indexer::IndexProgress& p) {
      bar.show(progress_line(
          {p.files_done, p.files_total, p.bytes_done, p.bytes_total, p.bytes_per_second, p.seconds_left},
          stage_name(p.stage)));
    };
    summary = indexer::index_paths(paths, context.options.db, context.dictionaries, settings);
  }
  const query::render::IndexReport report = report_of(summary);
  for (const auto& [path, error] : report.failed) context.console.complain(path + ": " + error);
  if (context.options.json) {
    context.console.print_line(query::render::index_json(report));
  } else if (!options.quiet) {
    context.console.print_line(context.options.db + ": " + summary_line(report));
  }
  const bool nothing_read = report.added + report.updated + report.unchanged == 0;
  if (nothing_read && report.failed.empty()) {
    context.console.complain(options.paths.front() +
                             ": holds no document: name a folder or file with text in it");
  }
  return nothing_read ? kUnusable : kFound;
}

}  // namespace vraagbaak::cli
