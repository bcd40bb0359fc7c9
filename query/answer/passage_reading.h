// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/phrases/clause_cutter.h"
#include "analysis/text/segmenter.h"
#include "query/answer/passage_finder.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// A found passage opened for reading: its sentences, figures and names. All spans are bytes of the passage's
// text.
struct PassageReading {
  const FoundPassage* passage = nullptr;
  std::size_t index = 0;  // of the passage among the found ones
  std::vector<ByteSpan> sentences;
  std::vector<std::size_t> breaks;             // where the parts of its sentences begin
  std::vector<store::FigureRecord> figures;    // figure.span still counts from the document
  std::vector<store::MentionRecord> mentions;  // likewise

  std::string_view text() const { return passage->record.text; }
  ByteSpan local(ByteSpan in_document) const;
  ByteSpan in_document(ByteSpan local) const;
  // The sentence that holds byte `at`, by index; the last one before it where `at` lies between two.
  std::size_t sentence_at(std::size_t at) const;
  // The sentence before the run of bullets that this sentence belongs to; nullopt where it is no bullet.
  std::optional<std::size_t> lead_of(std::size_t sentence) const;
  // The line(s) of a table row or other layout line round `span`.
  ByteSpan line_at(ByteSpan span) const;
};

PassageReading read_passage(const FoundPassage& passage, std::size_t index,
                            const analysis::Segmenter& segmenter, const analysis::ClauseCutter& cutter,
                            const store::IndexReader& reader);

}  // namespace vraagbaak::query
