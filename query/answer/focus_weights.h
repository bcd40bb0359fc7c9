// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <span>
#include <vector>

#include "query/answer/passage_finder.h"
#include "query/answer/passage_reading.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// What the terms of a question tell apart within one document. In a document about shelter for asylum seekers
// every sentence says "opvang"; "Vlaams" is said by one, and that one is meant. TermWeights say which
// document is meant, these say which sentence and which part of it.
class FocusWeights {
 public:
  // From the sentences of the found passages. What it is given need not outlive it.
  FocusWeights(const Question& question, const TermWeights& weights, std::span<const PassageReading> readings,
               const TermMatcher& matcher);

  // A weight for each term, summing to 1; empty for a document of which nothing was found.
  std::span<const double> of(store::DocumentId document) const;
  double coverage(store::DocumentId document, const TermStrengths& strengths) const;  // 0–1
  // How well the linked question of a section covers the question, against the best one of the document; 0
  // where none is linked.
  double linked_share(store::DocumentId document, const TermStrengths& linked) const;
  // True where figures of the document are told apart by a place that the question names.
  bool has_place(store::DocumentId document) const;

 private:
  struct Focus {
    std::vector<double> weight;
    double best_linked = 0;
    bool has_place = false;
  };
  std::map<store::DocumentId, Focus> by_document_;
};

// True where one of the strengths is of a term of the question that is no year.
bool names_term(const Question& question, const TermStrengths& strengths);

}  // namespace vraagbaak::query
