// SPDX-License-Identifier: EUPL-1.2
#include "indexer/build_target.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <system_error>
#include <thread>

#include "model/error.h"
#include "store/index_writer.h"

namespace vraagbaak::indexer {
namespace {

namespace fs = std::filesystem;

bool is_same_file(int descriptor, const fs::path& path) {
  struct stat held {};
  struct stat named {};
  return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 &&
         held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

// Who only looks whether a run is at work lets go at once; a run does not.
bool lock(int descriptor) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

void remove_with_companions(const fs::path& file) {
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    std::error_code ignored;
    fs::remove(fs::path(file.native() + suffix), ignored);
  }
  std::error_code error;
  fs::remove(file, error);
  if (error) throw Error(file.string(), "cannot be removed (" + error.message() + ")", "remove it yourself");
}

// Makes a rename last through a power cut.
void flush_folder(const fs::path& file) {
  const fs::path folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

[[noreturn]] void refuse_foreign(const fs::path& file) {
  throw Error(file.string(), "is there already and is not a Vraagbaak index",
              "give another file with --db, or move that one away");
}

}  // namespace

BuildTarget::BuildTarget(const fs::path& db, const store::IndexIdentity& identity) : db_(db) {
  const auto inspect = [&](const fs::path& file) {
    return store::inspect_index(file, identity.fingerprint, identity.made_by);
  };
  try {
    store::IndexState state = inspect(db_);
    if (state == store::IndexState::foreign) refuse_foreign(db_);
    std::error_code error;
    if (fs::exists(db_, error)) {
      hold(db_);
      state = inspect(db_);  // what it is now that nobody else writes it
    }
    if (state == store::IndexState::ready) {
      file_ = db_;
      return;
    }
    replaces_index_ = state == store::IndexState::outdated || state == store::IndexState::unfinished;
    file_ = db_;
    file_ += ".building";
    state = inspect(file_);
    if (state == store::IndexState::foreign) refuse_foreign(file_);
    hold(file_);
    state = inspect(file_);
    if (state == store::IndexState::outdated) {
      remove_with_companions(file_);
      hold(file_);
    }
  } catch (...) {
    for (const int descriptor : locks_) ::close(descriptor);
    throw;
  }
}

BuildTarget::~BuildTarget() {
  for (const int descriptor : locks_) ::close(descriptor);
}

bool is_being_written(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool is_held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
  ::close(descriptor);
  return is_held;
}

void BuildTarget::publish() {
  if (file_ == db_) return;
  // Whoever opens the old index from now until the rename finds it whole in one file …
  if (replaces_index_) store::fold_into_one_file(db_);
  // … and what it left beside it must not be taken for the new one's.
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    std::error_code ignored;
    fs::remove(fs::path(db_.native() + suffix), ignored);
  }
  std::error_code error;
  fs::rename(file_, db_, error);
  if (error) {
    throw Error(db_.string(), "cannot be replaced (" + error.message() + ")",
                "make room for it and run `vraagbaak index` again");
  }
  flush_folder(db_);
}

// flock() and SQLite's own locks do not see each other on Linux, so this one only keeps other runs away.
void BuildTarget::hold(const fs::path& file) {
  // The file may be renamed or removed by the run that held it, between our opening and locking it.
  for (int attempt = 0; attempt < 100; ++attempt) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) {
      const int reason = errno;
      throw Error(file.string(), std::string("cannot be written (") + std::strerror(reason) + ")",
                  "check that the folder is there and may be written, or give another file with --db");
    }
    if (!lock(descriptor)) {
      ::close(descriptor);
      throw InUse(file.string(), "is in use by another run of `vraagbaak index`",
                  "wait until that one is done and try again");
    }
    if (is_same_file(descriptor, file)) {
      locks_.push_back(descriptor);
      return;
    }
    ::close(descriptor);
  }
  throw Error(file.string(), "changes all the time", "see which program writes it");
}

}  // namespace vraagbaak::indexer
