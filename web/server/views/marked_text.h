// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/byte_span.h"
#include "web/server/html_writer.h"

namespace vraagbaak::web {

// A stretch of a text that is set apart.
struct TextMark {
  ByteSpan span;
  std::string style;  // class of the element: "cited", "figure" …
  std::string id{};   // of the element it begins with
  std::string title{};
  std::string link{};  // the stretch leads there
};

// Both, one behind the other: "kind." and the name of a kind.
std::string joined(std::string_view first, std::string_view second);

// "hit12": the id of one of many.
std::string numbered(std::string_view name, std::size_t number);

// Writes `text`, which begins at byte `begin` of what the marks speak of, with the marks that lie in it.
// Marks may overlap: what lies in several has the classes of all. White space is kept; the style sheet shows
// it. Marks in order of their beginning. Linear but for marks that overlap.
void write_marked(HtmlWriter& html, std::string_view text, std::size_t begin,
                  const std::vector<TextMark>& marks);

}  // namespace vraagbaak::web
