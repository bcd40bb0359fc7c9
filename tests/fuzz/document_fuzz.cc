// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "indexer/document_analyzer.h"
#include "indexer/readers/reader.h"
#include "tests/fuzz/fuzz_target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  static const indexer::DocumentAnalyzer analyzer(analysis::DictionarySource::built_in());
  auto source = indexer::read_document(std::string(fuzz::as_text(data, size)), "fuzz");
  if (!source) {
    fuzz::require(!source.problem().what.empty(), "a refusal says why");
    return 0;
  }
  const Document document = analyzer.analyze("fuzz", std::move(source).value());
  const std::size_t end = document.text.size();
  std::size_t at = 0;
  for (const Passage& passage : document.passages) {
    fuzz::require(passage.span.begin == at && passage.span.end <= end, "passages tile the text");
    fuzz::require(passage.section < document.sections.size(), "a passage's section is there");
    at = passage.span.end;
  }
  fuzz::require(at == end, "passages reach the end of the text");
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    fuzz::require(section.span.begin <= section.span.end && section.span.end <= end,
                  "sections lie in the text");
    fuzz::require(i == 0 || section.parent < i, "a section's parent stands before it");
  }
  for (const QaPair& pair : document.pairs) {
    fuzz::require(pair.question < document.sections.size() && pair.answer < document.sections.size(),
                  "a pair's sections are there");
  }
  for (const Table& table : document.tables) {
    fuzz::require(table.section < document.sections.size() && table.span.end <= end,
                  "tables lie in the text");
    for (const Cell& cell : table.cells) {
      fuzz::require(table.span.contains(cell.span), "cells lie in their table");
      fuzz::require(cell.column < table.columns.size(), "cells have a column");
    }
  }
  for (const Figure& figure : document.figures) {
    fuzz::require(figure.span.end <= end, "figures lie in the text");
  }
  for (const Mention& mention : document.names.mentions) {
    fuzz::require(mention.span.end <= end && mention.entity < document.names.entities.size(),
                  "mentions lie in the text and have an entity");
  }
  return 0;
}
