// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: the headings of the sections round a section and its own, as one text.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "store/compression.h"
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

// The headings of sections, as the index keeps them.
std::string pack_headings(std::span<const Section> sections, const PhraseBook& phrases);

// Reads headings, and puts the paths of sections together. The database must outlive it. Throws Error where
// what is stored is damaged.
class HeadingFinder {
 public:
  explicit HeadingFinder(const Database& database) : database_(database) {}

  // Those of the document's sections, by number; empty where there is no such document.
  std::vector<std::string> of(DocumentId document);
  // Empty where there is no such section.
  std::string path_of(PartId section) { return path_of(section, of(section.document)); }
  // The same, where the headings of its document are known.
  std::string path_of(PartId section, const std::vector<std::string>& headings);

 private:
  const Database& database_;
  std::optional<Statement> headings_;
  std::optional<Statement> parent_;
};

}  // namespace vraagbaak::store
