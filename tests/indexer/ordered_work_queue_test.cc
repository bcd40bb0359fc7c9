// SPDX-License-Identifier: EUPL-1.2
#include "indexer/ordered_work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace vraagbaak::indexer {
namespace {

TEST(OrderedWorkQueue, GivesResultsInTheOrderOfTheJobs) {
  constexpr std::size_t kJobs = 500;
  std::vector<std::uint64_t> weights(kJobs);
  for (std::size_t i = 0; i < kJobs; ++i) weights[i] = i % 7 == 0 ? 50 : 1;
  OrderedWorkQueue<std::size_t> queue(weights, 40);
  std::atomic<std::uint64_t> under_way = 0;
  std::atomic<std::uint64_t> most = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      while (const auto job = queue.claim()) {
        const std::uint64_t now = under_way += weights[*job];
        if (weights[*job] < 40) most = std::max(most.load(), now);
        if (*job % 11 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
        under_way -= weights[*job];
        queue.deliver(*job, *job * 3);
      }
    });
  }
  for (std::size_t i = 0; i < kJobs; ++i) ASSERT_EQ(queue.take(), i * 3);
  EXPECT_EQ(queue.take(), std::nullopt);
  EXPECT_LE(most.load(), 90U);  // the limit, and one heavy job that came while it was alone
}

TEST(OrderedWorkQueue, HandsOutNoMoreThanTheLimitUntilResultsAreTaken) {
  OrderedWorkQueue<int> queue({10, 10, 10}, 20);
  EXPECT_EQ(queue.claim(), 0U);
  EXPECT_EQ(queue.claim(), 1U);
  std::atomic<bool> got = false;
  std::jthread third([&] {
    EXPECT_EQ(queue.claim(), 2U);
    got = true;
    queue.deliver(2, 2);
  });
  queue.deliver(1, 1);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(got);  // delivered, but not yet taken
  queue.deliver(0, 0);
  EXPECT_EQ(queue.take(), 0);
  EXPECT_EQ(queue.take(), 1);
  EXPECT_EQ(queue.take(), 2);
}

TEST(OrderedWorkQueue, AJobAboveTheLimitGoesAlone) {
  OrderedWorkQueue<int> queue({1000, 1}, 10);
  EXPECT_EQ(queue.claim(), 0U);
  queue.deliver(0, 5);
  std::atomic<bool> got = false;
  EXPECT_EQ(queue.take(), 5);
  std::jthread second([&] {
    EXPECT_EQ(queue.claim(), 1U);
    got = true;
    queue.deliver(1, 6);
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(got);  // the first is still in hand
  EXPECT_EQ(queue.take(), 6);
}

TEST(OrderedWorkQueue, AJobThatGrowsWaitsUntilItFitsOrIsNext) {
  OrderedWorkQueue<int> queue({1, 1, 1}, 10);
  EXPECT_EQ(queue.claim(), 0U);
  EXPECT_EQ(queue.claim(), 1U);
  queue.weigh_again(0, 100);  // is next: goes on
  std::atomic<bool> grown = false;
  std::jthread second([&] {
    queue.weigh_again(1, 5);
    grown = true;
    queue.deliver(1, 1);
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(grown);
  queue.deliver(0, 0);
  EXPECT_EQ(queue.take(), 0);
  EXPECT_EQ(queue.take(), 1);
  EXPECT_EQ(queue.claim(), 2U);
  queue.weigh_again(2, 0);
  queue.stop();
  queue.weigh_again(2, 1000);
}

TEST(OrderedWorkQueue, StopLetsWaitingThreadsGo) {
  OrderedWorkQueue<int> queue({10, 10}, 10);
  EXPECT_EQ(queue.claim(), 0U);
  std::jthread waiting([&] { EXPECT_EQ(queue.claim(), std::nullopt); });
  queue.stop();
}

TEST(OrderedWorkQueue, WithoutJobs) {
  OrderedWorkQueue<int> queue({}, 10);
  EXPECT_EQ(queue.claim(), std::nullopt);
  EXPECT_EQ(queue.take(), std::nullopt);
}

}  // namespace
}  // namespace vraagbaak::indexer
