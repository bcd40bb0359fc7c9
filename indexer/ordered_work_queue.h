// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vraagbaak::indexer {

// Jobs 0 … n-1 that several threads do and one takes the results of, in the order of the jobs, so that an
// index comes out the same however the threads ran. The jobs that are under way, wait to be taken or are in
// the taker's hands (until it takes the next) weigh at most `limit` together (one job may always be under
// way): memory stays bounded when the taker is slow.
template <typename Result>
class OrderedWorkQueue {
 public:
  OrderedWorkQueue(std::vector<std::uint64_t> weights, std::uint64_t limit)
      : weights_(std::move(weights)), limit_(limit) {}

  // The next job to do; waits while the limit is reached. nullopt when there is none left or the queue was
  // stopped.
  std::optional<std::size_t> claim() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] {
      return stopped_ || next_ == weights_.size() || under_way_ == 0 ||
             under_way_ + weights_[next_] <= limit_;
    });
    if (stopped_ || next_ == weights_.size()) return std::nullopt;
    under_way_ += weights_[next_];
    return next_++;
  }

  // A claimed job turns out to weigh more than was said. Waits for room; the job that is taken next may
  // always go on. No effect where it weighs less, or after stop().
  void weigh_again(std::size_t job, std::uint64_t weight) {
    std::unique_lock lock(mutex_);
    if (weight <= weights_[job]) return;
    const std::uint64_t more = weight - weights_[job];
    room_.wait(lock,
               [&] { return stopped_ || (job == taken_ && in_hand_ == 0) || under_way_ + more <= limit_; });
    weights_[job] = weight;
    under_way_ += more;
  }

  // The result of a claimed job.
  void deliver(std::size_t job, Result result) {
    {
      const std::lock_guard lock(mutex_);
      results_.emplace(job, std::move(result));
    }
    ready_.notify_one();
  }

  // The result of the next job in order; waits for it, looking every now and then whether `is_stopped` says
  // that it has waited enough. nullopt then, and after the last. One thread only. Some thread must be
  // claiming and delivering.
  template <typename Stopped>
  std::optional<Result> take(const Stopped& is_stopped) {
    constexpr std::chrono::milliseconds kPatience{50};
    std::unique_lock lock(mutex_);
    under_way_ -= std::exchange(in_hand_, 0);
    room_.notify_all();
    if (taken_ == weights_.size()) return std::nullopt;
    while (!ready_.wait_for(lock, kPatience, [this] { return results_.contains(taken_); })) {
      if (is_stopped()) return std::nullopt;
    }
    std::optional<Result> result = std::move(results_.extract(taken_).mapped());
    in_hand_ = weights_[taken_++];
    return result;
  }

  std::optional<Result> take() {
    return take([] { return false; });
  }

  // No further jobs are handed out.
  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    room_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::vector<std::uint64_t> weights_;
  std::uint64_t limit_;
  std::unordered_map<std::size_t, Result> results_;  // delivered and not yet taken
  std::size_t next_ = 0;                             // job to hand out
  std::size_t taken_ = 0;                            // results taken
  std::uint64_t under_way_ = 0;
  std::uint64_t in_hand_ = 0;  // weight of the result that the taker is busy with
  bool stopped_ = false;
};

}  // namespace vraagbaak::indexer
