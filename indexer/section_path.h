// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

#include "model/document.h"

namespace vraagbaak::indexer {

// Headings round a figure that are asked for what its sentence leaves out, and the longest that counts as one
// (bytes): a longer one is a paragraph.
inline constexpr std::size_t kMostLevels = 5;
inline constexpr std::size_t kLongestHeading = 120;

// The section of the passage that holds the byte; kNone where there is none.
std::size_t section_at(const Document& document, std::size_t byte);
// The section round it; kNone for the outermost.
std::size_t parent_of(const Document& document, std::size_t section);

}  // namespace vraagbaak::indexer
