// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/indexer.h"

namespace vraagbaak::indexer {

// Tells how far the analysing is: at the first file, at the last, and between them at most every kInterval.
class ProgressMeter {
 public:
  using Callback = std::function<void(const IndexProgress&)>;
  static constexpr std::chrono::milliseconds kInterval{50};

  // `sizes`: bytes of each file to come. `callback` may be empty and must outlive the meter.
  ProgressMeter(const Callback& callback, const std::vector<std::uint64_t>& sizes);

  void file_done(std::uint64_t bytes);

 private:
  using Clock = std::chrono::steady_clock;
  void report(Clock::time_point now);

  const Callback& callback_;
  IndexProgress progress_;
  Clock::time_point start_;
  Clock::time_point last_report_;
};

}  // namespace vraagbaak::indexer
