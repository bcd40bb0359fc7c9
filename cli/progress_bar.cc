// SPDX-License-Identifier: EUPL-1.2
#include "cli/progress_bar.h"

#include <algorithm>
#include <cstdio>

namespace vraagbaak::cli {
namespace {

constexpr std::size_t kCells = 24;

// "0:07", "12:30", "1:02:03".
std::string clock(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::clamp(seconds, 0.0, 359'999.0));
  const auto hours = static_cast<unsigned>(whole / 3600);
  const auto minutes = static_cast<unsigned>(whole / 60 % 60);
  const auto rest = static_cast<unsigned>(whole % 60);
  char text[32];
  if (hours > 0) {
    std::snprintf(text, sizeof text, "%u:%02u:%02u", hours, minutes, rest);
  } else {
    std::snprintf(text, sizeof text, "%u:%02u", minutes, rest);
  }
  return text;
}

std::string one_decimal(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.1f", value);
  return digits;
}

}  // namespace

std::string progress_line(const Progress& progress, const std::string& label) {
  if (progress.files_total == 0) return label;
  const double share =
      progress.bytes_total > 0
          ? static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes_total)
          : static_cast<double>(progress.files_done) / static_cast<double>(progress.files_total);
  const auto filled = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * kCells);
  std::string line = "[";
  line.append(filled, '#').append(kCells - filled, '.').append("]  ");
  line += std::to_string(progress.files_done) + "/" + std::to_string(progress.files_total) + " files  " +
          one_decimal(progress.bytes_per_second / 1e6) + " MB/s";
  if (progress.seconds_left > 0) line += "  " + clock(progress.seconds_left) + " left";
  return label.empty() ? line : label + "  " + line;
}

std::string fitted(std::string line, std::size_t columns) {
  if (columns > 0 && line.size() >= columns) line.resize(columns - 1);
  return line;
}

void ProgressBar::show(const std::string& line) {
  if (!shown_) return;
  std::fprintf(stderr, "\r\x1b[K%s", line.c_str());  // back to the start of the line, clear it
  std::fflush(stderr);
  on_screen_ = true;
}

void ProgressBar::clear() {
  if (!on_screen_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  on_screen_ = false;
}

}  // namespace vraagbaak::cli
