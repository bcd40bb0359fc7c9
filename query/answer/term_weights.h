// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "query/answer/term_matcher.h"
#include "query/understand/question.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// What the terms of a question weigh in this index: how much each says times how rare it is; sums to 1.
struct TermWeights {
  std::vector<double> weight;
  std::vector<double> rarity;   // how rare each term is in the index, 0–1
  std::vector<bool> is_absent;  // no variant of the term occurs in the index

  double coverage(const TermStrengths& strengths) const;  // 0–1
};

TermWeights weigh_terms(const Question& question, const store::IndexReader& reader);

}  // namespace vraagbaak::query
