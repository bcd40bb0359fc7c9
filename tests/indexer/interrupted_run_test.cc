// SPDX-License-Identifier: EUPL-1.2
// A run that is killed at any moment leaves a whole index (or none yet), and the next one goes on.
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
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
  // Runs the indexer in a child and kills it after that long; true where it was killed before it had
  // finished.
  bool run_and_kill(std::chrono::microseconds after) {
    const pid_t child = ::fork();
    if (child == 0) {
      index_paths({in_}, db_, dictionaries(), kSmallBatches);
      ::_exit(0);
    }
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
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

TEST_F(Interrupted, AFirstBuildGoesOnWhereItWasKilled) {
  const auto start = std::chrono::steady_clock::now();
  const std::string expected = undisturbed();
  const auto whole =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  std::mt19937_64 random(11);
  const std::filesystem::path building = folder_ / "index.db.building";
  int killed = 0;
  int went_on = 0;
  for (int round = 0; round < 12; ++round) {
    const bool cut_off =
        run_and_kill(std::chrono::microseconds(random() % static_cast<std::uint64_t>(whole.count())) +
                     std::chrono::milliseconds(5));
    killed += cut_off ? 1 : 0;
    if (std::filesystem::exists(db_)) {
      EXPECT_EQ(damage_of(db_), "");
      EXPECT_EQ(dump_index(db_), expected);
      std::filesystem::remove(db_);
    } else if (std::filesystem::exists(building) && std::filesystem::file_size(building) > 0) {
      EXPECT_EQ(damage_of(building), "") << round;
    }
    if (round % 3 != 2) continue;
    const IndexSummary summary = index_paths({in_}, db_, dictionaries());
    went_on += summary.unchanged > 0 ? 1 : 0;
    EXPECT_EQ(summary.added + summary.unchanged, static_cast<std::size_t>(kFiles));
    EXPECT_EQ(damage_of(db_), "");
    EXPECT_EQ(dump_index(db_), expected);
    std::filesystem::remove(db_);
  }
  EXPECT_GT(killed, 3);
  EXPECT_GT(went_on, 0);
}

TEST_F(Interrupted, AnUpdateThatIsKilledLeavesAWholeIndex) {
  index_paths({in_}, db_, dictionaries());
  std::mt19937_64 random(5);
  int killed = 0;
  for (int round = 0; round < 6; ++round) {
    for (int i = 0; i < kFiles; i += 2) {
      folder_.write("in/" + std::to_string(i) + ".txt", sample_text(i + 1000 * (round + 1)));
    }
    std::filesystem::remove(in_ / (std::to_string(2 * round + 1) + ".txt"));
    killed += run_and_kill(std::chrono::milliseconds(30 + random() % 250)) ? 1 : 0;
    EXPECT_EQ(damage_of(db_), "") << round;
  }
  index_paths({in_}, db_, dictionaries());
  EXPECT_EQ(damage_of(db_), "");
  EXPECT_EQ(dump_index(db_), undisturbed());
  EXPECT_GT(killed, 0);
}

}  // namespace
}  // namespace vraagbaak::indexer
