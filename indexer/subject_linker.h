// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/figures/figure_finder.h"
#include "model/document.h"
#include "model/token.h"

namespace vraagbaak::indexer {

// Says of each figure what it is a figure of: Figure::subject, ::measure, ::period and ::place, each as far
// as the clause, the sentence, the paragraph, the question that is answered, the heading or the table says
// it, looked for in that order; what none of them says stays empty.
//   subject  a count: the noun counted with what belongs to it; else what "van", "aan" or "voor" ties to the
//            figure, the label before its colon, the subject of the clause, the name in the sentence, the
//            heading. Of a cell: its row label, else the caption.
//   measure  the nearest word of nl/measures.tsv, by its family. Of a cell: of column header, row label,
//   caption. period   the nearest date, year or period. Of a cell: of column header, row label, caption.
//   place    the nearest name of a place. Of a cell: of row label, column header, caption.
// Figures that are a time or a reference themselves are left alone. Immutable; safe to share between threads.
class SubjectLinker {
 public:
  // Reads what PhraseGrammar reads (sentence_reading.h); throws Error where a dictionary is broken.
  explicit SubjectLinker(const analysis::DictionarySource& dictionaries);
  ~SubjectLinker();
  SubjectLinker(SubjectLinker&&) noexcept;

  // Fills the four fields of document.figures. Needs everything else of the document, and its segmentation.
  // Linear in the text.
  void link(Document& document, const Segmentation& segmentation, const analysis::FigureFinder& finder) const;

 private:
  struct Words;
  std::unique_ptr<const Words> words_;
};

}  // namespace vraagbaak::indexer
