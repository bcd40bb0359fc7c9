// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "analysis/phrases/sentence_reading.h"
#include "model/document.h"

namespace vraagbaak::indexer {

// Where a figure is a figure of: the nearest name of a place that says where (behind a preposition, as a
// label, before the figure in brackets), in its clause, what stands before it in the sentence, the sentence
// before where it names one place, the headings, of which it keeps what it found. Document and grammar must
// outlive it.
class PlaceFinder {
 public:
  PlaceFinder(const analysis::PhraseGrammar& grammar, const Document& document,
              const Segmentation& segmentation);

  // `at` is reading.extent_of(figure.span). Empty where the text says nothing.
  std::string near(const Figure& figure, const analysis::SentenceReading& reading, analysis::WordExtent at,
                   const Sentence& sentence);
  // A place of the document that a label or a heading names in whole words.
  std::string in(const std::string& label) const;

 private:
  bool says_where(ByteSpan place, ByteSpan figure, bool is_bare) const;
  std::size_t bracket_host(ByteSpan figure) const;
  const Mention* nearest(const Figure& of, ByteSpan within) const;
  const std::string& of_heading(std::size_t section);
  const Mention* of_sentence_before(const Figure& figure, const Sentence& sentence) const;

  const analysis::PhraseGrammar& grammar_;
  const Document& document_;
  const Segmentation& segmentation_;
  std::unordered_map<std::string, std::string> names_;  // folded as mentioned -> name
  std::bitset<256> begins_;                             // the first bytes of these
  std::unordered_map<std::size_t, std::string> of_headings_;
};

}  // namespace vraagbaak::indexer
