// SPDX-License-Identifier: EUPL-1.2
#include "indexer/indexer.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <exception>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "indexer/build_target.h"
#include "indexer/entry_builder.h"
#include "indexer/file_scanner.h"
#include "indexer/ordered_work_queue.h"
#include "indexer/progress_meter.h"
#include "indexer/readers/reader.h"
#include "model/content_hash.h"
#include "store/index_writer.h"

namespace vraagbaak::indexer {
namespace {

using Clock = std::chrono::steady_clock;

// A file may change twice within the grain of its time stamp. One that changed this short before it was read
// is compared by its content next time.
constexpr std::chrono::nanoseconds kFresh = std::chrono::seconds(2);

// What became of one file.
struct Outcome {
  store::SourceFile file;
  std::unique_ptr<store::IndexEntry> entry;  // none: unchanged, or failed
  std::string error;
  std::vector<Problem> left_out;  // of an archive
};

std::int64_t trusted_mtime(std::int64_t mtime_ns) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::nanoseconds(mtime_ns) + kFresh < now ? mtime_ns : 0;
}

// `weigh` is told the bytes of the text before it is analysed.
Outcome read_and_analyse(const ScanPlan::Job& job, const EntryBuilder& builder, const ReadOptions& reading,
                         const std::function<void(std::uint64_t)>& weigh) {
  Outcome outcome;
  outcome.file = {job.file.source, job.file.document_path, job.file.size, trusted_mtime(job.file.mtime_ns),
                  0};
  Result<std::string> bytes = read_file(job.file.source);
  if (!bytes) {
    outcome.error = bytes.problem().what + ": " + bytes.problem().mend;
    return outcome;
  }
  outcome.file.size = bytes->size();
  outcome.file.content_hash = content_hash(*bytes);
  if (job.known != nullptr && job.known->content_hash == outcome.file.content_hash &&
      job.known->size == outcome.file.size) {
    return outcome;
  }
  Result<SourceText> source = read_document(std::move(bytes).value(), job.file.shown, reading);
  if (!source) {
    outcome.error = source.problem().what + ": " + source.problem().mend;
    return outcome;
  }
  outcome.left_out = std::move(source.value().left_out);
  weigh(source->text.size());
  outcome.entry = std::make_unique<store::IndexEntry>(builder.build(outcome.file, std::move(source).value()));
  return outcome;
}

// The same; whatever goes wrong with one file stays with that file.
Outcome outcome_of(const ScanPlan::Job& job, const EntryBuilder& builder, const ReadOptions& reading,
                   const std::function<void(std::uint64_t)>& weigh) {
  try {
    return read_and_analyse(job, builder, reading, weigh);
  } catch (const std::exception& error) {
    Outcome outcome;
    outcome.file.source = job.file.source;
    outcome.error = std::string("cannot be analysed (") + error.what() + "): leave it out and report it";
    return outcome;
  }
}

// One run, from the plan to the finished index.
class Run {
 public:
  Run(store::IndexWriter& writer, const EntryBuilder& builder, const IndexOptions& options)
      : writer_(writer), builder_(builder), options_(options) {}

  void carry_out(const ScanPlan& plan, IndexSummary& summary) {
    for (const std::string& source : plan.gone) writer_.remove(source);
    summary.removed += plan.gone.size();
    summary.unchanged += plan.unchanged;

    std::vector<std::uint64_t> weights;
    for (const ScanPlan::Job& job : plan.jobs) weights.push_back(job.file.size);
    ProgressMeter meter(options_.progress, weights);
    OrderedWorkQueue<Outcome> queue(std::move(weights), options_.waiting_bytes);
    // Stops the queue before the threads are waited for, also when the writer fails.
    std::vector<std::jthread> threads;
    const Stopper stopper{queue, threads};
    for (std::size_t i = 0; i < thread_count(plan.jobs.size()); ++i) {
      threads.emplace_back([&] {
        while (const std::optional<std::size_t> job = queue.claim()) {
          const auto weigh = [&](std::uint64_t bytes) { queue.weigh_again(*job, bytes); };
          queue.deliver(*job, outcome_of(plan.jobs[*job], builder_, {.ocr = options_.ocr}, weigh));
        }
      });
    }
    for (const ScanPlan::Job& job : plan.jobs) {
      write(job, std::move(*queue.take()), summary);
      meter.file_done(job.file.size);
    }
  }

 private:
  struct Stopper {
    OrderedWorkQueue<Outcome>& queue;
    std::vector<std::jthread>& threads;
    ~Stopper() {
      queue.stop();
      threads.clear();
    }
  };

  std::size_t thread_count(std::size_t jobs) const {
    const std::size_t wanted =
        options_.threads != 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
    return std::min(wanted, jobs);
  }

  void write(const ScanPlan::Job& job, Outcome outcome, IndexSummary& summary) {
    for (const Problem& file : outcome.left_out) {
      summary.failed.push_back({job.file.shown + "/" + file.where, file.what + ": " + file.mend});
    }
    if (!outcome.error.empty()) {
      summary.failed.push_back({job.file.shown, std::move(outcome.error)});
      // What it held is no longer what it holds.
      if (job.known != nullptr) {
        writer_.remove(job.known->source);
        ++summary.removed;
      }
      return;
    }
    if (outcome.entry == nullptr) {
      if (outcome.file != *job.known) writer_.touch(outcome.file, job.known->source);
      ++summary.unchanged;
      return;
    }
    const std::size_t text_bytes = outcome.entry->document.text.size();
    if (job.known != nullptr) writer_.remove(job.known->source);
    writer_.put(std::move(*outcome.entry));
    ++(job.known != nullptr ? summary.updated : summary.added);
    summary.bytes_read += outcome.file.size;
    batch_ += text_bytes;
    if (batch_ >= options_.batch_bytes) {
      writer_.commit();
      batch_ = 0;
    }
  }

  store::IndexWriter& writer_;
  const EntryBuilder& builder_;
  const IndexOptions& options_;
  std::uint64_t batch_ = 0;
};

}  // namespace

IndexSummary index_paths(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& db,
                         const analysis::DictionarySource& dictionaries, const IndexOptions& options) {
  const Clock::time_point start = Clock::now();
  // A limit on the size of files is to be an error of the write, not a signal that ends the process.
  std::signal(SIGXFSZ, SIG_IGN);
  const EntryBuilder builder(dictionaries);
  if (options.progress) options.progress({});
  Scan scan = scan_files(paths, db);

  IndexSummary summary;
  for (const Scan::Unreadable& it : scan.unreadable) {
    summary.failed.push_back({it.shown, "cannot be read (" + it.reason + "): check that it may be read"});
  }
  BuildTarget target(db, builder.identity());
  if (target.replaces_index()) carry_over(scan, store::files_of_index(db));
  {
    store::IndexWriter writer(target.file(), builder.identity(),
                              [&builder](std::string_view text) { return builder.terms(text); });
    const std::vector<store::SourceFile> known = writer.files();
    const ScanPlan plan = plan_scan(std::move(scan), known);
    Run(writer, builder, options).carry_out(plan, summary);
    if (options.progress) options.progress({.stage = IndexProgress::Stage::finishing});
    writer.finish();
    summary.totals = writer.counts();
  }
  target.publish();
  summary.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return summary;
}

}  // namespace vraagbaak::indexer
