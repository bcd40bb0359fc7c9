// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: the headings of the sections round a section and its own, as one text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "store/records.h"
#include "store/statement.h"

namespace vraagbaak::store {

// Headings from the outermost in, joined by " > "; a section without one adds nothing. Deeper ones are left
// out beyond a bound: nothing legible is lost, and a text that nests without end stays linear.
class HeadingPath {
 public:
  HeadingPath() = default;
  explicit HeadingPath(std::string outer) : text_(std::move(outer)) {}

  void add(std::string_view heading) {
    constexpr std::size_t kLongest = 600;
    if (heading.empty() || text_.size() >= kLongest) return;
    if (!text_.empty()) text_ += " > ";
    text_ += heading;
  }
  const std::string& text() const { return text_; }
  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

// Puts heading paths together from table section. The database must outlive it.
class HeadingFinder {
 public:
  explicit HeadingFinder(const Database& database) : database_(database) {}

  // Empty where there is no such section.
  std::string path_of(PartId section);

 private:
  const Database& database_;
  std::optional<Statement> row_;
};

}  // namespace vraagbaak::store
