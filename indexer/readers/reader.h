// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/readers/source_text.h"
#include "model/result.h"

namespace vraagbaak::indexer {

// What keeps reading and analysis of a file within 512 MiB (docs/ARCHITECTURE.md): larger files are not read,
// nor files with more text or more numbers in it. Analysis takes some twenty times a text in memory while it
// is at it, and a figure with what is known of it up to 2,400 bytes. The longest documents of a parliament's
// year (a budget with its annexes) are some three quarters of kLargestText.
inline constexpr std::uint64_t kLargestFile = 64U << 20;
inline constexpr std::uint64_t kLargestText = 8U << 20;
inline constexpr std::size_t kMostNumbers = 150'000;

struct ReadOptions {
  bool ocr = false;  // read pages that are pictures, where the programs for it are installed
};

// Whether a file of that name is read as plain text whatever it looks like.
bool is_read_verbatim(std::string_view name);

// What is there to help with reading: the converters that are installed, and whether scans are read. When it
// has changed, a file that could not be read is worth another try.
std::string reading_aids(const ReadOptions& options);

// The bytes of a file, all of one moment. A Problem where it is no ordinary file, may not be read, is too
// large, or is written to again and again meanwhile.
Result<std::string> read_file(const std::filesystem::path& file);

// The text in `bytes`, by the reader that belongs to their kind. `name` is for the message. A Problem, naming
// the kind and what the user can do, where the kind is not read, the file holds no text, or
// more than the bounds above allow.
Result<SourceText> read_document(std::string bytes, std::string_view name, const ReadOptions& options = {});

}  // namespace vraagbaak::indexer
