// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vraagbaak::query::render {

// How human-readable output is written.
struct Style {
  bool color = false;      // ANSI colours
  std::size_t width = 80;  // columns to wrap prose at

  std::string strong(std::string_view text) const { return paint("1", text); }
  std::string dim(std::string_view text) const { return paint("2", text); }
  std::string good(std::string_view text) const { return paint("1;32", text); }
  std::string bad(std::string_view text) const { return paint("1;31", text); }
  std::string place(std::string_view text) const { return paint("35", text); }

  // The text between the escape sequences of an SGR code; the text itself where colours are off.
  std::string paint(std::string_view code, std::string_view text) const {
    if (!color || text.empty()) return std::string(text);
    return std::string("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
  }
};

}  // namespace vraagbaak::query::render
