// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>

#include "analysis/figures/figure_finder.h"
#include "analysis/phrases/figure_reading.h"
#include "model/document.h"

namespace vraagbaak::indexer {

// When a figure is a figure of, in ISO 8601: the nearest date, year or period of its sentence that speaks of
// it, then what the sentence before says, then the one time of the question that is answered, a heading or
// the title. Keeps what it found of sections and headings. Document and finder must outlive it.
class PeriodFinder {
 public:
  PeriodFinder(const Document& document, const Segmentation& segmentation,
               const analysis::PhraseGrammar& grammar, const analysis::FigureFinder& finder);

  // Figures [first, last) are those of the sentence. Needs the periods of the figures before. Empty where the
  // text says none.
  std::string near(const Figure& figure, const analysis::FigureReading& said,
                   const analysis::SentenceReading& reading, analysis::WordExtent at,
                   const Sentence& sentence, std::size_t first, std::size_t last);
  // The one time a header, caption or heading names; empty where it names none or several.
  std::string in(const std::string& text);

 private:
  // What the sentence before `sentence` leaves to it: its last figure that is no time, or its last time. One
  // for all figures of a sentence, which may be thousands.
  struct Lead {
    const Sentence* sentence = nullptr;
    std::size_t first = 0;         // figure of the sentence
    std::size_t quantity = kNone;  // figures of the document
    std::size_t time = kNone;
  };

  bool is_time(const Figure& figure) const;
  bool ends_name(const Figure& figure) const;
  bool is_date_of_document(const Figure& figure) const;
  bool is_session(const Figure& figure) const;
  bool is_deadline(const Figure& figure) const;
  bool is_of_next_part(const Figure& figure, const Figure& time) const;
  bool is_compared_with(std::size_t at) const;
  std::string before(const Figure& figure, const Sentence& sentence, std::size_t first);
  Lead lead_of(const Sentence& sentence, std::size_t first) const;
  std::string round(const Figure& figure);
  std::string of_section(std::size_t section);
  bool is_named(ByteSpan span) const;

  const Document& document_;
  const Segmentation& segmentation_;
  const analysis::PhraseGrammar& grammar_;
  const analysis::FigureFinder& finder_;
  std::map<std::size_t, std::size_t> question_of_;  // answer section -> the question it answers
  std::unordered_map<std::size_t, std::string> of_sections_;
  std::unordered_map<std::string, std::string> of_texts_;
  Lead lead_;
};

// The time of a temporal figure in ISO 8601; empty where it has no year.
std::string period_of(const Figure& figure);
// Whether a figure is a time or a reference itself, so that nothing is asked of it.
bool is_subjectless(const Figure& figure);
// Money and money; things counted, and shares of them.
bool are_alike(const Figure& before, const Figure& figure);

}  // namespace vraagbaak::indexer
