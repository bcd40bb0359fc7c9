// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "model/document.h"
#include "model/source_table.h"

namespace vraagbaak::indexer {

// Reads the structure of a flat text: headings, questions and their parts, answers, tables, notes, page
// furniture, and what the document says of itself. Immutable once made; safe to share between threads.
class OutlineBuilder {
 public:
  // Reads nl/outline-rules.tsv and nl/months.tsv. Throws Error where one of them is broken.
  explicit OutlineBuilder(const analysis::DictionarySource& dictionaries);
  ~OutlineBuilder();
  OutlineBuilder(const OutlineBuilder&) = delete;
  OutlineBuilder& operator=(const OutlineBuilder&) = delete;

  // Fills sections, tables, pairs, unanswered and metadata of `document` from its text and pages; what stood
  // there is replaced. Sections are in order of their begin, a parent before its children, [0] the whole
  // text. A pair's label follows the numbering of the question ("1", "1.a", "3-4"); a section's label is the
  // number as it stands at that section. `tables` are those that the document's format gives, in order of
  // their begin. Never throws on any text; time is linear in its size.
  void build(Document& document, const std::vector<SourceTable>& tables = {}) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace vraagbaak::indexer
