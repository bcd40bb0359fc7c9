// SPDX-License-Identifier: EUPL-1.2
#include "indexer/section_path.h"

#include <algorithm>
#include <iterator>

namespace vraagbaak::indexer {

std::size_t section_at(const Document& document, std::size_t byte) {
  const auto after =
      std::ranges::upper_bound(document.passages, byte, {}, [](const Passage& p) { return p.span.begin; });
  return after == document.passages.begin() ? kNone : std::prev(after)->section;
}

std::size_t parent_of(const Document& document, std::size_t section) {
  const std::size_t parent = document.sections[section].parent;
  return parent < section ? parent : kNone;
}

}  // namespace vraagbaak::indexer
