// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/answer.h"
#include "query/evaluation/gold.h"
#include "query/evaluation/report.h"

namespace vraagbaak::query {

// Checks every claim and compares the verdicts with the gold. `false_supported_rate` is the share of what was
// called supported that is not.
EvaluationReport score_claims(const std::vector<GoldClaim>& gold,
                              const std::function<Verdict(const std::string&)>& check);

}  // namespace vraagbaak::query
