// SPDX-License-Identifier: EUPL-1.2
#include "indexer/folder_watcher.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "indexer/file_scanner.h"

namespace vraagbaak::indexer {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// Programs save a file in several steps, and people copy many at a time.
constexpr std::chrono::milliseconds kQuiet{300};
// So long changes may go on before they are looked at all the same.
constexpr std::chrono::milliseconds kLongest{5000};
// How often the folders are looked through where they cannot all be watched.
constexpr std::chrono::milliseconds kRound{30'000};

// A file that is written is told of when it is closed, and so is read whole.
constexpr unsigned kEvents = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE |
                             IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

// A new file that its maker still has to write. A link is there at once.
bool is_still_empty_handed(const fs::path& file) {
  std::error_code error;
  return fs::is_regular_file(fs::symlink_status(file, error)) && fs::hard_link_count(file, error) == 1;
}

int milliseconds_until(Clock::time_point moment) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(moment - Clock::now()).count();
  return static_cast<int>(std::max<std::int64_t>(left, 0));
}

}  // namespace

FolderWatcher::FolderWatcher(const std::vector<fs::path>& paths, const fs::path& db, const PathFilter& filter)
    : paths_(paths), filter_(filter), inotify_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  std::error_code error;
  db_ = fs::weakly_canonical(db, error);
  if (error) db_ = db;
  watch_all();
}

FolderWatcher::~FolderWatcher() {
  if (inotify_ >= 0) ::close(inotify_);
}

void FolderWatcher::watch_all() {
  for (const fs::path& given : paths_) {
    std::error_code error;
    const fs::path path = fs::canonical(given, error);
    if (error) continue;  // the scan says so
    if (fs::is_directory(path, error)) {
      watch(path, "");
    } else {
      add({path.parent_path(), "", {path.filename().string()}});
    }
  }
}

void FolderWatcher::watch(const fs::path& folder, const std::string& below) {
  // Watched first, looked through then: what comes meanwhile is seen by the one or the other.
  if (!add({folder, below, {}})) return;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    const std::string name = it->path().filename().string();
    if (name.starts_with('.') || it->is_symlink(ignored) || !it->is_directory(ignored)) continue;
    const std::string path = below.empty() ? name : below + '/' + name;
    if (filter_.enters(path)) watch(it->path(), path);
  }
}

bool FolderWatcher::add(Folder folder) {
  const int watch = inotify_ < 0 ? -1 : ::inotify_add_watch(inotify_, folder.path.c_str(), kEvents);
  if (watch < 0) {
    // A folder that is gone again, or may not be read, is none to watch.
    if (inotify_ < 0 || errno == ENOSPC || errno == ENOMEM) sees_all_ = false;
    return false;
  }
  const auto known = folders_.find(watch);
  if (known != folders_.end() && known->second.names.empty()) folder.names.clear();
  if (known != folders_.end() && !folder.names.empty()) {
    folder.names.insert(folder.names.end(), known->second.names.begin(), known->second.names.end());
  }
  folders_[watch] = std::move(folder);
  return true;
}

void FolderWatcher::leave(const fs::path& folder) {
  const std::string inside = folder.string() + '/';
  std::erase_if(folders_, [&](const auto& entry) {
    const bool is_left = entry.second.path == folder || entry.second.path.string().starts_with(inside);
    if (is_left) ::inotify_rm_watch(inotify_, entry.first);
    return is_left;
  });
}

bool FolderWatcher::wait(int stop) {
  std::optional<Clock::time_point> first;
  Clock::time_point quiet_at = Clock::now() + kRound;  // when wait() comes back if nothing more happens
  for (;;) {
    const bool has_end = first.has_value() || !sees_all_;
    std::array<pollfd, 2> waited = {{{stop, POLLIN, 0}, {inotify_, POLLIN, 0}}};
    const int count =
        ::poll(waited.data(), inotify_ < 0 ? 1 : 2, has_end ? milliseconds_until(quiet_at) : -1);
    if (count < 0 && errno != EINTR) return false;
    if (waited[0].revents != 0) return false;
    if (count > 0 && take_events()) {
      if (!first) first = Clock::now();
      quiet_at = std::min(Clock::now() + kQuiet, *first + kLongest);
    }
    if (has_end && Clock::now() >= quiet_at) return true;
  }
}

bool FolderWatcher::take_events() {
  alignas(inotify_event) std::array<char, 16 * 1024> buffer;
  bool any = false;
  for (;;) {
    const ssize_t size = ::read(inotify_, buffer.data(), buffer.size());
    if (size <= 0) return any;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      at += sizeof event + event.len;
      if ((event.mask & IN_Q_OVERFLOW) != 0) {
        // Folders may have come that nobody told of.
        watch_all();
        any = true;
        continue;
      }
      const auto folder = folders_.find(event.wd);
      if (folder == folders_.end()) continue;
      if ((event.mask & IN_IGNORED) != 0) {
        folders_.erase(folder);
        continue;
      }
      const Folder there = folder->second;  // events may change folders_
      any = matters(there, event.len > 0 ? std::string(name) : std::string(), event.mask) || any;
    }
  }
}

bool FolderWatcher::matters(const Folder& folder, const std::string& name, unsigned mask) {
  if (name.empty()) return (mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) != 0;
  if (!folder.names.empty()) return std::ranges::find(folder.names, name) != folder.names.end();
  const fs::path file = folder.path / name;
  if (name.starts_with('.') || belongs_to_index(file, db_)) return false;
  const std::string path = folder.below.empty() ? name : folder.below + '/' + name;
  if ((mask & IN_ISDIR) != 0) {
    if ((mask & (IN_MOVED_FROM | IN_DELETE)) != 0) leave(file);
    if (!filter_.enters(path)) return false;
    if ((mask & (IN_CREATE | IN_MOVED_TO)) != 0) watch(file, path);
    return true;
  }
  if (!filter_.takes(path)) return false;
  return (mask & IN_CREATE) == 0 || !is_still_empty_handed(file);
}

}  // namespace vraagbaak::indexer
