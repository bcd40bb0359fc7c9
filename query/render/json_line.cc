// SPDX-License-Identifier: EUPL-1.2
#include "query/render/json_line.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "analysis/text/utf8.h"
#include "query/render/json_parts.h"

namespace vraagbaak::query::render {
namespace {

constexpr std::size_t kMostDigits = 20;  // of 2^64

// Stands in a JSON string as it is, where the string is UTF-8.
bool is_plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}
bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

}  // namespace

void JsonLine::part() {
  if (std::exchange(follows_, true)) line_ += ',';
}

void JsonLine::open(char bracket) {
  part();
  line_ += bracket;
  follows_ = false;
}

void JsonLine::close(char bracket) {
  line_ += bracket;
  follows_ = true;
}

void JsonLine::key(std::string_view key) {
  part();
  line_.append(1, '"').append(key).append("\":");
  follows_ = false;
}

void JsonLine::string(std::string_view value) {
  if (!std::ranges::all_of(value, is_plain) ||
      (!std::ranges::all_of(value, is_ascii) && !analysis::is_utf8(value))) {
    part();
    line_ += dump(Json(value));
    return;
  }
  part();
  line_.append(1, '"').append(value).append(1, '"');
}

void JsonLine::number(std::size_t value) {
  part();
  std::array<char, kMostDigits>
      digits;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before read
  line_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void JsonLine::pair(std::size_t first, std::size_t second) {
  std::array<char, 2 * kMostDigits + 4> piece;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  char* at = piece.data();
  if (std::exchange(follows_, true)) *at++ = ',';
  *at++ = '[';
  at = std::to_chars(at, at + kMostDigits, first).ptr;
  *at++ = ',';
  at = std::to_chars(at, at + kMostDigits, second).ptr;
  *at++ = ']';
  line_.append(piece.data(), at);
}

void JsonLine::boolean(bool value) {
  part();
  line_ += value ? "true" : "false";
}

}  // namespace vraagbaak::query::render
