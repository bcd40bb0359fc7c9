// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <signal.h>

#include <atomic>

namespace vraagbaak::cli {

// Takes SIGINT (Ctrl-C), SIGTERM and SIGHUP for work that is to come to a clean end. Make it before any
// thread starts. Once one has been seen, the next ends the program on the spot.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Whether one has come. Any thread may ask, as often as it likes.
  bool received();
  // The exit code that tells of it, as shells have it: 130 for Ctrl-C; 0 where none has come.
  int exit_code() const;
  // Can be read when one has come.
  int descriptor() const { return descriptor_; }

 private:
  sigset_t signals_{};
  int descriptor_ = -1;
  std::atomic<int> signal_ = 0;
};

}  // namespace vraagbaak::cli
