// SPDX-License-Identifier: EUPL-1.2
#include "indexer/indexer.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <ctime>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/build_target.h"
#include "indexer/content_matcher.h"
#include "indexer/file_analysis.h"
#include "indexer/file_scanner.h"
#include "indexer/ordered_work_queue.h"
#include "indexer/progress_meter.h"
#include "indexer/readers/reader.h"
#include "indexer/text_sample.h"
#include "store/index_writer.h"

namespace vraagbaak::indexer {
namespace {

using Clock = std::chrono::steady_clock;

// What a file weighs besides its text, among files that wait and in a batch: an entry without any text takes
// some kilobytes, a text some twenty times its size. Or a folder of tiny files would all be waiting at once.
constexpr std::uint64_t kFileWeight = 1024;

// Of fewer bytes of files, phrases save little more than they take. A book of that share of the files saves
// some tens of times what it takes; beyond that size, which every command that shows text reads, little is
// gained.
constexpr std::uint64_t kWorthLearning = 2U << 20;
constexpr std::uint64_t kTextForPhrases = 64;
constexpr std::uint64_t kLargestBook = 256U << 10;

// One run, from the plan to the finished index.
class Run {
 public:
  Run(store::IndexWriter& writer, const IndexOptions& options, IndexSummary& summary)
      : writer_(writer), options_(options), summary_(summary), reading_{options.ocr} {}

  std::size_t thread_count() const {
    return options_.threads != 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
  }
  bool is_stopped() const { return options_.is_stopped && options_.is_stopped(); }

  // What is known already, and where files have gone; nothing is analysed for it. False where it was stopped
  // before it had done anything.
  bool relocate(ScanPlan& plan, const std::vector<store::SourceFile>& known,
                const std::vector<store::FileFailure>& failures) {
    const std::vector<ContentMatch> matches =
        match_contents(plan, known, thread_count(), options_.is_stopped);
    summary_.files_left = plan.jobs.size();
    if (is_stopped()) return false;  // something may not have been looked at: that it is gone is not sure
    for (const store::SourceFile* file : plan.unchanged) count_unchanged(*file);
    note_failures(plan, failures);
    std::vector<std::string> left = plan.gone;
    std::vector<store::SourceFile> there;
    for (const ContentMatch& match : matches) {
      there.push_back(match.file);
      if (match.kind == ContentMatch::Kind::renamed) left.push_back(match.before);
    }
    for (const std::string& source : plan.gone) tell(FileEvent::Kind::removed, source);
    summary_.removed += writer_.relocate(left, there);
    if (plan.jobs.empty() && matches.empty()) return true;
    note_documents(known, left, there);
    for (const ContentMatch& match : matches) settle(match, failures);
    return true;
  }

  // False where it was stopped before the last file.
  bool analyse(ScanPlan& plan, const EntryBuilder& builder) {
    std::vector<std::uint64_t> weights;
    for (const ScanPlan::Job& job : plan.jobs) weights.push_back(job.file.size);
    ProgressMeter meter(options_.progress, weights);
    for (std::uint64_t& weight : weights) weight += kFileWeight;
    OrderedWorkQueue<AnalysedFile> queue(std::move(weights), options_.waiting_bytes);
    const std::shared_ptr<const store::PhraseBook> own_phrases = phrases_for(plan);
    const AnalysisTools tools{builder, reading_, claims_,
                              own_phrases != nullptr ? *own_phrases : store::PhraseBook::common()};
    // Stops the queue before the threads are waited for, also when the writer fails.
    std::vector<std::jthread> threads;
    const Stopper stopper{queue, threads};
    for (std::size_t i = 0; i < std::min(thread_count(), plan.jobs.size()); ++i) {
      threads.emplace_back([&] {
        while (const std::optional<std::size_t> job = queue.claim()) {
          const auto weigh = [&](std::uint64_t bytes) { queue.weigh_again(*job, bytes + kFileWeight); };
          queue.deliver(*job, analyse_file(plan.jobs[*job].file, *job, tools, weigh));
        }
      });
    }
    for (ScanPlan::Job& job : plan.jobs) {
      std::optional<AnalysedFile> outcome = queue.take([&] { return is_stopped(); });
      if (!outcome || is_stopped()) return false;
      write(job, std::move(*outcome));
      meter.file_done(job.file.size);
      --summary_.files_left;
      job.file = {};  // of a million files their names alone are hundreds of megabytes
    }
    return true;
  }

  // Those of `failed`, in the order of the scan.
  void list_failures() {
    std::ranges::stable_sort(failed_, {}, [](const auto& it) { return it.first; });
    for (auto& [order, file] : failed_) summary_.failed.push_back(std::move(file));
  }

 private:
  struct Stopper {
    OrderedWorkQueue<AnalysedFile>& queue;
    std::vector<std::jthread>& threads;
    ~Stopper() {
      queue.stop();
      threads.clear();
    }
  };

  // The index's own; where it has none, it learns them from the files of this run, if they are enough.
  std::shared_ptr<const store::PhraseBook> phrases_for(const ScanPlan& plan) {
    if (auto known = writer_.phrases()) return known;
    std::uint64_t bytes = 0;
    for (const ScanPlan::Job& job : plan.jobs) bytes += job.file.size;
    if (bytes < kWorthLearning) return nullptr;
    writer_.learn_phrases(sample_texts(plan.jobs), std::min(bytes / kTextForPhrases, kLargestBook));
    return writer_.phrases();
  }

  // The documents of the index by their content, once the files in `left` are out and those in `there` in.
  void note_documents(const std::vector<store::SourceFile>& known, const std::vector<std::string>& left,
                      const std::vector<store::SourceFile>& there) {
    const auto note = [this](const store::SourceFile& file) {
      by_key_.emplace(content_key(file.content_hash, file.source), file.document);
    };
    std::unordered_set<std::string_view> moved(left.begin(), left.end());
    for (const store::SourceFile& file : there) moved.insert(file.source);
    for (const store::SourceFile& file : known) {
      if (!moved.contains(file.source)) note(file);
    }
    for (const store::SourceFile& file : there) note(file);
  }

  void tell(FileEvent::Kind kind, const std::string& path, const std::string& detail = {}) const {
    if (options_.event) options_.event({kind, path, detail});
  }

  void count_unchanged(const store::SourceFile& file) {
    ++(file.is_first ? summary_.unchanged : summary_.duplicates);
  }

  void settle(const ContentMatch& match, const std::vector<store::FileFailure>& failures) {
    count_unchanged(match.file);
    if (match.kind == ContentMatch::Kind::renamed) {
      ++summary_.renamed;
      tell(FileEvent::Kind::renamed, match.found.shown, match.before);
    } else if (match.kind == ContentMatch::Kind::copied) {
      tell(FileEvent::Kind::duplicate, match.found.shown, writer_.path_of(match.file.document));
    }
    // What failed of an archive goes with it.
    const std::string& before = match.kind == ContentMatch::Kind::renamed ? match.before : match.file.source;
    std::vector<store::FileFailure> parts;
    for (const store::FileFailure& failure : failures) {
      if (failure.source != before || failure.part.empty()) continue;
      parts.push_back(failure);
      parts.back().source = match.file.source;
      parts.back().document_path = match.file.document_path;
      parts.back().mtime_ns = match.file.mtime_ns;
      failed_.emplace_back(match.found.order,
                           FailedFile{match.found.shown + "/" + failure.part, failure.reason});
    }
    if (parts.empty()) {
      clear_failures(match.file.source);
      return;
    }
    if (before != match.file.source) writer_.note_failures(before, {});
    writer_.note_failures(match.file.source, parts);
  }

  // Failures that are told again, and those that are no more.
  void note_failures(const ScanPlan& plan, const std::vector<store::FileFailure>& known) {
    for (const store::FileFailure& failure : known) failed_before_[failure.source] = failure.reason;
    for (const std::string& source : plan.mended) {
      if (failed_before_.erase(source) != 0) writer_.note_failures(source, {});
    }
    for (const ScanPlan::Failure& it : plan.failures) {
      failed_.emplace_back(it.order, FailedFile{it.shown, it.failure.reason});
      const auto before = failed_before_.find(it.failure.source);
      // What failed of an archive was noted with it.
      if (before != failed_before_.end() && (!it.failure.part.empty() || before->second == it.failure.reason))
        continue;
      tell(FileEvent::Kind::failed, it.shown, it.failure.reason);
      writer_.note_failures(it.failure.source, {it.failure});
    }
  }

  void write(const ScanPlan::Job& job, AnalysedFile outcome) {
    if (outcome.error.empty() && outcome.entry == nullptr) take_over(job, outcome);
    if (!outcome.error.empty()) {
      fail(job, outcome);
    } else if (outcome.entry != nullptr) {
      put(job, outcome);
    }
    if (batch_ >= options_.batch_bytes) {
      writer_.commit();
      batch_ = 0;
    }
  }

  // The content of an earlier file: its document, or its failure.
  void take_over(const ScanPlan::Job& job, AnalysedFile& outcome) {
    const auto document = by_key_.find(*outcome.key);
    if (document != by_key_.end()) {
      attach(job, std::move(outcome.file), document->second);
    } else {
      const auto failure = failed_contents_.find(*outcome.key);
      outcome.error = failure != failed_contents_.end()
                          ? failure->second
                          : "changed while it was read: run `vraagbaak index` again";
    }
  }

  void attach(const ScanPlan::Job& job, store::SourceFile file, store::DocumentId document) {
    file.document = document;
    const bool was_its_file = job.known != nullptr && job.known->document == document;
    const std::string path = was_its_file ? "" : writer_.path_of(document);
    summary_.removed += writer_.relocate(left_by(job), {file});
    clear_failures(job.file.source);
    if (was_its_file) {
      count_unchanged(*job.known);
    } else {
      ++summary_.duplicates;
      tell(FileEvent::Kind::duplicate, job.file.shown, path);
    }
  }

  static std::vector<std::string> left_by(const ScanPlan::Job& job) {
    if (job.known == nullptr || job.known->source == job.file.source) return {};
    return {job.known->source};
  }

  void fail(const ScanPlan::Job& job, const AnalysedFile& outcome) {
    if (outcome.key) failed_contents_.emplace(*outcome.key, outcome.error);
    failed_.emplace_back(job.file.order, FailedFile{job.file.shown, outcome.error});
    tell(FileEvent::Kind::failed, job.file.shown, outcome.error);
    store::FileFailure failure = failure_of(outcome);
    // Not told by the file: that it could not be read now does not say that it cannot.
    if (!outcome.key) failure.read_with.clear();
    writer_.note_failures(job.file.source, {failure});
    // What it held is no longer what it holds.
    if (job.known != nullptr && !outcome.document_stays)
      summary_.removed += writer_.relocate({job.known->source}, {});
  }

  store::FileFailure failure_of(const AnalysedFile& outcome) const {
    return {outcome.file.source,   "",           outcome.file.document_path, outcome.error, outcome.file.size,
            outcome.file.mtime_ns, reading_aids_};
  }

  void put(const ScanPlan::Job& job, AnalysedFile& outcome) {
    // Two threads may have analysed the same content at a time.
    if (const auto document = by_key_.find(*outcome.key); document != by_key_.end()) {
      attach(job, std::move(outcome.file), document->second);
      return;
    }
    const std::size_t text_bytes = outcome.entry->content.byte_count;
    const std::size_t gone = job.known != nullptr ? writer_.relocate({job.known->source}, {}) : 0;
    const bool is_update = gone > 0;
    const store::DocumentId document = writer_.put(std::move(*outcome.entry));
    by_key_.emplace(*outcome.key, document);
    ++(is_update ? summary_.updated : summary_.added);
    tell(is_update ? FileEvent::Kind::updated : FileEvent::Kind::added, job.file.shown);
    summary_.bytes_read += outcome.file.size;
    batch_ += text_bytes + kFileWeight;
    clear_failures(job.file.source);
    std::vector<store::FileFailure> parts;
    for (const Problem& part : outcome.left_out) {
      const std::string reason = part.what + ": " + part.mend;
      parts.push_back(failure_of(outcome));
      parts.back().part = part.where;
      parts.back().reason = reason;
      failed_.emplace_back(job.file.order, FailedFile{job.file.shown + "/" + part.where, reason});
      tell(FileEvent::Kind::failed, job.file.shown + "/" + part.where, reason);
    }
    if (!parts.empty()) writer_.note_failures(job.file.source, parts);
  }

  void clear_failures(const std::string& source) {
    if (failed_before_.erase(source) != 0) writer_.note_failures(source, {});
  }

  store::IndexWriter& writer_;
  const IndexOptions& options_;
  IndexSummary& summary_;
  ReadOptions reading_;
  std::string reading_aids_ = reading_aids(reading_);
  ContentClaims claims_;
  std::unordered_map<ContentKey, store::DocumentId, ContentKeyHash> by_key_;  // documents of the index
  std::unordered_map<ContentKey, std::string, ContentKeyHash>
      failed_contents_;                                         // of this run, with the error
  std::unordered_map<std::string, std::string> failed_before_;  // by source: what was known, why
  std::vector<std::pair<std::size_t, FailedFile>> failed_;      // with their place in the scan
  std::uint64_t batch_ = 0;
};

// "2026-11-28T06:12:03Z".
std::string now_in_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

store::RunRecord record_of(const IndexSummary& summary) {
  return {now_in_utc(),    summary.seconds, summary.added,      summary.updated,      summary.unchanged,
          summary.removed, summary.renamed, summary.duplicates, summary.failed.size()};
}

}  // namespace

IndexSummary Indexer::run(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& db,
                          const IndexOptions& options) {
  const Clock::time_point start = Clock::now();
  const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
  // A limit on the size of files is to be an error of the write, not a signal that ends the process.
  std::signal(SIGXFSZ, SIG_IGN);
  if (options.progress) options.progress({});
  Scan scan = scan_files(paths, db, options.filter);

  IndexSummary summary;
  BuildTarget target(db, builder_.identity());
  if (target.replaces_index()) carry_over(scan, store::files_of_index(db));
  {
    store::IndexWriter writer(target.file(), builder_.identity(),
                              [this](std::string_view text) { return builder_.terms(text); });
    if (options.is_watch && target.file() == db) writer.stay_in_wal();
    const std::vector<store::SourceFile> known = writer.files();
    const std::vector<store::FileFailure> failures = writer.failures();
    ScanPlan plan = plan_scan(std::move(scan), known, failures,
                              options.retry ? std::string() : reading_aids({options.ocr}));
    Run run(writer, options, summary);
    if (!plan.jobs.empty()) builder_.prepare();
    const bool is_done = run.relocate(plan, known, failures) && run.analyse(plan, builder_);
    run.list_failures();
    if (!is_done) {
      summary.is_stopped = true;
      summary.seconds = seconds();
      writer.stop(record_of(summary));
      summary.totals = writer.counts();
      return summary;
    }
    if (options.progress) options.progress({.stage = IndexProgress::Stage::finishing});
    summary.seconds = seconds();
    writer.finish(record_of(summary));
    summary.totals = writer.counts();
  }
  target.publish();
  summary.seconds = seconds();
  return summary;
}

}  // namespace vraagbaak::indexer
