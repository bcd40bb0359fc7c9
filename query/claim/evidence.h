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

// What speaks for and against `candidate` being the claim's quantity. `rival` is the best candidate that says
// otherwise, nullptr where there is none.
Evidence gather_evidence(const EvidenceSource& source, const AnswerCandidate& candidate,
                         const AnswerCandidate* rival, const ClaimFigure& claimed);

}  // namespace vraagbaak::query
