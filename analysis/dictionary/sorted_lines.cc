// SPDX-License-Identifier: EUPL-1.2
#include "analysis/dictionary/sorted_lines.h"

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

std::string_view key_of(std::string_view line) {
  return line.substr(0, line.find('\t'));
}

}  // namespace

SortedLines::SortedLines(std::string_view text) : text_(text) {
  while (text_.starts_with('#')) text_.remove_prefix(std::min(text_.find('\n'), text_.size() - 1) + 1);
}

std::optional<std::string_view> SortedLines::find(std::string_view key) const {
  const std::string_view line = line_from(key);
  if (line.empty() || key_of(line) != key) return std::nullopt;
  return line.substr(std::min(key.size() + 1, line.size()));
}

bool SortedLines::has_beginning(std::string_view beginning) const {
  return line_from(beginning).starts_with(beginning) && !text_.empty();
}

std::string_view SortedLines::line_from(std::string_view key) const {
  // Both are where a line begins, or the end of the text; the line that is sought begins between them.
  std::size_t low = 0;
  std::size_t high = text_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = middle == low ? std::string_view::npos : text_.rfind('\n', middle - 1);
    const std::size_t begin = before == std::string_view::npos || before < low ? low : before + 1;
    const std::string_view line = line_at(text_, begin);
    if (key_of(line) < key) {
      low = std::min(begin + line.size() + 1, high);
    } else {
      high = begin;
    }
  }
  return line_at(text_, low);
}

}  // namespace vraagbaak::analysis
