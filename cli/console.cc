// SPDX-License-Identifier: EUPL-1.2
#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

#include "model/error.h"

namespace vraagbaak::cli {
namespace {

bool wants_color(ColorMode mode) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org: any value but the empty one
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0') &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

std::size_t columns_of_stdout() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20) return query::render::Style{}.width;
  return std::min<std::size_t>(size.ws_col, 120);  // longer lines of prose are hard to read
}

[[noreturn]] void fail() {
  const int reason = errno;
  if (reason == EPIPE) throw ReaderGone{};
  throw Error("stdout", std::generic_category().message(reason), "make room or send the output elsewhere");
}

}  // namespace

Console::Console(ColorMode color)
    : style_{wants_color(color), columns_of_stdout()}, stderr_is_terminal_(isatty(STDERR_FILENO) == 1) {}

void Console::print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail();
}

void Console::print_line(std::string_view text) {
  print(text);
  print("\n");
}

void Console::flush() {
  if (std::fflush(stdout) != 0) fail();
}

std::size_t Console::stderr_width() const {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

void Console::complain(std::string_view text) {
  note(std::string("vraagbaak: ").append(text));
}

void Console::note(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  line += '\n';
  std::fputs(line.c_str(), stderr);
}

}  // namespace vraagbaak::cli
