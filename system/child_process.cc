// SPDX-License-Identifier: EUPL-1.2
#include "system/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "model/error.h"

namespace vraagbaak::system {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostErrors = 4096;
constexpr int kNoProgram = 127;  // as shells say it

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  void take(int number) {
    close();
    number_ = number;
  }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

bool make_pipe(Descriptor& read_end, Descriptor& write_end) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return false;
  read_end.take(ends[0]);
  write_end.take(ends[1]);
  return true;
}

void limit(int what, std::uint64_t most) {
  const struct rlimit bound { static_cast<rlim_t>(most), static_cast<rlim_t>(most) };
  ::setrlimit(static_cast<__rlimit_resource_t>(what), &bound);
}

// In the child, between fork and exec: calls that are safe there, nothing else.
[[noreturn]] void become(const char* program, char* const* arguments, const ChildLimits& limits, int null,
                         int out, int err, int inherited) {
  ::setpgid(0, 0);
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.time.count()));
  limit(RLIMIT_FSIZE, limits.file);
  limit(RLIMIT_CORE, 0);
  ::dup2(null, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (inherited == 3) {
    ::fcntl(3, F_SETFD, 0);
  } else if (inherited >= 0) {
    ::dup2(inherited, 3);
  }
  ::execv(program, arguments);
  ::_exit(kNoProgram);
}

// Reads one block from `from`; false at its end.
bool read_block(Descriptor& from, std::string& into, std::size_t most) {
  std::array<char, 64 * 1024> block;
  const ssize_t count = ::read(from.get(), block.data(), block.size());
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return true;
  if (count <= 0) {
    from.close();
    return false;
  }
  const std::size_t room = most - std::min(most, into.size());
  into.append(block.data(), std::min(static_cast<std::size_t>(count), room));
  return true;
}

bool wait_until(pid_t child, int& status, Clock::time_point deadline) {
  constexpr auto kPause = std::chrono::milliseconds(1);
  for (;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return true;
    if ((ended < 0 && errno != EINTR) || Clock::now() >= deadline) return false;
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace

std::optional<std::string> find_program(std::string_view name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "/usr/bin:/bin" : path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const std::filesystem::path file = std::filesystem::path(rest.substr(0, end)) / name;
    if (file.is_absolute() && ::access(file.c_str(), X_OK) == 0) return file.string();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::nullopt;
}

ChildResult run_child(const std::vector<std::string>& command, const ChildLimits& limits, int inherited) {
  ChildResult result;
  Descriptor out;
  Descriptor child_out;
  Descriptor err;
  Descriptor child_err;
  const Descriptor null(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  if (null.get() < 0 || !make_pipe(out, child_out) || !make_pipe(err, child_err)) return result;
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  // Ends of pipes that stand where the child's files go would be written over.
  Descriptor safe_out(::fcntl(child_out.get(), F_DUPFD_CLOEXEC, 10));
  Descriptor safe_err(::fcntl(child_err.get(), F_DUPFD_CLOEXEC, 10));
  const pid_t child = ::fork();
  if (child < 0) return result;
  if (child == 0) {
    become(arguments[0], arguments.data(), limits, null.get(), safe_out.get(), safe_err.get(), inherited);
  }
  ::setpgid(child, child);  // here as well: whichever of the two comes first
  child_out.close();
  child_err.close();
  safe_out.close();
  safe_err.close();

  const Clock::time_point deadline = Clock::now() + limits.time;
  result.end = ChildEnd::exited;
  while (out.get() >= 0 || err.get() >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) {
      result.end = ChildEnd::timed_out;
      break;
    }
    struct pollfd waiting[2] = {{out.get(), POLLIN, 0}, {err.get(), POLLIN, 0}};
    constexpr long kTick = 1000;
    const int ready = ::poll(waiting, 2, static_cast<int>(std::min<long>(left, kTick)));
    if (ready < 0 && errno != EINTR) break;
    if (ready <= 0) continue;
    if (waiting[0].revents != 0) read_block(out, result.output, limits.output + 1);
    if (waiting[1].revents != 0) read_block(err, result.errors, kMostErrors);
    if (result.output.size() > limits.output) {
      result.end = ChildEnd::too_much_output;
      break;
    }
  }
  int status = 0;
  // It has closed its output: what it still has to do is little. Then what it may have started goes, too.
  const bool ended = result.end == ChildEnd::exited && wait_until(child, status, deadline);
  if (result.end == ChildEnd::exited && !ended) result.end = ChildEnd::timed_out;
  ::kill(-child, SIGKILL);
  while (!ended && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (result.end != ChildEnd::exited) return result;
  if (WIFEXITED(status)) {
    result.code = WEXITSTATUS(status);
    if (result.code == kNoProgram) result.end = ChildEnd::not_started;
  } else {
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    result.end = signal == SIGXCPU ? ChildEnd::timed_out : ChildEnd::crashed;
  }
  return result;
}

UnnamedFile::UnnamedFile(std::string_view bytes) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor_ < 0) {  // a file system without nameless files
    std::string name = (folder / "vraagbaak-XXXXXX").string();
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ >= 0) ::unlink(name.c_str());
  }
  while (descriptor_ >= 0 && !bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (descriptor_ < 0 || !bytes.empty()) {
    const int error = errno;
    if (descriptor_ >= 0) ::close(descriptor_);
    throw Error(folder.string(), std::string("no room for a temporary file (") + std::strerror(error) + ")",
                "free some, or set TMPDIR");
  }
}

UnnamedFile::~UnnamedFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace vraagbaak::system
