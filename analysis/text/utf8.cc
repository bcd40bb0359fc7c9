// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/utf8.h"

#include <cstring>

namespace vraagbaak::analysis {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t byte_at(std::string_view text, std::size_t offset) {
  return static_cast<std::uint8_t>(text[offset]);
}

bool is_continuation(std::uint8_t byte) {
  return (byte & 0xC0) == 0x80;
}

// The range the second byte may lie in (Unicode 15, table 3-7); empty where `lead` begins no sequence.
struct Lead {
  std::uint8_t length;
  std::uint8_t second_min;
  std::uint8_t second_max;
};

Lead classify_lead(std::uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};  // no surrogates
  if (lead >= 0xE1 && lead <= 0xEF) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 1, 0};
}

// First byte at or after `offset` that is not ASCII; eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  while (offset + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + offset, 8);
    if ((word & 0x8080808080808080U) != 0) break;
    offset += 8;
  }
  while (offset < text.size() && byte_at(text, offset) < 0x80) ++offset;
  return offset;
}

}  // namespace

Utf8Step utf8_step(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const std::uint8_t first = byte_at(text, offset);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = classify_lead(first);
  if (lead.length == 0 || offset + 1 >= text.size()) return {kReplacement, 1, false};
  const std::uint8_t second = byte_at(text, offset + 1);
  if (second < lead.second_min || second > lead.second_max) return {kReplacement, 1, false};
  char32_t code_point = first & (0xFFU >> (lead.length + 1U));
  code_point = (code_point << 6) | (second & 0x3FU);
  for (std::uint8_t i = 2; i < lead.length; ++i) {
    if (offset + i >= text.size() || !is_continuation(byte_at(text, offset + i)))
      return {kReplacement, i, false};
    code_point = (code_point << 6) | (byte_at(text, offset + i) & 0x3FU);
  }
  return {code_point, lead.length, true};
}

Utf8Step utf8_step_back(std::string_view text, std::size_t offset) {
  if (offset > text.size()) offset = text.size();
  if (offset == 0) return {};
  if (byte_at(text, offset - 1) < 0x80) return {byte_at(text, offset - 1), 1, true};
  // At most four bytes back stands the lead of a sequence that ends exactly here.
  for (std::size_t length = 2; length <= 4 && length <= offset; ++length) {
    if (is_continuation(byte_at(text, offset - length))) continue;
    const Utf8Step step = utf8_step(text.substr(0, offset), offset - length);
    if (step.size == length) return step;
    break;
  }
  return {kReplacement, 1, false};
}

std::optional<std::size_t> first_ill_formed(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const Utf8Step step = utf8_step(text, at);
    if (!step.well_formed) return at;
    at = skip_ascii(text, at + step.size);
  }
  return std::nullopt;
}

std::string repair_utf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  std::size_t at = 0;
  while (const auto bad = first_ill_formed(text.substr(at))) {
    repaired.append(text.substr(at, *bad));
    repaired.append("\xEF\xBF\xBD");
    at += *bad + utf8_step(text, at + *bad).size;
  }
  repaired.append(text.substr(at));
  return repaired;
}

}  // namespace vraagbaak::analysis
