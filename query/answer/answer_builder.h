// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/answer.h"
#include "query/answer/answer_candidate.h"
#include "query/answer/citation_builder.h"
#include "query/answer/figure_phrase.h"
#include "query/answer/passage_finder.h"
#include "query/answer/scorer.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// How much an answer tells of how it was chosen.
enum class AnswerDetail : std::uint8_t {
  plain,
  explained,   // the same answer; its candidates carry their features
  candidates,  // not the answer but every scored candidate with its features, best first, whatever the
               // confidence: what weights are fitted from
};

// Makes the answer from scored candidates: which is the best, what stands in `also`, whether to answer at
// all, and why not. What it is given must outlive it.
class AnswerBuilder {
 public:
  AnswerBuilder(const Question& question, const TermWeights& weights, std::span<const FoundPassage> passages,
                const CitationBuilder& citations, const Scorer& scorer, const FigurePhrase& phrase);

  // `candidates` best first.
  Answer build(std::span<const AnswerCandidate> candidates, AnswerDetail detail) const;
  // One candidate as an answer shows it.
  Candidate show(const AnswerCandidate& candidate, double confidence) const {
    return shown(candidate, confidence, false);
  }

 private:
  Certainty certainty_of(std::span<const AnswerCandidate> candidates) const;
  Candidate shown(const AnswerCandidate& candidate, double confidence, bool explain) const;
  std::string text_of(const FoundPassage& passage, ByteSpan span) const;
  Shortfall shortfall(std::span<const AnswerCandidate> candidates) const;

  const Question& question_;
  const TermWeights& weights_;
  std::span<const FoundPassage> passages_;
  const CitationBuilder& citations_;
  const Scorer& scorer_;
  const FigurePhrase& phrase_;
};

// True where both say the same: the same value and unit, date or period, or the same words.
bool say_the_same(const AnswerCandidate& a, const AnswerCandidate& b);

}  // namespace vraagbaak::query
