// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/text/segmenter.h"
#include "model/answer.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Says where something stands, so that a reader can check it. Remembers documents and sections it met;
// one object serves one thread, like its reader.
class CitationBuilder {
 public:
  // Both must outlive the builder.
  CitationBuilder(const store::IndexReader& reader, const analysis::Segmenter& segmenter)
      : reader_(reader), segmenter_(segmenter) {}

  // The whole passage; its outer white space is left out.
  Citation of_passage(const store::PassageRecord& passage) const;

  // The sentence, or the row of a table, that holds `span` (bytes of the document's text); several sentences
  // where it runs over more than one. The quote stays within the passage.
  Citation of_span(const store::PassageRecord& passage, ByteSpan span) const;

  // Exactly `span` (bytes of the document's text), as far as it lies in the passage.
  Citation of_exactly(const store::PassageRecord& passage, ByteSpan span) const {
    return cite(passage, within(passage, span));
  }

  // The row of that table which holds `span`; `span` itself where none does.
  Citation of_row(const store::PassageRecord& passage, std::size_t table, ByteSpan span) const;

  // The figure's sentence or table row.
  Citation of_figure(const store::PassageRecord& passage, const store::FigureRecord& figure) const;

  // The sub-question number of the innermost question or answer round that section ("6", "1.b"), else the
  // path of headings; empty where there is neither.
  std::string section_name(store::DocumentId document, std::size_t section) const;

  // A section, remembered for a while: good until the next call of anything here. nullptr where there is
  // none.
  const store::SectionRecord* section(store::PartId id) const;

 private:
  const store::DocumentRecord& document(store::DocumentId id) const;
  static ByteSpan within(const store::PassageRecord& passage, ByteSpan span);
  // The sentences that `span` (of the document) lies in, trimmed; counted from the passage's start.
  ByteSpan sentences_round(const store::PassageRecord& passage, ByteSpan span) const;
  // Cites `span`, counted from the passage's start, and the cell that holds byte `at` of the document.
  Citation cite(const store::PassageRecord& passage, ByteSpan span, std::size_t at) const;
  Citation cite(const store::PassageRecord& passage, ByteSpan span) const {
    return cite(passage, span, passage.span.begin + span.begin);
  }
  std::optional<ByteSpan> table_row(const store::PassageRecord& passage, std::size_t table,
                                    ByteSpan span) const;

  const store::IndexReader& reader_;
  const analysis::Segmenter& segmenter_;
  mutable std::map<store::DocumentId, store::DocumentRecord> documents_;
  mutable std::map<store::PartId, std::optional<store::SectionRecord>> sections_;
  mutable std::map<store::PartId, std::vector<Cell>> cells_;
};

// Adds sheet and cell to a citation of something that begins at `byte`, where the document is a workbook or a
// file of records.
void place_in_sheet(Citation& citation, const store::IndexReader& reader, store::DocumentId document,
                    std::size_t byte);

}  // namespace vraagbaak::query
