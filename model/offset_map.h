// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vraagbaak {

// Converts between byte offsets and code-point offsets of one UTF-8 text; the only place that does.
// Keeps a checkpoint every 512 bytes, so a look-up costs at most 512 bytes of counting and the map 1.6 % of
// the text. The text must outlive the map. Safe to share between threads.
class OffsetMap {
 public:
  explicit OffsetMap(std::string_view text);

  // Code points in [0, byte_offset); byte_offset beyond the end counts as the end.
  std::size_t code_point_at(std::size_t byte_offset) const;
  // The byte where that code point begins; beyond the last one: the text's size.
  std::size_t byte_at(std::size_t code_point) const;
  std::size_t code_point_count() const { return code_points_; }

 private:
  std::string_view text_;
  std::vector<std::size_t> checkpoints_;  // code points before byte i × 512
  std::size_t code_points_ = 0;
};

// The same for offsets asked for in rising order: each byte is counted once, so a whole list of tokens costs
// one pass over the text. An offset before the last one asked for is right too, but starts again at the
// front.
class OffsetCursor {
 public:
  explicit OffsetCursor(std::string_view text) : text_(text), ascii_(is_ascii(text)) {}

  std::size_t code_point_at(std::size_t byte_offset);

 private:
  static bool is_ascii(std::string_view text);

  std::string_view text_;
  bool ascii_ = false;  // each byte is a code point
  std::size_t byte_ = 0;
  std::size_t code_point_ = 0;
};

// Code points that begin in `text` (continuation bytes do not count; ill-formed bytes ≥ 0xC0 count as one
// each).
std::size_t count_code_points(std::string_view text);

}  // namespace vraagbaak
