// SPDX-License-Identifier: EUPL-1.2
#include "web/server/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

namespace vraagbaak::web {
namespace {

TEST(WorkerPool, CarriesOutEveryJob) {
  std::atomic<int> done = 0;
  {
    WorkerPool pool({3, 1000, std::chrono::seconds(60), [](std::size_t) {}});
    for (int i = 0; i < 500; ++i)
      ASSERT_TRUE(pool.submit([&](std::size_t worker) {
        EXPECT_LT(worker, 3u);
        ++done;
      }));
  }
  EXPECT_EQ(done, 500);
}

TEST(WorkerPool, TakesNoMoreThanMayWait) {
  std::latch begun(1);
  std::latch go(1);
  WorkerPool pool({1, 2, std::chrono::seconds(60), [](std::size_t) {}});
  ASSERT_TRUE(pool.submit([&](std::size_t) {
    begun.count_down();
    go.wait();
  }));
  begun.wait();
  EXPECT_TRUE(pool.submit([](std::size_t) {}));
  EXPECT_TRUE(pool.submit([](std::size_t) {}));
  EXPECT_FALSE(pool.submit([](std::size_t) {}));
  EXPECT_EQ(pool.waiting(), 2u);
  go.count_down();
}

TEST(WorkerPool, InterruptsWhatTakesTooLong) {
  std::atomic<bool> interrupted = false;
  WorkerPool pool({1, 8, std::chrono::milliseconds(1), [&](std::size_t) { interrupted = true; }});
  std::latch ended(1);
  ASSERT_TRUE(pool.submit([&](std::size_t) {
    while (!interrupted) std::this_thread::yield();
    ended.count_down();
  }));
  ended.wait();
}

TEST(WorkerPool, StopEndsWhatRunsAndWaits) {
  std::atomic<bool> interrupted = false;
  std::atomic<int> done = 0;
  std::latch begun(1);
  WorkerPool pool({1, 8, std::chrono::hours(1), [&](std::size_t) { interrupted = true; }});
  ASSERT_TRUE(pool.submit([&](std::size_t) {
    begun.count_down();
    while (!interrupted) std::this_thread::yield();
    ++done;
  }));
  ASSERT_TRUE(pool.submit([&](std::size_t) { ++done; }));
  begun.wait();
  pool.stop();
  EXPECT_EQ(done, 2);
  EXPECT_FALSE(pool.submit([](std::size_t) {}));
}

}  // namespace
}  // namespace vraagbaak::web
