// SPDX-License-Identifier: EUPL-1.2
#include "web/server/metrics.h"

#include <cstdio>

namespace vraagbaak::web {
namespace {

std::string decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

}  // namespace

void Metrics::count_request(std::string_view view, int status, double seconds) {
  const std::lock_guard lock(mutex_);
  ++requests_[{std::string(view), status}];
  for (std::size_t i = 0; i < kBuckets.size(); ++i) within_[i] += seconds <= kBuckets[i] ? 1 : 0;
  ++count_;
  seconds_ += seconds;
}

std::string Metrics::print(const Gauges& gauges) const {
  const std::lock_guard lock(mutex_);
  std::string text =
      "# HELP vraagbaak_requests_total Requests answered.\n"
      "# TYPE vraagbaak_requests_total counter\n";
  for (const auto& [key, count] : requests_) {
    text += "vraagbaak_requests_total{view=\"" + key.first + "\",status=\"" + std::to_string(key.second) +
            "\"} " + std::to_string(count) + "\n";
  }
  text +=
      "# HELP vraagbaak_request_seconds How long answering took.\n"
      "# TYPE vraagbaak_request_seconds histogram\n";
  for (std::size_t i = 0; i < kBuckets.size(); ++i) {
    text += "vraagbaak_request_seconds_bucket{le=\"" + decimal(kBuckets[i]) + "\"} " +
            std::to_string(within_[i]) + "\n";
  }
  text += "vraagbaak_request_seconds_bucket{le=\"+Inf\"} " + std::to_string(count_) + "\n";
  text += "vraagbaak_request_seconds_sum " + decimal(seconds_) + "\n";
  text += "vraagbaak_request_seconds_count " + std::to_string(count_) + "\n";
  text += "# HELP vraagbaak_connections Open connections.\n# TYPE vraagbaak_connections gauge\n";
  text += "vraagbaak_connections " + std::to_string(gauges.connections) + "\n";
  text +=
      "# HELP vraagbaak_waiting_requests Requests that wait for a worker.\n# TYPE vraagbaak_waiting_requests "
      "gauge\n";
  text += "vraagbaak_waiting_requests " + std::to_string(gauges.waiting) + "\n";
  return text;
}

}  // namespace vraagbaak::web
