// SPDX-License-Identifier: EUPL-1.2
#include "indexer/progress_meter.h"

#include <algorithm>
#include <numeric>

namespace vraagbaak::indexer {

ProgressMeter::ProgressMeter(const Callback& callback, const std::vector<std::uint64_t>& sizes)
    : callback_(callback), start_(Clock::now()) {
  progress_.stage = IndexProgress::Stage::analysing;
  progress_.files_total = sizes.size();
  progress_.bytes_total = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  if (progress_.files_total > 0) report(start_);
}

void ProgressMeter::file_done(std::uint64_t bytes) {
  ++progress_.files_done;
  progress_.bytes_done += bytes;
  const Clock::time_point now = Clock::now();
  if (now - last_report_ >= kInterval || progress_.files_done == progress_.files_total) report(now);
}

void ProgressMeter::report(Clock::time_point now) {
  last_report_ = now;
  if (!callback_) return;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  if (seconds > 0 && progress_.bytes_done > 0) {
    progress_.bytes_per_second = static_cast<double>(progress_.bytes_done) / seconds;
    const std::uint64_t left = progress_.bytes_total - std::min(progress_.bytes_done, progress_.bytes_total);
    progress_.seconds_left = static_cast<double>(left) / progress_.bytes_per_second;
  }
  callback_(progress_);
}

}  // namespace vraagbaak::indexer
