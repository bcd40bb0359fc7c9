// SPDX-License-Identifier: EUPL-1.2
#include "indexer/content_matcher.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <optional>
#include <system_error>
#include <thread>
#include <unordered_set>
#include <utility>

#include "indexer/file_digest.h"
#include "indexer/readers/reader.h"

namespace vraagbaak::indexer {
namespace {

// A file may change twice within the grain of its time stamp. One that changed this short before it was read
// is compared by its content next time.
constexpr std::chrono::nanoseconds kFresh = std::chrono::seconds(2);

struct Looked {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::string hash;
};

// What the jobs' files hold; nullopt where that was not looked at.
std::vector<std::optional<Looked>> look_into(const std::vector<ScanPlan::Job>& jobs,
                                             const std::vector<std::size_t>& chosen, std::size_t threads,
                                             const std::function<bool()>& is_stopped) {
  std::vector<std::optional<Looked>> looked(jobs.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < chosen.size() && !(is_stopped && is_stopped()); i = next++) {
      const FoundFile& file = jobs[chosen[i]].file;
      const std::int64_t mtime = trusted_mtime(file.mtime_ns);
      if (const auto digest = digest_file(file.source))
        looked[chosen[i]] = Looked{digest->size, mtime, digest->sha256};
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min(threads, chosen.size()); ++i) others.emplace_back(work);
  work();
  others.clear();
  return looked;
}

// The documents of the index, by content, and where their files have gone from.
class KnownContents {
 public:
  KnownContents(const std::vector<store::SourceFile>& known, const ScanPlan& plan,
                const std::vector<std::optional<Looked>>& looked)
      : gone_(plan.gone.begin(), plan.gone.end()) {
    for (const store::SourceFile& file : known) {
      by_key_.emplace(content_key(file.content_hash, file.source), file.document);
      by_document_[file.document].push_back(&file);
    }
    for (const store::SourceFile* file : plan.unchanged) in_place_.insert(file->source);
    for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
      const ScanPlan::Job& job = plan.jobs[i];
      const store::SourceFile* before = job.known;
      if (before == nullptr) continue;
      // A folder that was moved: the file is no longer where it was known.
      if (before->source != job.file.source) {
        gone_.insert(before->source);
        continue;
      }
      // Another size, or another content: it is no file of its document any more.
      const bool may_be_the_same =
          looked[i] ? looked[i]->hash == before->content_hash : job.file.size == before->size;
      if (may_be_the_same) {
        in_place_.insert(before->source);
      } else {
        gone_.insert(before->source);
      }
    }
  }

  std::optional<store::DocumentId> document_of(const Looked& looked, const std::string& source) const {
    const auto found = by_key_.find(content_key(looked.hash, source));
    return found == by_key_.end() ? std::nullopt : std::optional(found->second);
  }

  // A file of the document that is no longer there; each is given once.
  const store::SourceFile* take_vacant(store::DocumentId document, const std::string& preferred) {
    std::vector<const store::SourceFile*>& files = by_document_[document];
    const auto is_vacant = [&](const store::SourceFile* file) {
      if (in_place_.contains(file->source)) return false;
      if (gone_.contains(file->source)) return true;
      // Outside what was looked through.
      std::error_code error;
      return !std::filesystem::exists(file->source, error) && !error;
    };
    auto found = std::ranges::find_if(
        files, [&](const store::SourceFile* file) { return file->source == preferred && is_vacant(file); });
    if (found == files.end()) found = std::ranges::find_if(files, is_vacant);
    if (found == files.end()) return nullptr;
    const store::SourceFile* file = *found;
    files.erase(found);
    return file;
  }

 private:
  std::unordered_set<std::string> gone_;
  std::unordered_set<std::string> in_place_;
  std::unordered_map<ContentKey, store::DocumentId, ContentKeyHash> by_key_;
  std::unordered_map<store::DocumentId, std::vector<const store::SourceFile*>> by_document_;
};

}  // namespace

ContentKey content_key(std::string_view content_hash, std::string_view name) {
  constexpr std::size_t kDigits = 16;
  const auto bits = [&](std::size_t begin) {
    const std::string_view digits = content_hash.substr(std::min(begin, content_hash.size()), kDigits);
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
  };
  return {bits(0), (bits(kDigits) & ~std::uint64_t{1}) | (is_read_verbatim(name) ? 1U : 0U)};
}

std::int64_t trusted_mtime(std::int64_t mtime_ns) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::nanoseconds(mtime_ns) + kFresh < now ? mtime_ns : 0;
}

std::vector<ContentMatch> match_contents(ScanPlan& plan, const std::vector<store::SourceFile>& known,
                                         std::size_t threads, const std::function<bool()>& is_stopped) {
  if (plan.jobs.empty()) return {};
  std::unordered_set<std::uint64_t> sizes;
  for (const store::SourceFile& file : known) sizes.insert(file.size);
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
    if (sizes.contains(plan.jobs[i].file.size)) chosen.push_back(i);
  }
  const std::vector<std::optional<Looked>> looked = look_into(plan.jobs, chosen, threads, is_stopped);
  KnownContents contents(known, plan, looked);

  std::vector<ContentMatch> matches;
  std::unordered_set<std::string> renamed;
  std::vector<ScanPlan::Job> left;
  for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
    ScanPlan::Job& job = plan.jobs[i];
    const auto document = looked[i] ? contents.document_of(*looked[i], job.file.source) : std::nullopt;
    if (!document) {
      left.push_back(std::move(job));
      continue;
    }
    ContentMatch match;
    match.file = {job.file.source,
                  job.file.document_path,
                  looked[i]->size,
                  looked[i]->mtime_ns,
                  looked[i]->hash,
                  *document,
                  "",
                  true};
    const bool is_in_place =
        job.known != nullptr && job.known->document == *document && job.known->source == job.file.source;
    if (is_in_place) {
      match.file.is_first = job.known->is_first;
    } else {
      const std::string preferred = job.known == nullptr ? "" : job.known->source;
      const store::SourceFile* vacant = contents.take_vacant(*document, preferred);
      match.kind = vacant == nullptr ? ContentMatch::Kind::copied : ContentMatch::Kind::renamed;
      match.file.is_first = vacant != nullptr && vacant->is_first;
      if (vacant != nullptr) {
        match.before = vacant->source;
        renamed.insert(vacant->source);
      }
    }
    match.found = std::move(job.file);
    matches.push_back(std::move(match));
  }
  plan.jobs = std::move(left);
  for (ScanPlan::Job& job : plan.jobs) {
    if (job.known != nullptr && renamed.contains(job.known->source)) job.known = nullptr;
  }
  std::erase_if(plan.gone, [&](const std::string& source) { return renamed.contains(source); });
  return matches;
}

}  // namespace vraagbaak::indexer
