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
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
};

// Follows links. nullopt, with errno set, where the file cannot be looked at.
std::optional<FileFacts> facts_of(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return std::nullopt;
  return FileFacts{S_ISREG(status.st_mode), static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

class Scanner {
 public:
  explicit Scanner(const fs::path& db) {
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
      scan_folder(source, given, "");
    } else {
      result_.scopes.push_back({source.string(), false});
      add(source, given.string(), given.filename().string());
    }
  }

  Scan take() { return std::move(result_); }

 private:
  void scan_folder(const fs::path& folder, const fs::path& shown, const std::string& below) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      entries.push_back(*it);
    }
    if (error) result_.unreadable.push_back({shown.string(), folder.string(), error.message()});
    std::ranges::sort(entries, {}, [](const fs::directory_entry& entry) { return entry.path().native(); });
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.') || belongs_to_index(entry.path())) continue;
      const std::string path = below.empty() ? name : below + '/' + name;
      std::error_code ignored;
      if (entry.is_directory(ignored)) {
        if (!entry.is_symlink(ignored)) scan_folder(entry.path(), shown / name, path);
      } else {
        add(entry.path(), (shown / name).string(), path);
      }
    }
  }

  // The index file, and what SQLite and a build put beside it: vraagbaak.db-wal, vraagbaak.db.building …
  bool belongs_to_index(const fs::path& file) const {
    const std::string& name = file.native();
    const std::string& db = db_.native();
    if (!name.starts_with(db)) return false;
    const std::string_view rest = std::string_view(name).substr(db.size());
    return rest.empty() || rest.starts_with("-") || rest.starts_with(".building");
  }

  void add(const fs::path& file, std::string shown, std::string path) {
    const std::optional<FileFacts> facts = facts_of(file);
    if (!facts) {
      result_.unreadable.push_back({std::move(shown), file.string(), std::strerror(errno)});
      return;
    }
    if (!facts->is_file || !seen_.insert(file.string()).second) return;
    // Names are bytes to the system; citations go out as UTF-8.
    result_.files.push_back(
        {file.string(), analysis::repair_utf8(path), std::move(shown), facts->size, facts->mtime_ns});
  }

  fs::path db_;
  Scan result_;
  std::unordered_set<std::string> seen_;
};

bool covers(const ScanScope& scope, std::string_view source) {
  if (!source.starts_with(scope.source)) return false;
  if (source.size() == scope.source.size()) return true;
  return scope.is_folder && (source[scope.source.size()] == '/' || scope.source == "/");
}

bool in_unreadable(const Scan& scan, std::string_view source) {
  return std::ranges::any_of(scan.unreadable, [&](const Scan::Unreadable& it) {
    return covers({it.source, true}, source);
  });
}

// "a/b.txt" from folder "jaar/2017" becomes "2017/a/b.txt", and if that is taken too "2017/a/b.txt (2)" …
std::string unique_path(const FoundFile& file, const std::unordered_map<std::string, std::string>& taken) {
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

}  // namespace

Scan scan_files(const std::vector<fs::path>& paths, const fs::path& db) {
  Scanner scanner(db);
  for (const fs::path& path : paths) scanner.scan(path);
  return scanner.take();
}

ScanPlan plan_scan(Scan scan, const std::vector<store::SourceFile>& known) {
  ScanPlan plan;
  std::unordered_map<std::string_view, const store::SourceFile*> by_source;
  for (const store::SourceFile& file : known) by_source.emplace(file.source, &file);
  std::unordered_set<std::string_view> found;
  for (const FoundFile& file : scan.files) found.insert(file.source);

  std::unordered_map<std::string, std::string> taken;  // document path -> source
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
      if (before->size == file.size && before->mtime_ns == file.mtime_ns) {
        ++plan.unchanged;
        continue;
      }
    } else if (const auto other = taken.find(file.document_path); other != taken.end()) {
      const auto old = by_source.find(other->second);
      std::error_code error;
      if (old != by_source.end() && !found.contains(other->second) && !fs::exists(other->second, error)) {
        before = old->second;
      } else {
        file.document_path = unique_path(file, taken);
      }
    }
    taken[file.document_path] = file.source;
    plan.jobs.push_back({std::move(file), before});
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
    scan.files.push_back({file.source, file.document_path, file.source, facts->size, facts->mtime_ns});
  }
}

}  // namespace vraagbaak::indexer
