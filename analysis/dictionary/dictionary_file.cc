// SPDX-License-Identifier: EUPL-1.2
#include "analysis/dictionary/dictionary_file.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <optional>

#include "model/error.h"

namespace vraagbaak::analysis {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\r';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

void split_cells(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(trim(line.substr(0, tab)));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);  // without a way out: many bytes at a time
  return all < 0x80;
}

bool is_utf8(std::string_view text) {
  if (is_ascii(text)) return true;
  const auto size = static_cast<int32_t>(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  for (int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace

DictionaryFile::DictionaryFile(const DictionarySource& source, std::string_view name,
                               std::initializer_list<std::string_view> columns)
    : display_name_(source.display_name(name)) {
  std::string_view rest = source.text(name);
  std::optional<std::vector<std::size_t>> order;  // order[i]: where the file has columns[i]
  std::size_t file_columns = 0;
  std::vector<std::string_view> cells;  // of a line, in the file's order
  const std::size_t most_rows = static_cast<std::size_t>(std::ranges::count(rest, '\n')) + 1;
  rows_.reserve(most_rows);
  cells_.reserve(most_rows * columns.size());
  const bool is_plain = is_ascii(rest);
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t line_end = rest.find('\n');
    const std::string_view line = rest.substr(0, line_end);
    rest.remove_prefix(line_end == std::string_view::npos ? rest.size() : line_end + 1);
    DictionaryRow row{.line = number, .cells = {}};
    if (!is_plain && !is_utf8(line)) reject(row, "the line is not UTF-8", "save the file as UTF-8");
    if (line.starts_with("#:")) {
      split_cells(line.substr(2), cells);
      const auto& header = cells;
      file_columns = header.size();
      order.emplace();
      for (const std::string_view column : columns) {
        const auto at = std::ranges::find(header, column);
        if (at == header.end()) {
          reject(row, "there is no column \"" + std::string(column) + "\"", "add it to the \"#:\" line");
        }
        order->push_back(static_cast<std::size_t>(at - header.begin()));
      }
      continue;
    }
    if (line.starts_with('#') || trim(line).empty()) continue;
    if (!order)
      reject(row, "no line before it names the columns", "add a line \"#: column<tab>column …\" above");
    split_cells(line, cells);
    if (cells.size() > file_columns) {
      reject(row, "more cells than columns",
             "separate with single tabs, " + std::to_string(file_columns) + " cells at most");
    }
    cells.resize(file_columns);
    const std::size_t first = cells_.size();
    for (const std::size_t column : *order) cells_.push_back(cells[column]);
    row.cells = std::span(cells_).subspan(first);
    if (row.cells.front().empty()) reject(row, "its first cell is empty", "fill it in or remove the line");
    rows_.push_back(row);
  }
  if (!order)
    throw Error(display_name_, "no line names the columns",
                "add a line \"#: column<tab>column …\" at the top");
}

void DictionaryFile::reject(const DictionaryRow& row, const std::string& what,
                            const std::string& mend) const {
  throw Error(display_name_ + ":" + std::to_string(row.line), what, mend);
}

}  // namespace vraagbaak::analysis
