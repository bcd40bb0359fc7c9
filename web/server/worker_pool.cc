// SPDX-License-Identifier: EUPL-1.2
#include "web/server/worker_pool.h"

#include <utility>

namespace vraagbaak::web {

WorkerPool::WorkerPool(Options options) : options_(std::move(options)), started_(options_.threads) {
  for (std::size_t i = 0; i < options_.threads; ++i) threads_.emplace_back([this, i] { work(i); });
  watcher_ = std::thread([this] { watch(); });
}

WorkerPool::~WorkerPool() {
  stop();
}

bool WorkerPool::submit(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || jobs_.size() >= options_.waiting) return false;
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

void WorkerPool::stop() {
  {
    const std::lock_guard lock(mutex_);
    if (std::exchange(stopping_, true)) return;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  {
    const std::lock_guard lock(mutex_);
    watched_ = false;
  }
  watcher_.join();
}

std::size_t WorkerPool::waiting() const {
  const std::lock_guard lock(mutex_);
  return jobs_.size();
}

void WorkerPool::work(std::size_t worker) {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    started_[worker] = Clock::now();
    lock.unlock();
    job(worker);
    lock.lock();
    started_[worker].reset();
  }
}

// An interrupt between two looks into the index has no effect, so it is repeated.
void WorkerPool::watch() {
  std::unique_lock lock(mutex_);
  while (watched_) {
    const auto now = Clock::now();
    for (std::size_t i = 0; i < started_.size(); ++i) {
      if (started_[i] && (stopping_ || now - *started_[i] > options_.limit)) options_.interrupt(i);
    }
    lock.unlock();
    std::this_thread::sleep_for(kInterruptEvery);
    lock.lock();
  }
}

}  // namespace vraagbaak::web
