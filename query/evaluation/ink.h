// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vraagbaak::query {

// Counts the characters of a text that are no white space, by code-point offset.
class Ink {
 public:
  explicit Ink(std::string_view text);

  // Characters before that code point; beyond the end all of them.
  std::size_t before(std::size_t code_point) const {
    return counts_[code_point < counts_.size() ? code_point : counts_.size() - 1];
  }
  std::size_t between(std::size_t begin, std::size_t end) const {
    return end > begin ? before(end) - before(begin) : 0;
  }

 private:
  std::vector<std::size_t> counts_;
};

}  // namespace vraagbaak::query
