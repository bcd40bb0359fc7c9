// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace vraagbaak::indexer {

struct FileDigest {
  std::uint64_t size = 0;
  std::string sha256;  // hexadecimal
};

// Of a file's bytes, read piece by piece. nullopt where it cannot be read, is no ordinary file, is larger
// than is read of any (kLargestFile), or is written to meanwhile.
std::optional<FileDigest> digest_file(const std::filesystem::path& file);

}  // namespace vraagbaak::indexer
