// SPDX-License-Identifier: EUPL-1.2
#include "cli/input_text.h"

#include <cerrno>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <system_error>

#include "analysis/text/utf8.h"
#include "model/error.h"

namespace vraagbaak::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kMend = "check the name and its rights";

std::string display_name(const std::string& name) {
  return name == "-" ? "stdin" : name.empty() ? "\"\"" : name;
}

// Why `name` cannot be read as a file; nullopt where it can be tried.
std::optional<Problem> refusal(const std::string& name) {
  std::error_code error;
  const auto status = std::filesystem::status(name, error);
  if (!std::filesystem::exists(status)) {
    return Problem{display_name(name), "there is no such file", kMend};
  }
  if (std::filesystem::is_directory(status)) {
    return Problem{display_name(name), "is a folder",
                   "name the files in it, or make an index of it with vraagbaak index"};
  }
  return std::nullopt;
}

Problem unreadable(const std::string& name) {
  const int reason = errno;
  return {display_name(name), reason == 0 ? "cannot be read" : std::generic_category().message(reason),
          kMend};
}

}  // namespace

Result<std::string> read_bytes(const std::string& name) {
  std::ifstream file;
  std::istream* stream = &std::cin;
  if (name != "-") {
    if (auto problem = refusal(name)) return *problem;
    errno = 0;
    file.open(name, std::ios::binary);
    if (!file) return unreadable(name);
    stream = &file;
  }
  std::string content;
  errno = 0;
  char block[1 << 16];
  while (stream->read(block, sizeof block) || stream->gcount() > 0) {
    content.append(block, static_cast<std::size_t>(stream->gcount()));
  }
  if (stream->bad()) return unreadable(name);
  return content;
}

LineInput::LineInput(const std::string& name) : name_(name), stream_(&std::cin) {
  if (name == "-") return;
  if (const auto problem = refusal(name)) throw Error(problem->where, problem->what, problem->mend);
  errno = 0;
  file_.open(name, std::ios::binary);
  if (!file_) {
    const Problem problem = unreadable(name);
    throw Error(problem.where, problem.what, problem.mend);
  }
  stream_ = &file_;
}

std::optional<std::string> LineInput::next() {
  std::string line;
  if (!std::getline(*stream_, line)) {
    if (stream_->bad()) throw Error(display_name(name_), "cannot be read to its end", kMend);
    return std::nullopt;
  }
  if (first_ && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
  first_ = false;
  if (line.ends_with('\r')) line.pop_back();
  if (!analysis::is_utf8(line)) line = analysis::repair_utf8(line);
  return line;
}

}  // namespace vraagbaak::cli
