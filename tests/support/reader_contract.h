// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "analysis/text/utf8.h"
#include "indexer/readers/source_text.h"

namespace vraagbaak::testing_support {

// What must hold of everything that a reader makes, whatever it read; empty where it holds.
inline std::string broken_promise(const indexer::SourceText& source) {
  const std::string_view text = source.text;
  const auto inside = [text](ByteSpan span) { return span.begin <= span.end && span.end <= text.size(); };
  if (!analysis::is_utf8(text)) return "the text is well-formed UTF-8";
  std::size_t at = 0;
  for (const Page& page : source.pages) {
    if (page.span.begin != at || !inside(page.span)) return "pages tile the text";
    at = page.span.end;
  }
  if (!source.pages.empty() && at != text.size()) return "pages reach the end of the text";
  at = 0;
  for (const Sheet& sheet : source.sheets) {
    if (!inside(sheet.span) || sheet.span.begin < at) return "sheets lie in the text, in order";
    at = sheet.span.begin;
    for (const SheetMark& mark : sheet.marks) {
      if (mark.begin < at || mark.begin > text.size()) return "marks lie in their sheet, in order";
      at = mark.begin;
    }
  }
  at = 0;
  for (const indexer::GivenHeading& heading : source.outline.headings) {
    if (!inside(heading.span) || heading.span.empty() || heading.span.begin < at)
      return "headings are in order";
    if (heading.span.in(text).find('\n') != std::string_view::npos) return "a heading is one line";
    if (heading.level < 1) return "a heading has a level";
    at = heading.span.end;
  }
  at = 0;
  for (const indexer::LanguageSpan& said : source.outline.languages) {
    if (!inside(said.span) || said.span.begin < at) return "languages are in order";
    at = said.span.end;
  }
  for (const Section& section : source.outline.sections) {
    if (!inside(section.span) || section.span.empty()) return "sections lie in the text";
  }
  at = 0;
  for (const SourceTable& table : source.tables) {
    if (!inside(table.span) || table.span.begin < at) return "tables are in order";
    if (!inside(table.caption)) return "captions lie in the text";
    at = table.span.end;
    std::size_t cell_end = table.span.begin;
    for (const SourceCell& cell : table.cells) {
      if (cell.span.begin < cell_end || cell.span.end > table.span.end)
        return "cells lie in their table, in order";
      cell_end = cell.span.end;
    }
  }
  return "";
}

}  // namespace vraagbaak::testing_support
