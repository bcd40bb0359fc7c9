// SPDX-License-Identifier: EUPL-1.2
#include "system/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace vraagbaak::system {
namespace {

class FileDescriptor {
 public:
  // Not blocking: a named pipe that nobody writes to would hold up the run for ever.
  explicit FileDescriptor(const char* path) : descriptor_(::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~FileDescriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

Problem cannot_read(const std::filesystem::path& file) {
  const int error = errno;
  return {file.string(), std::string("cannot be read (") + std::strerror(error) + ")",
          "check that it is there and may be read"};
}

Problem too_large(const std::filesystem::path& file, std::uint64_t most) {
  return {file.string(), "is larger than " + std::to_string(most >> 20) + " MiB",
          "split it into smaller files"};
}

// What tells that a file was written to.
bool is_as_before(const struct stat& before, const struct stat& now) {
  return before.st_size == now.st_size && before.st_mtim.tv_sec == now.st_mtim.tv_sec &&
         before.st_mtim.tv_nsec == now.st_mtim.tv_nsec;
}

// The bytes of the file, and what it was before and after they were read.
Result<std::string> read_once(const std::filesystem::path& file, std::uint64_t most,
                              const std::function<void()>& when_read, struct stat& before,
                              struct stat& after) {
  const FileDescriptor descriptor(file.c_str());
  if (descriptor.get() < 0 || ::fstat(descriptor.get(), &before) != 0) return cannot_read(file);
  if (!S_ISREG(before.st_mode)) {
    return Problem{file.string(), "is not an ordinary file", "give a file or a folder with documents"};
  }
  if (static_cast<std::uint64_t>(before.st_size) > most) return too_large(file, most);
  std::string bytes;
  // One byte more than expected, to notice the end in one read; a file that grows meanwhile is read on.
  bytes.resize(static_cast<std::size_t>(before.st_size) + 1);
  std::size_t filled = 0;
  for (;;) {
    const ssize_t count = ::read(descriptor.get(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cannot_read(file);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > most) return too_large(file, most);
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(filled);
  if (when_read) when_read();
  if (::fstat(descriptor.get(), &after) != 0) return cannot_read(file);
  return bytes;
}

// How often a file that is written meanwhile is read.
constexpr int kMostTries = 3;

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::uint64_t most,
                              const std::function<void()>& when_read) {
  for (int attempt = 0; attempt < kMostTries; ++attempt) {
    struct stat before {};
    struct stat after {};
    Result<std::string> bytes = read_once(file, most, when_read, before, after);
    if (!bytes || is_as_before(before, after)) return bytes;
  }
  return Problem{file.string(), "changes while it is read", "index it again when it is no longer written"};
}

}  // namespace vraagbaak::system
