// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vraagbaak::indexer {

// The attributes of one tag; views that live during the call. Names of XML are without their prefix.
class Attributes {
 public:
  void add(std::string_view name, std::string value) { values_.emplace_back(name, std::move(value)); }
  // Empty where it is absent.
  std::string_view operator[](std::string_view name) const;
  bool has(std::string_view name) const;

 private:
  std::vector<std::pair<std::string_view, std::string>> values_;
};

// Takes the events of a document in order. Names of XML come without their prefix; those of HTML in small
// letters and whole ("o:p"). Every open() has its close(). What a handler throws comes out of parse_*().
class MarkupHandler {
 public:
  virtual ~MarkupHandler() = default;
  virtual void open(std::string_view name, const Attributes& attributes) = 0;
  virtual void close(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;  // well-formed UTF-8, character references replaced
};

// Deeper than this a document is refused: no real one comes near.
inline constexpr int kDeepestMarkup = 200;
inline constexpr int kDeepestHtml = 2000;  // tags that are never closed pile up

// Why a document cannot be read: "is cut off or damaged (line 12: …)".
using MarkupError = std::string;

// Both take well-formed UTF-8 (decode_markup) and ignore what it declares of its encoding. Nothing is loaded
// from anywhere. Entities that a document declares are not expanded; those of HTML are known in XML as well,
// others are left out. nullopt: all was read. Time and memory are linear in the size.
std::optional<MarkupError> parse_xml(std::string_view utf8, MarkupHandler& handler);
// Takes any tag soup; fails on nesting alone.
std::optional<MarkupError> parse_html(std::string_view utf8, MarkupHandler& handler);

}  // namespace vraagbaak::indexer
