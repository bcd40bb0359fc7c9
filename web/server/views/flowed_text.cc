// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/flowed_text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace vraagbaak::web {
namespace {

// A line that was wrapped is about as long as the lines of its page; a shorter one was ended on purpose.
constexpr std::size_t kWrappedLine = 55;  // bytes
constexpr std::size_t kLongestListMark = 4;

bool is_alphanumeric(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// "a) ", "12. ".
bool begins_with_list_mark(std::string_view line) {
  std::size_t end = 0;
  while (end < std::min(line.size(), kLongestListMark) && is_alphanumeric(line[end])) ++end;
  return end > 0 && end + 1 < line.size() && (line[end] == '.' || line[end] == ')') && line[end + 1] == ' ';
}

bool is_in_columns(std::string_view line) {
  return line.find('\t') != std::string_view::npos || line.find("   ") != std::string_view::npos;
}

bool may_go_on(std::string_view line) {
  constexpr std::array<std::string_view, 6> kOpenings = {"(", "\"", "'", "‘", "“", "€"};
  constexpr char kLatinLetter = '\xC3';  // the first byte of é, ë …
  if (line.empty() || begins_with_list_mark(line)) return false;
  return is_alphanumeric(line.front()) || line.front() == kLatinLetter ||
         std::ranges::any_of(kOpenings, [&](std::string_view opening) { return line.starts_with(opening); });
}

bool is_ended(std::string_view line) {
  return line.empty() || std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
}

}  // namespace

std::string flowed_text(std::string_view text, bool is_cut) {
  std::string flowed(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) break;
    const std::string_view line = text.substr(begin, end - begin);
    const std::string_view next =
        text.substr(end + 1, std::min(text.find('\n', end + 1), text.size()) - end - 1);
    const bool is_long = line.size() >= kWrappedLine || (is_cut && begin == 0);
    if (is_long && !is_ended(line) && may_go_on(next) && !is_in_columns(line) && !is_in_columns(next))
      flowed[end] = ' ';
    begin = end + 1;
  }
  return flowed;
}

}  // namespace vraagbaak::web
