// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace vraagbaak::cli {

// How far a run over files is.
struct Progress {
  std::size_t files_done = 0;
  std::size_t files_total = 0;
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;
  double bytes_per_second = 0;
  double seconds_left = 0;  // 0: not known yet
};

// One line: "[#####.....]  412/1586 files  3.1 MB/s  0:12 left". `label` stands alone while nothing is
// counted yet.
std::string progress_line(const Progress& progress, const std::string& label);

// The line as far as it fits in so many columns less one: a terminal breaks a line that fills it, and one
// that is broken cannot be written over. ASCII only.
std::string fitted(std::string line, std::size_t columns);

// A line on stderr that is written over and over, on a terminal only. Gone when the bar is.
class ProgressBar {
 public:
  explicit ProgressBar(bool shown) : shown_(shown) {}
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const std::string& line);
  void clear();

 private:
  bool shown_;
  bool on_screen_ = false;
};

}  // namespace vraagbaak::cli
