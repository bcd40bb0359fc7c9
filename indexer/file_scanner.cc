// SPDX-License-Identifier: EUPL-1.2
#include "indexer/file_scanner.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analysis/text/utf8.h"
#include "model/error.h"

namespace vraagbaak::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanoseconds = 1'000'000'000;

struct FileFacts {
  bool is_file = false;
  mode_t mode = 0;
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
};

// Follows links. nullopt, with errno set, where the file cannot be looked at.
std::optional<FileFacts> facts_of(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return std::nullopt;
  return FileFacts{S_ISREG(status.st_mode), status.st_mode, static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

// As fs::path joins them, without taking names apart: a folder may hold a million.
std::string joined(const std::string& folder, std::string_view name) {
  std::string path;
  path.reserve(folder.size() + 1 + name.size());
  path = folder;
  if (!path.empty() && path.back() != '/') path += '/';
  return path.append(name);
}

// What to say of something that is no file, and the mend.
std::string said_of(mode_t mode) {
  if (S_ISFIFO(mode)) return "is a named pipe, which is not read: give the files that go through it";
  if (S_ISSOCK(mode)) return "is a socket, which is not read: leave it out";
  return "is a device, which is not read: leave it out";
}

class Scanner {
 public:
  // `paths`: how many will be scanned.
  Scanner(const fs::path& db, const PathFilter& filter, std::size_t paths)
      : filter_(filter), may_meet_again_(paths > 1) {
    std::error_code error;
    const fs::path absolute = fs::weakly_canonical(db, error);
    db_ = error ? db : absolute;
  }

  void scan(const fs::path& given) {
    std::error_code error;
    const fs::path source = fs::canonical(given, error);
    if (error) throw Error(given.string(), "there is no such file or folder", "check the path");
    if (fs::is_directory(source, error)) {
      result_.scopes.push_back({source.string(), true});
      scan_folder(source.string(), given.string(), "");
    } else {
      result_.scopes.push_back({source.string(), false});
      add(source.string(), given.string(), given.filename().string());
    }
  }

  Scan take() { return std::move(result_); }

 private:
  struct Entry {
    std::string name;
    bool is_folder = false;
    bool is_link = false;
  };

  void scan_folder(const std::string& folder, const std::string& shown, const std::string& below) {
    std::error_code error;
    std::vector<Entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      const std::string_view path = it->path().native();
      std::error_code ignored;
      entries.push_back({std::string(path.substr(path.rfind('/') + 1)), it->is_directory(ignored),
                         it->is_symlink(ignored)});
    }
    if (error) pass_over_unreadable(folder, shown, below, error.message());
    std::ranges::sort(entries, {}, &Entry::name);
    for (const Entry& entry : entries) {
      if (entry.name.starts_with('.')) continue;
      const std::string place = joined(folder, entry.name);
      if (place.starts_with(db_.native()) && belongs_to_index(place, db_)) continue;
      std::string path = joined(below, entry.name);
      if (entry.is_folder) {
        if (!filter_.enters(path)) continue;
        if (entry.is_link) {
          pass_over(place, joined(shown, entry.name), path,
                    "is a link to a folder, which is not followed: give that folder itself", false);
        } else {
          scan_folder(place, joined(shown, entry.name), path);
        }
      } else if (filter_.takes(path)) {
        add(place, joined(shown, entry.name), std::move(path));
      }
    }
  }

  void add(const std::string& file, std::string shown, std::string path) {
    const std::optional<FileFacts> facts = facts_of(file);
    if (!facts) {
      pass_over_unreadable(file, std::move(shown), path, std::strerror(errno));
      return;
    }
    if (!facts->is_file) {
      pass_over(file, std::move(shown), path, said_of(facts->mode), false);
      return;
    }
    if (!is_new(file)) return;
    // Names are bytes to the system; citations go out as UTF-8.
    result_.files.push_back(
        {file, analysis::repair_utf8(path), std::move(shown), facts->size, facts->mtime_ns, order_++});
  }

  void pass_over_unreadable(const std::string& place, std::string shown, const std::string& path,
                            const std::string& reason) {
    pass_over(place, std::move(shown), path, "cannot be read (" + reason + "): check that it may be read",
              true);
  }

  void pass_over(const std::string& place, std::string shown, const std::string& path, std::string reason,
                 bool is_unreadable) {
    if (!is_new(place)) return;
    result_.passed_over.push_back(
        {std::move(shown), place, analysis::repair_utf8(path), std::move(reason), is_unreadable, order_++});
  }

  // Whether it is met for the first time. Below one path nothing is met twice, as links to folders are not
  // followed; a million names are not kept for it.
  bool is_new(const std::string& place) { return !may_meet_again_ || seen_.insert(place).second; }

  const PathFilter& filter_;
  bool may_meet_again_;
  fs::path db_;
  std::size_t order_ = 0;
  Scan result_;
  std::unordered_set<std::string> seen_;
};

bool covers(const ScanScope& scope, std::string_view source) {
  if (!source.starts_with(scope.source)) return false;
  if (source.size() == scope.source.size()) return true;
  return scope.is_folder && (source[scope.source.size()] == '/' || scope.source == "/");
}

bool in_unreadable(const Scan& scan, std::string_view source) {
  return std::ranges::any_of(scan.passed_over, [&](const Scan::PassedOver& it) {
    return it.is_unreadable && covers({it.source, true}, source);
  });
}

// "a/b.txt" from folder "jaar/2017" becomes "2017/a/b.txt", and if that is taken too "2017/a/b.txt (2)" …
std::string unique_path(const FoundFile& file,
                        const std::unordered_map<std::string_view, std::string_view>& taken) {
  const std::string folder =
      fs::path(file.source.substr(
                   0, file.source.size() - std::min(file.source.size(), file.document_path.size() + 1)))
          .filename()
          .string();
  const std::string path = analysis::repair_utf8(folder) + '/' + file.document_path;
  std::string candidate = path;
  for (int number = 2; taken.contains(candidate); ++number)
    candidate = path + " (" + std::to_string(number) + ')';
  return candidate;
}

// What is known to have failed, by source.
class KnownFailures {
 public:
  KnownFailures(const std::vector<store::FileFailure>& failures, std::string_view read_with)
      : read_with_(read_with) {
    for (const store::FileFailure& failure : failures) by_source_[failure.source].push_back(&failure);
  }

  // False where something of the file failed that may go better now.
  bool hold(const FoundFile& file) const {
    const auto found = by_source_.find(file.source);
    return found == by_source_.end() ||
           std::ranges::all_of(found->second, [&](const store::FileFailure* it) { return holds(*it, file); });
  }

  // True where the file as a whole is known to fail.
  bool hold_for_whole(const FoundFile& file) const {
    const auto found = by_source_.find(file.source);
    return found != by_source_.end() && found->second.front()->part.empty() && hold(file);
  }

  void tell_again(const FoundFile& file, ScanPlan& plan) const {
    const auto found = by_source_.find(file.source);
    if (found == by_source_.end()) return;
    for (const store::FileFailure* it : found->second) {
      plan.failures.push_back({*it, it->part.empty() ? file.shown : file.shown + "/" + it->part, file.order});
    }
  }

 private:
  bool holds(const store::FileFailure& failure, const FoundFile& file) const {
    return !read_with_.empty() && failure.read_with == read_with_ && failure.size == file.size &&
           failure.mtime_ns == file.mtime_ns && failure.mtime_ns != 0;
  }

  std::string_view read_with_;
  std::unordered_map<std::string_view, std::vector<const store::FileFailure*>> by_source_;
};

// What the scan passed over, and which known failures are of something that is no longer there.
void plan_failures(const Scan& scan, const std::vector<store::FileFailure>& known, ScanPlan& plan) {
  std::unordered_set<std::string_view> still_there;
  for (const FoundFile& file : scan.files) still_there.insert(file.source);
  for (const Scan::PassedOver& it : scan.passed_over) {
    still_there.insert(it.source);
    plan.failures.push_back({{it.source, "", it.document_path, it.reason, 0, 0, ""}, it.shown, it.order});
  }
  for (const store::FileFailure& failure : known) {
    if (still_there.contains(failure.source) || in_unreadable(scan, failure.source)) continue;
    const bool is_covered =
        std::ranges::any_of(scan.scopes, [&](const ScanScope& s) { return covers(s, failure.source); });
    if (is_covered) plan.mended.push_back(failure.source);
  }
}

}  // namespace

bool belongs_to_index(const fs::path& file, const fs::path& db) {
  const std::string& name = file.native();
  if (!name.starts_with(db.native())) return false;
  const std::string_view rest = std::string_view(name).substr(db.native().size());
  return rest.empty() || rest.starts_with("-") || rest.starts_with(".building");
}

Scan scan_files(const std::vector<fs::path>& paths, const fs::path& db, const PathFilter& filter) {
  Scanner scanner(db, filter, paths.size());
  for (const fs::path& path : paths) scanner.scan(path);
  return scanner.take();
}

ScanPlan plan_scan(Scan scan, const std::vector<store::SourceFile>& known,
                   const std::vector<store::FileFailure>& failures, std::string_view read_with) {
  ScanPlan plan;
  plan_failures(scan, failures, plan);
  const KnownFailures failed(failures, read_with);
  std::unordered_map<std::string_view, const store::SourceFile*> by_source;
  for (const store::SourceFile& file : known) by_source.emplace(file.source, &file);
  std::unordered_set<std::string_view> found;
  for (const FoundFile& file : scan.files) found.insert(file.source);

  // Document path -> source. Views of `known` and of the jobs, which therefore must not move.
  std::unordered_map<std::string_view, std::string_view> taken;
  plan.jobs.reserve(scan.files.size());
  for (const store::SourceFile& file : known) {
    const bool is_gone =
        !found.contains(file.source) && !in_unreadable(scan, file.source) &&
        std::ranges::any_of(scan.scopes, [&](const ScanScope& s) { return covers(s, file.source); });
    if (is_gone) {
      plan.gone.push_back(file.source);
    } else {
      taken.emplace(file.document_path, file.source);
    }
  }
  for (FoundFile& file : scan.files) {
    const auto same = by_source.find(file.source);
    const store::SourceFile* before = same == by_source.end() ? nullptr : same->second;
    if (before != nullptr) {
      file.document_path = before->document_path;
      if (before->size == file.size && before->mtime_ns == file.mtime_ns && failed.hold(file)) {
        plan.unchanged.push_back(before);
        failed.tell_again(file, plan);
        continue;
      }
    } else if (const auto other = taken.find(file.document_path); other != taken.end()) {
      const auto old = by_source.find(other->second);
      std::error_code error;
      if (old != by_source.end() && !found.contains(other->second) &&
          !fs::exists(fs::path(other->second), error)) {
        before = old->second;
      } else {
        file.document_path = unique_path(file, taken);
      }
    }
    if (before == nullptr && failed.hold_for_whole(file)) {
      failed.tell_again(file, plan);
      continue;
    }
    plan.jobs.push_back({std::move(file), before});
    const FoundFile& job = plan.jobs.back().file;
    taken[job.document_path] = job.source;
  }
  return plan;
}

void carry_over(Scan& scan, const std::vector<store::SourceFile>& old) {
  std::unordered_map<std::string_view, std::string_view> paths;
  for (const store::SourceFile& file : old) paths.emplace(file.source, file.document_path);
  std::unordered_set<std::string> found;
  for (FoundFile& file : scan.files) {
    found.insert(file.source);
    if (const auto path = paths.find(file.source); path != paths.end()) file.document_path = path->second;
  }
  for (const store::SourceFile& file : old) {
    const auto covered = [&](const ScanScope& scope) { return covers(scope, file.source); };
    if (found.contains(file.source) || std::ranges::any_of(scan.scopes, covered)) continue;
    const std::optional<FileFacts> facts = facts_of(file.source);
    if (!facts || !facts->is_file) continue;
    const std::size_t order = scan.files.size() + scan.passed_over.size();
    scan.files.push_back({file.source, file.document_path, file.source, facts->size, facts->mtime_ns, order});
  }
}

}  // namespace vraagbaak::indexer
