// SPDX-License-Identifier: EUPL-1.2
#include "indexer/file_digest.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <vector>

#include "digest/sha256.h"
#include "indexer/readers/reader.h"

namespace vraagbaak::indexer {
namespace {

constexpr std::size_t kPiece = 256 * 1024;

std::optional<FileDigest> digest(int descriptor) {
  struct stat before {};
  struct stat after {};
  if (::fstat(descriptor, &before) != 0 || !S_ISREG(before.st_mode)) return std::nullopt;
  if (static_cast<std::uint64_t>(before.st_size) > kLargestFile) return std::nullopt;
  Sha256 hash;
  FileDigest digest;
  std::vector<char> piece(kPiece);
  for (;;) {
    const ssize_t count = ::read(descriptor, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    hash.add(std::string_view(piece.data(), static_cast<std::size_t>(count)));
    digest.size += static_cast<std::uint64_t>(count);
    if (digest.size > kLargestFile) return std::nullopt;
  }
  const bool is_as_before = ::fstat(descriptor, &after) == 0 && after.st_size == before.st_size &&
                            after.st_mtim.tv_sec == before.st_mtim.tv_sec &&
                            after.st_mtim.tv_nsec == before.st_mtim.tv_nsec;
  if (!is_as_before) return std::nullopt;
  digest.sha256 = hash.take();
  return digest;
}

}  // namespace

std::optional<FileDigest> digest_file(const std::filesystem::path& file) {
  // Not blocking: a pipe may have come in the file's place.
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return std::nullopt;
  std::optional<FileDigest> found = digest(descriptor);
  ::close(descriptor);
  return found;
}

}  // namespace vraagbaak::indexer
