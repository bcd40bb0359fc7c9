// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/answer.h"
#include "query/evaluation/gold.h"
#include "query/evaluation/report.h"

namespace vraagbaak::query {

// Asks every question and compares the answers with the gold. An answer is right by its value and unit, by
// its date, or by its text; it is cited where its quote covers the evidence.
EvaluationReport score_questions(const std::vector<GoldQuestion>& gold,
                                 const std::function<Answer(const std::string&)>& ask);

// True where the candidate says the gold answer.
bool is_right(const GoldAnswer& gold, const Candidate& candidate);

}  // namespace vraagbaak::query
