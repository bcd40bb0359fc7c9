// SPDX-License-Identifier: EUPL-1.2
#include "model/offset_map.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace vraagbaak {
namespace {

constexpr std::size_t kStride = 512;

constexpr bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// Continuation bytes among the eight at `at`: the upper bit set, the one below it not.
std::size_t count_continuations(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  return static_cast<std::size_t>((((word >> 7U) & (~word >> 6U) & kOnes) * kOnes) >> 56U);
}

}  // namespace

std::size_t count_code_points(std::string_view text) {
  std::size_t count = text.size();
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) count -= count_continuations(text.data() + at);
  for (; at < text.size(); ++at) count -= begins_code_point(text[at]) ? 0 : 1;
  return count;
}

OffsetMap::OffsetMap(std::string_view text) : text_(text) {
  checkpoints_.reserve(text.size() / kStride + 1);
  for (std::size_t at = 0; at < text.size(); at += kStride) {
    checkpoints_.push_back(code_points_);
    code_points_ += count_code_points(text.substr(at, kStride));
  }
}

std::size_t OffsetMap::code_point_at(std::size_t byte_offset) const {
  if (byte_offset >= text_.size()) return code_points_;
  const std::size_t stride = byte_offset / kStride;
  return checkpoints_[stride] +
         count_code_points(text_.substr(stride * kStride, byte_offset - stride * kStride));
}

std::size_t OffsetMap::byte_at(std::size_t code_point) const {
  if (code_point >= code_points_) return text_.size();
  const auto after = std::ranges::upper_bound(checkpoints_, code_point);
  const auto stride = static_cast<std::size_t>(after - checkpoints_.begin()) - 1;
  std::size_t seen = checkpoints_[stride];
  for (std::size_t at = stride * kStride; at < text_.size(); ++at) {
    if (begins_code_point(text_[at]) && seen++ == code_point) return at;
  }
  return text_.size();
}

bool OffsetCursor::is_ascii(std::string_view text) {
  unsigned bits = 0;
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

std::size_t OffsetCursor::code_point_at(std::size_t byte_offset) {
  byte_offset = std::min(byte_offset, text_.size());
  if (ascii_) return byte_offset;
  if (byte_offset < byte_) byte_ = code_point_ = 0;
  code_point_ += count_code_points(text_.substr(byte_, byte_offset - byte_));
  byte_ = byte_offset;
  return code_point_;
}

}  // namespace vraagbaak
