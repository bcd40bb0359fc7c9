// SPDX-License-Identifier: EUPL-1.2
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <thread>

#include "cli/command.h"
#include "cli/progress_bar.h"
#include "cli/version.h"
#include "importer/import_source.h"
#include "importer/importer.h"
#include "model/error.h"
#include "query/render/json.h"

namespace vraagbaak::cli {
namespace {

// UTC, ISO 8601.
std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

importer::Fetcher make_fetcher(const importer::ImportSource& source, const ImportOptions& options) {
  auto destinations = importer::Destinations::make(source.hosts(), options.base_url);
  if (!destinations) {
    throw Error(destinations.problem().where, destinations.problem().what, destinations.problem().mend);
  }
  importer::FetchManners manners;
  manners.between = std::chrono::milliseconds(static_cast<int>(options.delay * 1000));
  manners.first_wait = 2 * manners.between;
  return {importer::HttpClient(std::string("vraagbaak/") + kVersion + " (import of open data)"),
          std::move(destinations).value(), manners,
          [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }};
}

query::render::ImportReport report_of(const importer::ImportSummary& summary, const ImportOptions& options) {
  query::render::ImportReport report;
  report.folder = options.folder;
  report.documents = summary.documents;
  report.fetched = summary.fetched;
  report.kept = summary.kept;
  report.passed_over = summary.passed_over;
  report.bytes = summary.bytes;
  report.has_more = summary.has_more;
  for (const Problem& problem : summary.failed)
    report.failed.emplace_back(problem.where, problem.what + ": " + problem.mend);
  return report;
}

// "tk: 12 documents (14 files fetched, 3 kept, 1 failed)".
std::string summary_line(const query::render::ImportReport& report) {
  std::string files =
      std::to_string(report.fetched) + (report.fetched == 1 ? " file" : " files") + " fetched";
  const auto add = [&files](std::size_t count, const char* what) {
    if (count > 0) files += ", " + std::to_string(count) + " " + what;
  };
  add(report.kept, "kept");
  add(report.passed_over, "passed over");
  add(report.failed.size(), "failed");
  return report.folder + ": " + std::to_string(report.documents) +
         (report.documents == 1 ? " document (" : " documents (") + files + ")";
}

}  // namespace

int run(const ImportOptions& options, Context& context) {
  const auto source = importer::make_source(options.source, {options.query, options.legislature});
  if (source == nullptr) {
    throw Error(options.source, "there is no such service",
                "one of vlaamsparlement, tweedekamer, officielebekendmakingen, dekamer");
  }
  importer::Fetcher fetcher = make_fetcher(*source, options);
  importer::ImportFolder folder(options.folder);
  importer::ImportSummary summary;
  {
    ProgressBar bar(context.console.stderr_is_terminal() && !options.quiet);
    importer::ImportOptions settings;
    settings.query = options.query;
    settings.most = options.most;
    settings.largest_file = std::uint64_t{options.most_megabytes} << 20U;
    settings.now = now;
    settings.progress = [&bar](const importer::ImportProgress& p) {
      bar.show(progress_line({p.documents, p.most, 0, 0, 0, 0}, "importing"));
    };
    summary = importer::import_documents(*source, fetcher, folder, settings);
  }
  const query::render::ImportReport report = report_of(summary, options);
  for (const auto& [address, error] : report.failed) context.console.complain(address + ": " + error);
  if (summary.stopped) context.console.complain(summary.stopped->message());
  if (context.options.json) {
    context.console.print_line(query::render::import_json(report));
  } else if (!options.quiet) {
    context.console.print_line(summary_line(report));
    if (report.documents > 0) {
      context.console.print_line("source, date, licence and hash of each: " + options.folder + "/" +
                                 std::string(importer::ImportFolder::kManifest));
    }
    if (report.has_more)
      context.console.print_line("the list goes on: a larger --max, or the same again, takes more");
  }
  if (summary.stopped) return kUnusable;
  if (report.documents > 0) return kFound;
  return report.failed.empty() ? kNothing : kUnusable;
}

}  // namespace vraagbaak::cli
