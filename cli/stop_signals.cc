// SPDX-License-Identifier: EUPL-1.2
#include "cli/stop_signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

namespace vraagbaak::cli {

StopSignals::StopSignals() {
  sigemptyset(&signals_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    // Who started us wants it ignored, as nohup does.
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaddset(&signals_, signal);
  }
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  descriptor_ = ::signalfd(-1, &signals_, SFD_CLOEXEC | SFD_NONBLOCK);
}

StopSignals::~StopSignals() {
  received();  // one that nobody asked about would end the program as soon as it is let through
  if (descriptor_ >= 0) ::close(descriptor_);
  pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
}

bool StopSignals::received() {
  if (signal_ == 0) {
    signalfd_siginfo info{};
    if (::read(descriptor_, &info, sizeof info) == static_cast<ssize_t>(sizeof info))
      signal_ = static_cast<int>(info.ssi_signo);
  }
  if (signal_ == 0) return false;
  // Whoever presses Ctrl-C again does not want to wait: one thread that takes the signal is enough.
  pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
  return true;
}

int StopSignals::exit_code() const {
  constexpr int kSignalled = 128;
  return signal_ == 0 ? 0 : kSignalled + signal_;
}

}  // namespace vraagbaak::cli
