// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::analysis {

// One line of a dictionary. Cells are without outer spaces; a column the line leaves out is empty.
struct DictionaryRow {
  std::size_t line = 0;                     // 1-based, for messages
  std::span<const std::string_view> cells;  // lives as long as the file

  std::string_view operator[](std::size_t column) const { return cells[column]; }
};

// A dictionary read into rows. Format (dictionaries/README.md): UTF-8, tab-separated; lines that begin with
// '#' are comments, the one that begins with "#:" names the columns. The rows are views into the source.
class DictionaryFile {
 public:
  // Reads `name` and puts its columns in the order of `columns`. Throws Error, naming file and line, where
  // the
  // "#:" line is missing, lacks one of `columns`, a row has more cells than columns, its first cell is empty,
  // or the text is not UTF-8.
  DictionaryFile(const DictionarySource& source, std::string_view name,
                 std::initializer_list<std::string_view> columns);
  DictionaryFile(const DictionaryFile&) = delete;
  DictionaryFile& operator=(const DictionaryFile&) = delete;

  const std::vector<DictionaryRow>& rows() const { return rows_; }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }

  // Throws Error: "dictionaries/nl/units.tsv:41: what: mend".
  [[noreturn]] void reject(const DictionaryRow& row, const std::string& what, const std::string& mend) const;

 private:
  std::string display_name_;
  std::vector<std::string_view> cells_;  // of all rows; it never grows, so that rows may point into it
  std::vector<DictionaryRow> rows_;
};

}  // namespace vraagbaak::analysis
