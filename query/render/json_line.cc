// SPDX-License-Identifier: EUPL-1.2
#include "query/render/json_line.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "analysis/text/utf8.h"
#include "query/render/json_parts.h"

namespace vraagbaak::query::render {
namespace {

constexpr std::size_t kMostDigits = 20;  // of 2^64
constexpr std::size_t kMostEscape = 6;   // bytes that a byte becomes: \u001f
constexpr std::size_t kFirstRoom = 1024;

// "00" … "99", one after another: two digits cost one look-up.
constexpr std::array<char, 200> kDigitPairs = [] {
  std::array<char, 200> pairs{};
  for (std::size_t i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

char* write_pair(char* at, std::size_t below_100) {
  std::memcpy(at, &kDigitPairs[2 * below_100], 2);
  return at + 2;
}

char* write_large_number(char* at, std::size_t value);

// Offsets seldom have more than four digits; std::to_chars takes three times the instructions for them.
char* write_number(char* at, std::size_t value) {
  if (value >= 10000) return write_large_number(at, value);
  const std::size_t high = value / 100;
  if (value >= 1000) return write_pair(write_pair(at, high), value % 100);
  if (value >= 100) {
    *at = static_cast<char>('0' + high);
    return write_pair(at + 1, value % 100);
  }
  if (value >= 10) return write_pair(at, value);
  *at = static_cast<char>('0' + value);
  return at + 1;
}

char* write_large_number(char* at, std::size_t value) {
  at = write_number(at, value / 10000);
  value %= 10000;
  return write_pair(write_pair(at, value / 100), value % 100);
}

// What stands after the backslash for a byte that may not stand in a JSON string as it is; 'u' where it is
// written by its number, 0 for a byte that stands as it is.
constexpr std::array<char, 256> kEscapes = [] {
  std::array<char, 256> escapes{};
  for (std::size_t c = 0; c < 0x20; ++c) escapes[c] = 'u';
  escapes['\b'] = 'b';
  escapes['\t'] = 't';
  escapes['\n'] = 'n';
  escapes['\f'] = 'f';
  escapes['\r'] = 'r';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}();

char* write_escaped(char* at, std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const char escape = kEscapes[byte];
    if (escape == 0) {
      *at++ = c;
      continue;
    }
    *at++ = '\\';
    *at++ = escape;
    if (escape != 'u') continue;
    at = write_pair(at, 0);
    *at++ = kHex[byte >> 4U];
    *at++ = kHex[byte & 0xFU];
  }
  return at;
}

}  // namespace

void JsonLine::make_room(std::size_t bytes) {
  const std::size_t room = std::max(2 * room_, size_ + bytes + kFirstRoom);
  auto longer = std::make_unique_for_overwrite<char[]>(room);
  if (size_ > 0) std::memcpy(longer.get(), line_.get(), size_);
  line_ = std::move(longer);
  room_ = room;
}

char* JsonLine::part(char* at) {
  if (std::exchange(follows_, true)) *at++ = ',';
  return at;
}

void JsonLine::open(char bracket) {
  char* at = part(room(2));
  *at++ = bracket;
  written_to(at);
  follows_ = false;
}

void JsonLine::close(char bracket) {
  char* at = room(1);
  *at++ = bracket;
  written_to(at);
  follows_ = true;
}

void JsonLine::key(std::string_view key) {
  char* at = part(room(key.size() + 4));
  *at++ = '"';
  std::memcpy(at, key.data(), key.size());
  at += key.size();
  *at++ = '"';
  *at++ = ':';
  written_to(at);
  follows_ = false;
}

void JsonLine::string(std::string_view value) {
  bool plain = true;
  bool ascii = true;
  for (const char c : value) {
    plain = plain && kEscapes[static_cast<unsigned char>(c)] == 0;
    ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  }
  if (!ascii && !analysis::is_utf8(value)) {
    const std::string mended = dump(Json(value));
    char* at = part(room(mended.size() + 1));
    std::memcpy(at, mended.data(), mended.size());
    return written_to(at + mended.size());
  }
  char* at = part(room((plain ? 1 : kMostEscape) * value.size() + 3));
  *at++ = '"';
  if (!plain) {
    at = write_escaped(at, value);
  } else if (!value.empty()) {
    std::memcpy(at, value.data(), value.size());
    at += value.size();
  }
  *at++ = '"';
  written_to(at);
}

void JsonLine::number(std::size_t value) {
  written_to(write_number(part(room(kMostDigits + 1)), value));
}

void JsonLine::pair(std::size_t first, std::size_t second) {
  char* at = part(room(2 * kMostDigits + 4));
  *at++ = '[';
  at = write_number(at, first);
  *at++ = ',';
  at = write_number(at, second);
  *at++ = ']';
  written_to(at);
}

void JsonLine::boolean(bool value) {
  const std::string_view word = value ? "true" : "false";
  char* at = part(room(word.size() + 1));
  std::memcpy(at, word.data(), word.size());
  written_to(at + word.size());
}

std::string JsonLine::take() const {
  return {line_.get(), size_};
}

}  // namespace vraagbaak::query::render
