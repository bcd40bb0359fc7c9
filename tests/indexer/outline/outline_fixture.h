// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "analysis/dictionary/dictionary_source.h"
#include "indexer/outline/outline_builder.h"
#include "indexer/outline/outline_rules.h"
#include "model/document.h"

namespace vraagbaak::indexer {

inline const analysis::DictionarySource& dictionaries() {
  static const auto source = analysis::DictionarySource::built_in();
  return source;
}

inline const OutlineRules& outline_rules() {
  static const OutlineRules rules(dictionaries());
  return rules;
}

// The document that `text` is, with its outline.
inline Document outline_of(std::string_view text) {
  static const OutlineBuilder builder(dictionaries());
  Document document;
  document.text = std::string(text);
  builder.build(document);
  return document;
}

// What every outline keeps: spans inside the text and the parent's, parents first, cells in their table,
// pairs on sections that are there. An empty text where all is well, otherwise what is wrong.
inline std::string broken_rule(const Document& document) {
  if (document.sections.empty()) return "no root";
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    if (section.span.begin > section.span.end || section.span.end > document.text.size())
      return "span outside text";
    if (i == 0) continue;
    if (section.parent >= i) return "parent after child";
    if (!document.sections[section.parent].span.contains(section.span)) return "span outside parent";
    if (document.sections[i - 1].span.begin > section.span.begin) return "sections out of order";
  }
  for (const QaPair& pair : document.pairs)
    if (pair.question >= document.sections.size() || pair.answer >= document.sections.size())
      return "pair without section";
  for (const Table& table : document.tables) {
    if (table.section >= document.sections.size()) return "table without section";
    for (const Cell& cell : table.cells) {
      if (!table.span.contains(cell.span)) return "cell outside table";
      if (cell.column >= table.columns.size()) return "cell outside columns";
    }
  }
  return "";
}

}  // namespace vraagbaak::indexer
