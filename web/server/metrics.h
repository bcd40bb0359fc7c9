// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace vraagbaak::web {

// What the server did, as Prometheus reads it. Safe to share between threads.
class Metrics {
 public:
  void count_request(std::string_view view, int status, double seconds);

  // What is so at the moment, by whoever prints.
  struct Gauges {
    std::size_t connections = 0;
    std::size_t waiting = 0;
  };
  // Text exposition format 0.0.4.
  std::string print(const Gauges& gauges) const;

 private:
  // Upper ends of the buckets of request durations, in seconds.
  static constexpr std::array kBuckets = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0};

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;  // by view and status
  std::array<std::uint64_t, kBuckets.size()> within_{};            // of each bucket, those below it included
  std::uint64_t count_ = 0;
  double seconds_ = 0;
};

}  // namespace vraagbaak::web
