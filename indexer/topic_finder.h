// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analysis/phrases/figure_reading.h"
#include "model/document.h"

namespace vraagbaak::indexer {

// What a figure is about where its own clause says nothing of it: the lead-in of its list, the sentence
// before, a name in its sentence, the heading; and what stands before a table. Keeps the topics of sentences.
// Document, segmentation and grammar must outlive it.
class TopicFinder {
 public:
  TopicFinder(const analysis::PhraseGrammar& grammar, const Document& document,
              const Segmentation& segmentation);

  std::size_t number_of(const Sentence& sentence) const;
  // What the lead-in of a list speaks of: in the same sentence, or the last before it that is no item.
  std::string of_list(const analysis::FigureReading& said, const Sentence& sentence);
  // Of the sentence before in the same paragraph.
  std::string of_sentence_before(const Sentence& sentence);
  // Of the lead-in of a table without a caption: its first line where that is a title, else the sentence
  // above.
  const std::string& of_table(const Table& table);
  // "Het aantal gunstig afgehandelde dossiers: - 33 dossiers in 2010": what the list says of the noun
  // counted.
  std::string fuller(const analysis::SubjectReading& subject, const analysis::FigureReading& said,
                     const Sentence& sentence);
  // The nearest organisation or programme of the sentence.
  std::string name_near(const Figure& figure, const Sentence& sentence) const;
  // The nearest heading round it that says something.
  std::string heading_over(const Figure& figure) const;

 private:
  std::string lead_in(const Table& table);
  std::string above(std::size_t byte);
  std::string of_sentence(std::size_t number);
  std::span<const Figure> figures_in(ByteSpan span) const;

  const analysis::PhraseGrammar& grammar_;
  const Document& document_;
  const Segmentation& segmentation_;
  std::unordered_map<std::size_t, std::string> topics_;  // by sentence
  std::unordered_map<const Table*, std::string> of_tables_;
};

// "Tabel 8: steun per provincie" -> "steun per provincie"; "1.2. Budget" -> "Budget".
std::string without_label(std::string_view text);
// Whether a label is more than "Totaal" or a sign.
bool says_something(std::string_view label);

}  // namespace vraagbaak::indexer
