// SPDX-License-Identifier: EUPL-1.2
#include <poll.h>

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/progress_bar.h"
#include "cli/stop_signals.h"
#include "indexer/build_target.h"
#include "indexer/folder_watcher.h"
#include "indexer/indexer.h"
#include "model/error.h"
#include "query/render/json.h"
#include "query/render/text.h"
#include "store/index_writer.h"

namespace vraagbaak::cli {
namespace {

// How long a watch waits for another run to be done before it tries again.
constexpr int kPauseMilliseconds = 1000;

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
  report.renamed = summary.renamed;
  report.duplicates = summary.duplicates;
  for (const indexer::FailedFile& file : summary.failed) report.failed.emplace_back(file.path, file.error);
  report.passages = summary.totals.passages;
  report.figures = summary.totals.figures;
  report.entities = summary.totals.entities;
  report.bytes = summary.totals.bytes;
  report.seconds = summary.seconds;
  report.stopped = summary.is_stopped;
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
  add(report.renamed, "renamed");
  add(report.removed, "removed");
  add(report.duplicates, report.duplicates == 1 ? "file the same as another" : "files the same as others");
  add(report.failed.size(), "failed");
  char size[64];
  std::snprintf(size, sizeof size, "%.1f MB of text, in %.1f s", static_cast<double>(report.bytes) / 1e6,
                report.seconds);
  const auto counted = [](std::size_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
  };
  return counted(report.documents, "document") + (changes.empty() ? "" : " (" + changes + ")") + ": " +
         counted(report.passages, "passage") + ", " + counted(report.figures, "figure") + ", " +
         counted(report.entities, "name") + ", " + size;
}

std::string event_line(const indexer::FileEvent& event) {
  using Kind = indexer::FileEvent::Kind;
  switch (event.kind) {
    case Kind::added:
      return "added " + event.path;
    case Kind::updated:
      return "updated " + event.path;
    case Kind::renamed:
      return "renamed " + event.path + " (was " + event.detail + ")";
    case Kind::duplicate:
      return "same " + event.path + " (as " + event.detail + ")";
    case Kind::removed:
      return "removed " + event.path;
    case Kind::failed:
      break;
  }
  return "failed " + event.path;
}

// The command: one run, or one after each change.
class Command {
 public:
  Command(const IndexOptions& options, Context& context)
      : options_(options),
        context_(context),
        paths_(options.paths.begin(), options.paths.end()),
        bar_(context.console.stderr_is_terminal() && !options.quiet),
        indexer_(context.dictionaries) {}

  int carry_out() {
    auto filter = indexer::PathFilter::make(options_.include, options_.exclude);
    if (!filter) {
      context_.console.complain(filter.problem().message());
      return kUnusable;
    }
    filter_ = std::move(filter).value();
    // Watched before they are looked through, so that nothing that happens meanwhile is missed.
    std::optional<indexer::FolderWatcher> watcher;
    if (options_.watch) watcher.emplace(paths_, context_.options.db, filter_);
    const indexer::IndexSummary summary = run_once(false);
    if (summary.is_stopped) return say_stopped(summary);
    if (watcher) {
      const int code = follow(*watcher);
      store::fold_into_one_file(context_.options.db);
      return code;
    }
    const bool nothing_read = summary.added + summary.updated + summary.unchanged + summary.duplicates == 0;
    if (nothing_read && summary.failed.empty()) {
      context_.console.complain(options_.paths.front() +
                                ": holds no document: name a folder or file with text in it");
    }
    return nothing_read ? kUnusable : kFound;
  }

 private:
  int follow(indexer::FolderWatcher& watcher) {
    if (!watcher.sees_all()) {
      context_.console.complain("--watch: the system lets us watch " + std::to_string(watcher.folders()) +
                                " folders and no more, so changes may be seen half a minute late: raise "
                                "fs.inotify.max_user_watches");
    }
    if (!options_.quiet) context_.console.note("watching for changes; Ctrl-C ends");
    while (watcher.wait(signals_.descriptor())) {
      const std::optional<indexer::IndexSummary> summary = run_when_free();
      if (!summary) break;
      if (!summary->is_stopped) continue;
      if (summary->files_left > 0) say_stopped(*summary);
      break;
    }
    return kFound;
  }

  // nullopt where a signal came while another run was at work.
  std::optional<indexer::IndexSummary> run_when_free() {
    for (;;) {
      try {
        return run_once(true);
      } catch (const indexer::InUse&) {
        pollfd stop{signals_.descriptor(), POLLIN, 0};
        if (::poll(&stop, 1, kPauseMilliseconds) > 0) return std::nullopt;
      }
    }
  }

  // `again`: what is as it was has been said before.
  indexer::IndexSummary run_once(bool again) {
    indexer::IndexOptions settings;
    settings.threads = options_.threads;
    settings.ocr = options_.ocr;
    settings.retry = options_.retry && !again;
    settings.is_watch = options_.watch;
    settings.filter = filter_;
    settings.is_stopped = [this] { return signals_.received(); };
    std::vector<std::string> new_failures;
    settings.event = [&](const indexer::FileEvent& event) {
      if (event.kind == indexer::FileEvent::Kind::failed)
        new_failures.push_back(event.path + ": " + event.detail);
      if (!options_.verbose) return;
      bar_.clear();
      context_.console.note(event_line(event));
    };
    settings.progress = [&](const indexer::IndexProgress& p) {
      const Progress progress{p.files_done,  p.files_total,      p.bytes_done,
                              p.bytes_total, p.bytes_per_second, p.seconds_left};
      bar_.show(fitted(progress_line(progress, stage_name(p.stage)), context_.console.stderr_width()));
    };
    indexer::IndexSummary summary;
    try {
      summary = indexer_.run(paths_, context_.options.db, settings);
    } catch (...) {
      bar_.clear();
      throw;
    }
    bar_.clear();
    say(summary, again, new_failures);
    return summary;
  }

  void say(const indexer::IndexSummary& summary, bool again, const std::vector<std::string>& new_failures) {
    if (again && !summary.has_changes() && new_failures.empty()) return;
    const query::render::IndexReport report = report_of(summary);
    if (again) {
      for (const std::string& failure : new_failures) context_.console.complain(failure);
    } else {
      for (const auto& [path, error] : report.failed) context_.console.complain(path + ": " + error);
    }
    if (context_.options.json) {
      context_.console.print_line(query::render::index_json(report));
    } else if (!options_.quiet) {
      context_.console.print_line(context_.options.db + ": " + summary_line(report));
    }
    if (options_.watch) context_.console.flush();
  }

  int say_stopped(const indexer::IndexSummary& summary) {
    context_.console.complain(context_.options.db + ": stopped with " + std::to_string(summary.files_left) +
                              (summary.files_left == 1 ? " file" : " files") +
                              " to go: run the same command again, it goes on from here");
    return signals_.exit_code();
  }

  const IndexOptions& options_;
  Context& context_;
  StopSignals signals_;
  std::vector<std::filesystem::path> paths_;
  ProgressBar bar_;
  indexer::Indexer indexer_;
  indexer::PathFilter filter_;
};

}  // namespace

int run(const IndexOptions& options, Context& context) {
  return Command(options, context).carry_out();
}

}  // namespace vraagbaak::cli
