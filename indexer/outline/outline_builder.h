// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "analysis/dictionary/dictionary_source.h"
#include "indexer/readers/source_text.h"
#include "model/document.h"

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
  // number as it stands at that section. Never throws on any text; time is linear in its size.
  // What the format gives (tables and outline of `given`, as its reader made them) goes before what the text
  // looks like: its headings are the only ones, its tables, notes and furniture are taken over, its metadata
  // stand.
  void build(Document& document, const SourceText& given = {}) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace vraagbaak::indexer
