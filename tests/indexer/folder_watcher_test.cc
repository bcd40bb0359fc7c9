// SPDX-License-Identifier: EUPL-1.2
#include "indexer/folder_watcher.h"

#include <gtest/gtest.h>

#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <string>
#include <thread>

#include "tests/support/temp_folder.h"

namespace vraagbaak::indexer {
namespace {

class Watching : public testing::Test {
 protected:
  Watching() : stop_(::eventfd(0, EFD_CLOEXEC)) {
    folder_.write("in/a.txt", "een");
    folder_.write("in/sub/b.txt", "twee");
  }
  ~Watching() override { ::close(stop_); }
  void stop() const {
    const std::uint64_t one = 1;
    ASSERT_EQ(::write(stop_, &one, sizeof one), static_cast<ssize_t>(sizeof one));
  }
  // Whether a watcher wakes for what `change` does.
  bool wakes(const std::function<void()>& change) {
    FolderWatcher watcher({folder_ / "in"}, folder_ / "in/index.db");
    change();
    return watcher.wait(stop_);
  }

  testing_support::TempFolder folder_;
  int stop_;
};

TEST_F(Watching, SeesFilesComeChangeMoveAndGo) {
  EXPECT_TRUE(wakes([&] { folder_.write("in/c.txt", "drie"); }));
  EXPECT_TRUE(wakes([&] { folder_.write("in/sub/b.txt", "anders"); }));
  EXPECT_TRUE(wakes([&] { std::filesystem::rename(folder_ / "in/c.txt", folder_ / "in/sub/d.txt"); }));
  EXPECT_TRUE(wakes([&] { std::filesystem::remove(folder_ / "in/sub/d.txt"); }));
  EXPECT_TRUE(wakes([&] { std::filesystem::create_hard_link(folder_ / "in/a.txt", folder_ / "in/e.txt"); }));
  EXPECT_TRUE(wakes([&] { std::filesystem::create_symlink("a.txt", folder_ / "in/f.txt"); }));
  EXPECT_TRUE(wakes([&] { ASSERT_EQ(::chmod((folder_ / "in/a.txt").c_str(), 0400), 0); }));
}

TEST_F(Watching, SeesIntoNewFoldersAndThoseThatMoved) {
  FolderWatcher watcher({folder_ / "in"}, folder_ / "index.db");
  EXPECT_EQ(watcher.folders(), 2U);
  std::filesystem::create_directories(folder_ / "in/nieuw/diep");
  EXPECT_TRUE(watcher.wait(stop_));
  EXPECT_EQ(watcher.folders(), 4U);
  folder_.write("in/nieuw/diep/c.txt", "drie");
  EXPECT_TRUE(watcher.wait(stop_));
  std::filesystem::rename(folder_ / "in/nieuw", folder_ / "in/sub/oud");
  EXPECT_TRUE(watcher.wait(stop_));
  EXPECT_EQ(watcher.folders(), 4U);
  folder_.write("in/sub/oud/diep/d.txt", "vier");
  EXPECT_TRUE(watcher.wait(stop_));
  std::filesystem::remove_all(folder_ / "in/sub");
  EXPECT_TRUE(watcher.wait(stop_));
  EXPECT_EQ(watcher.folders(), 1U);
}

TEST_F(Watching, TakesNoNoticeOfWhatIsNotIndexed) {
  const PathFilter filter = PathFilter::make({}, {"*.tmp", "kladjes/"}).value();
  std::filesystem::create_directory(folder_ / "in/kladjes");
  FolderWatcher watcher({folder_ / "in"}, folder_ / "in/index.db", filter);
  EXPECT_EQ(watcher.folders(), 2U);
  folder_.write("in/.verborgen", "x");
  folder_.write("in/index.db", "x");
  folder_.write("in/index.db-wal", "x");
  folder_.write("in/index.db.building", "x");
  folder_.write("in/half.tmp", "x");
  folder_.write("in/kladjes/x.txt", "x");
  // Had any of it been noticed, the wait would be over long before.
  const std::jthread later([&] {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    stop();
  });
  EXPECT_FALSE(watcher.wait(stop_));
}

TEST_F(Watching, OfAFileThatWasGivenThatFileAlone) {
  FolderWatcher watcher({folder_ / "in/a.txt"}, folder_ / "index.db");
  EXPECT_EQ(watcher.folders(), 1U);
  folder_.write("in/a.txt", "anders");
  EXPECT_TRUE(watcher.wait(stop_));
}

TEST_F(Watching, StopsAtOnce) {
  FolderWatcher watcher({folder_ / "in"}, folder_ / "index.db");
  stop();
  EXPECT_FALSE(watcher.wait(stop_));
}

// More changes than the queue of the system holds: it says so, and folders that came meanwhile are found.
TEST_F(Watching, AFullQueueIsNoHarm) {
  FolderWatcher watcher({folder_ / "in"}, folder_ / "index.db");
  std::size_t queue = 16'384;
  std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> queue;
  if (queue > 100'000) GTEST_SKIP() << "the system's queue is too long to fill";
  for (std::size_t i = 0; i <= queue; ++i) {
    // Two files in turn: changes of one in a row count as one.
    ASSERT_EQ(::chmod((folder_ / (i % 2 == 0 ? "in/a.txt" : "in/sub/b.txt")).c_str(), 0600), 0);
  }
  std::filesystem::create_directory(folder_ / "in/laat");
  EXPECT_TRUE(watcher.wait(stop_));
  EXPECT_EQ(watcher.folders(), 3U);
}

}  // namespace
}  // namespace vraagbaak::indexer
