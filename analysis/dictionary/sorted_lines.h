// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace vraagbaak::analysis {

// Lines "key<tab>value", sorted by their bytes, looked up as they stand: a large dictionary of which a
// question needs a few lines costs nothing to load. The text must outlive it.
class SortedLines {
 public:
  SortedLines() = default;
  // Lines at the top that begin with '#' are passed over, as in a dictionary. Lines out of order may not be
  // found; a line without a tab is a key without a value.
  explicit SortedLines(std::string_view text);

  // The value of a key; nullopt where no line has it. Halves the text.
  std::optional<std::string_view> find(std::string_view key) const;
  // Whether any key begins so.
  bool has_beginning(std::string_view beginning) const;

 private:
  // The first line whose key is not less than `key`; empty at the end of the text.
  std::string_view line_from(std::string_view key) const;

  std::string_view text_;
};

}  // namespace vraagbaak::analysis
