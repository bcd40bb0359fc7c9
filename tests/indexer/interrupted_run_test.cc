// SPDX-License-Identifier: EUPL-1.2
// A run that is killed at any moment leaves a whole index (or none yet), and the next one goes on.
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <random>
#include <string>
#include <thread>

#include "indexer/indexer.h"
#include "tests/indexer/index_dump.h"
#include "tests/support/temp_folder.h"

namespace vraagbaak::indexer {
namespace {

constexpr int kFiles = 300;
// A transaction every few files, so that a kill falls before, in and after commits.
const IndexOptions kSmallBatches{.threads = 2, .batch_bytes = 4000, .progress = {}};

class Interrupted : public testing::Test {
 protected:
  Interrupted() {
    for (int i = 0; i < kFiles; ++i) folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i));
  }
  // Runs the indexer in a child and kills it as soon as `is_time` says so, asked every half millisecond; true
  // where it was killed before it had finished.
  bool run_and_kill(const std::function<bool()>& is_time) {
    const pid_t child = ::fork();
    if (child == 0) {
      index_paths({in_}, db_, dictionaries(), kSmallBatches);
      ::_exit(0);
    }
    int status = 0;
    while (!is_time()) {
      if (::waitpid(child, &status, WNOHANG) == child) return false;
      std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
  }
  // Runs the indexer in a child and kills it after that long.
  bool run_and_kill(std::chrono::microseconds after) {
    const auto end = std::chrono::steady_clock::now() + after;
    return run_and_kill([&] { return std::chrono::steady_clock::now() >= end; });
  }
  // Bytes of the index under way that have reached the disk.
  std::uintmax_t written() const {
    std::uintmax_t bytes = 0;
    for (const char* name : {"index.db.building", "index.db.building-wal"}) {
      std::error_code absent;
      const std::uintmax_t size = std::filesystem::file_size(folder_ / name, absent);
      if (!absent) bytes += size;
    }
    return bytes;
  }
  std::string undisturbed() {
    const std::filesystem::path other = folder_ / "other.db";
    index_paths({in_}, other, dictionaries());
    return dump_index(other);
  }

  testing_support::TempFolder folder_;
  std::filesystem::path in_ = folder_ / "in";
  std::filesystem::path db_ = folder_ / "index.db";
};

TEST_F(Interrupted, AFirstBuildKilledAtAnyMomentIsFinishedByTheNextRun) {
  const auto start = std::chrono::steady_clock::now();
  const std::string expected = undisturbed();
  const auto whole =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  std::mt19937_64 random(11);
  for (int round = 0; round < 9; ++round) {
    run_and_kill(std::chrono::microseconds(random() % static_cast<std::uint64_t>(whole.count())));
    if (std::filesystem::exists(db_)) {
      EXPECT_EQ(damage_of(db_), "") << round;
      EXPECT_EQ(dump_index(db_), expected) << round;
      std::filesystem::remove(db_);
    }
    if (round % 3 != 2) continue;  // the run killed next goes on where this one was
    const IndexSummary summary = index_paths({in_}, db_, dictionaries());
    EXPECT_EQ(summary.added + summary.unchanged, static_cast<std::size_t>(kFiles));
    EXPECT_EQ(damage_of(db_), "");
    EXPECT_EQ(dump_index(db_), expected);
    std::filesystem::remove(db_);
  }
}

TEST_F(Interrupted, WhatAKilledFirstBuildHadCommittedIsNotDoneAgain) {
  constexpr int kMostTries = 30;  // a kill may fall before the first commit, or after the last
  const std::string expected = undisturbed();
  const std::uintmax_t whole = std::filesystem::file_size(folder_ / "other.db");
  bool went_on = false;
  for (int round = 0; round < kMostTries && !went_on; ++round) {
    const std::uintmax_t enough = whole * static_cast<std::uintmax_t>(5 + round % 5) / 10;
    run_and_kill([&] { return written() > enough; });
    const IndexSummary summary = index_paths({in_}, db_, dictionaries());
    went_on = summary.unchanged > 0 && summary.added > 0;
    EXPECT_EQ(summary.added + summary.unchanged, static_cast<std::size_t>(kFiles));
    EXPECT_EQ(dump_index(db_), expected) << round;
    std::filesystem::remove(db_);
  }
  EXPECT_TRUE(went_on);
}

TEST_F(Interrupted, AnUpdateThatIsKilledLeavesAWholeIndex) {
  index_paths({in_}, db_, dictionaries());
  std::mt19937_64 random(5);
  for (int round = 0; round < 6; ++round) {
    for (int i = 0; i < kFiles; i += 2) {
      folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i + 1000 * (round + 1)));
    }
    std::filesystem::remove(in_ / (std::to_string(2 * round + 1) + ".txt"));
    run_and_kill(std::chrono::milliseconds(random() % 250));
    EXPECT_EQ(damage_of(db_), "") << round;
  }
  index_paths({in_}, db_, dictionaries());
  EXPECT_EQ(damage_of(db_), "");
  EXPECT_EQ(dump_index(db_), undisturbed());
}

}  // namespace
}  // namespace vraagbaak::indexer
