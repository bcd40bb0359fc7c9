// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "query/answer/answer_candidate.h"
#include "query/answer/passage_finder.h"
#include "query/answer/term_matcher.h"
#include "query/claim/claim.h"
#include "query/claim/claim_scorer.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// What the evidence on one candidate is gathered from.
struct EvidenceSource {
  const Question& question;  // the claim without its figure
  const TermWeights& weights;
  const TermMatcher& matcher;
  std::span<const FoundPassage> passages;
};

// True where the noun that the claim counts stands by the candidate, or the claim counts none.
bool has_counted_noun(const EvidenceSource& source, const AnswerCandidate& candidate);

// True where the sentence or row of the candidate says a word of the claim that is no name and no number.
bool says_matter(const EvidenceSource& source, const AnswerCandidate& candidate);

// True where the numbers by which the claim names things ("oproep 136") stand in the candidate's passage or
// round it.
bool has_numbers(const EvidenceSource& source, const AnswerCandidate& candidate, const Claim& claim);

// The candidates that say otherwise; nullptr where there is none.
struct Rivals {
  const AnswerCandidate* best = nullptr;    // anywhere
  const AnswerCandidate* beside = nullptr;  // the best in the same sentence or row
  const AnswerCandidate* near = nullptr;    // the best in the same document
};

// What speaks for and against `candidate` being the claim's quantity.
Evidence gather_evidence(const EvidenceSource& source, const AnswerCandidate& candidate, const Rivals& rivals,
                         const ClaimFigure& claimed);

}  // namespace vraagbaak::query
