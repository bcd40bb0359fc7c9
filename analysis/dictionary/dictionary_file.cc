// SPDX-License-Identifier: EUPL-1.2
#include "analysis/dictionary/dictionary_file.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <optional>

#include "model/error.h"

namespace vraagbaak::analysis {
namespace {

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \r") - begin + 1);
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

bool is_utf8(std::string_view text) {
  if (std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return true;
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
  rows_.reserve(static_cast<std::size_t>(std::ranges::count(rest, '\n')) + 1);
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t line_end = rest.find('\n');
    const std::string_view line = rest.substr(0, line_end);
    rest.remove_prefix(line_end == std::string_view::npos ? rest.size() : line_end + 1);
    DictionaryRow row{.line = number, .cells = {}};
    if (!is_utf8(line)) reject(row, "the line is not UTF-8", "save the file as UTF-8");
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
    row.cells.reserve(order->size());
    for (const std::size_t column : *order) row.cells.push_back(cells[column]);
    if (row.cells.front().empty()) reject(row, "its first cell is empty", "fill it in or remove the line");
    rows_.push_back(std::move(row));
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
