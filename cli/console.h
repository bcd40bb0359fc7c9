// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "cli/options.h"
#include "query/render/style.h"

namespace vraagbaak::cli {

// Thrown where the reader of stdout has gone (`vraagbaak … | head`): the command ends quietly.
struct ReaderGone {};

// stdout and stderr of the program. Results go to stdout, everything else to stderr.
class Console {
 public:
  explicit Console(ColorMode color);

  // Writes to stdout. Throws ReaderGone where the other end of a pipe has closed, Error where the output
  // cannot be written (a full disk, a closed stdout). flush() has to come last, so that nothing fails unseen.
  void print(std::string_view text);
  void print_line(std::string_view text);
  void flush();

  // One line on stderr: "vraagbaak: " + text. Control characters in it are shown as '?'. Never throws.
  void complain(std::string_view text);
  // The same without the name in front: what was asked for and is no result.
  void note(std::string_view text);

  // How stdout is written to: with colours, and how wide.
  const query::render::Style& style() const { return style_; }
  bool stderr_is_terminal() const { return stderr_is_terminal_; }
  // Columns of the terminal that stderr is.
  std::size_t stderr_width() const;

 private:
  query::render::Style style_;
  bool stderr_is_terminal_ = false;
};

}  // namespace vraagbaak::cli
