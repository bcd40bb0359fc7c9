// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// Files larger than this are not read: analysis takes some thirty times a file's size in memory while it is
// at it, and the longest documents of a parliament's year (a budget with its annexes) are a tenth of this as
// text.
inline constexpr std::uint64_t kLargestFile = 64U << 20;

// The bytes of a file as they are now. A Problem where it is no ordinary file, may not be read, or is too
// large.
Result<std::string> read_file(const std::filesystem::path& file);

// The text in `bytes`, by the reader that belongs to their kind. `name` is for the message. A Problem, naming
// the kind and what the user can do, where the kind is not read or the file holds no text.
Result<SourceText> read_document(std::string bytes, std::string_view name);

}  // namespace vraagbaak::indexer
