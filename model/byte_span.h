// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <string_view>

namespace vraagbaak {

// Half-open range of UTF-8 bytes in Document::text. Never splits a code point.
struct ByteSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
  constexpr bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
  // The piece of `text` the span covers; empty where the span lies outside.
  constexpr std::string_view in(std::string_view text) const {
    const std::size_t from = std::min(begin, text.size());
    return text.substr(from, std::min(end, text.size()) - from);
  }

  friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

}  // namespace vraagbaak
