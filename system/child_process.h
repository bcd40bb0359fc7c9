// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vraagbaak::system {

// What a program that reads a user's file may use. Beyond it, it is ended.
struct ChildLimits {
  std::chrono::seconds time{180};      // on the clock
  std::uint64_t memory = 1024U << 20;  // bytes of address space
  std::size_t output = 160U << 20;     // bytes on its standard output
  std::uint64_t file = 512U << 20;     // bytes of a file it writes
};

enum class ChildEnd : std::uint8_t { exited, crashed, timed_out, too_much_output, not_started };

struct ChildResult {
  ChildEnd end = ChildEnd::not_started;
  int code = 0;        // of exited
  std::string output;  // standard output
  std::string errors;  // the first 4 KiB of standard error
};

// The file of that program in $PATH; nullopt where it is not installed.
std::optional<std::string> find_program(std::string_view name);

// Runs a program without a shell, with an empty standard input, in a process group of its own that is ended
// with it. `command[0]` is a path (find_program). `inherited` is a file that the child sees as /dev/fd/3; -1:
// none. Safe to call from several threads.
ChildResult run_child(const std::vector<std::string>& command, const ChildLimits& limits, int inherited = -1);

// A file without a name that holds `bytes`; gone when it is closed.
class UnnamedFile {
 public:
  // Throws Error where there is no room for it.
  explicit UnnamedFile(std::string_view bytes);
  ~UnnamedFile();
  UnnamedFile(const UnnamedFile&) = delete;
  UnnamedFile& operator=(const UnnamedFile&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

}  // namespace vraagbaak::system
