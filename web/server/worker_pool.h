// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace vraagbaak::web {

// Threads that carry out jobs in the order they came, each with a number of its own. A job that takes longer
// than the limit is interrupted until it ends.
class WorkerPool {
 public:
  struct Options {
    std::size_t threads = 2;
    std::size_t waiting = 64;  // jobs that may wait; more are not taken
    std::chrono::milliseconds limit{10'000};
    // Ends what that worker is doing with an exception, as soon as it can; called from another thread, every
    // kInterruptEvery until the job is done.
    std::function<void(std::size_t worker)> interrupt;
  };
  using Job = std::function<void(std::size_t worker)>;  // must not throw

  explicit WorkerPool(Options options);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False where too many wait already, or after stop().
  bool submit(Job job);
  // Interrupts what runs, carries out what waits with its time already up, and ends the threads.
  void stop();

  std::size_t waiting() const;

 private:
  void work(std::size_t worker);
  void watch();

  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds kInterruptEvery{50};

  Options options_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  std::vector<std::optional<Clock::time_point>> started_;  // of the job each worker is at
  bool stopping_ = false;
  bool watched_ = true;
  std::vector<std::thread> threads_;
  std::thread watcher_;
};

}  // namespace vraagbaak::web
