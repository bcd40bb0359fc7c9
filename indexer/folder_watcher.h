// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/path_filter.h"

namespace vraagbaak::indexer {

// Tells when files below some folders change, by inotify. What changed it does not tell: the indexer looks
// through the folders anyway, and whatever comes late, in the wrong order or not at all (a full queue) does
// no harm. Changes that other machines make on a network drive are not seen.
class FolderWatcher {
 public:
  // Watches from now on the folders and files `paths`; not what `filter` keeps out, names that begin with a
  // dot, and the index `db` with what belongs to it.
  FolderWatcher(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& db,
                const PathFilter& filter = {});
  ~FolderWatcher();
  FolderWatcher(const FolderWatcher&) = delete;
  FolderWatcher& operator=(const FolderWatcher&) = delete;

  // Waits until something has changed and then all has been quiet for a moment, but not for long while
  // changes go on. False as soon as the descriptor `stop` can be read.
  bool wait(int stop);

  // Folders that are watched.
  std::size_t folders() const { return folders_.size(); }
  // False where the system allows no more watches; then wait() also comes back every half minute.
  bool sees_all() const { return sees_all_; }

 private:
  struct Folder {
    std::filesystem::path path;
    std::string below;               // its path relative to the given folder
    std::vector<std::string> names;  // of files that were given; empty: all in it
  };

  void watch_all();
  void watch(const std::filesystem::path& folder, const std::string& below);
  bool add(Folder folder);
  void leave(const std::filesystem::path& folder);
  // Takes what inotify has to say; true where it matters.
  bool take_events();
  bool matters(const Folder& folder, const std::string& name, unsigned mask);

  std::vector<std::filesystem::path> paths_;
  std::filesystem::path db_;
  PathFilter filter_;
  int inotify_ = -1;
  bool sees_all_ = true;
  std::unordered_map<int, Folder> folders_;  // by watch
};

}  // namespace vraagbaak::indexer
