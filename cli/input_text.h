// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fstream>
#include <istream>
#include <optional>
#include <string>

#include "model/result.h"

namespace vraagbaak::cli {

// The bytes of a file (a pipe will do), or of stdin for "-". A Problem names the file and why it cannot be
// read.
Result<std::string> read_bytes(const std::string& name);

// The lines of a file, or of stdin for "-", one at a time and without their line ends (LF or CR LF). A
// byte-order mark is dropped; ill-formed UTF-8 comes out as U+FFFD.
class LineInput {
 public:
  // Throws Error where the file cannot be opened.
  explicit LineInput(const std::string& name);

  // nullopt after the last line. A line end at the very end of the input begins no further line. Throws Error
  // where reading fails half-way.
  std::optional<std::string> next();

 private:
  std::string name_;
  std::ifstream file_;
  std::istream* stream_;
  bool first_ = true;
};

}  // namespace vraagbaak::cli
