// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "query/answer/answer_candidate.h"
#include "query/claim/claim.h"
#include "query/claim/claim_scorer.h"

namespace vraagbaak::query {

// What speaks for and against `candidate` being the claim's quantity. `lead` is its score over that of the
// best candidate that says otherwise.
Evidence gather_evidence(const AnswerCandidate& candidate, double lead, const ClaimFigure& claimed);

}  // namespace vraagbaak::query
