// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "model/answer.h"
#include "query/claim/claim.h"
#include "query/claim/comparison.h"
#include "query/claim/figure_judge.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Judges a claim that compares two quantities: finds one place that states both, each beside its own words,
// and reckons. What it is given must outlive it.
class ComparisonJudge {
 public:
  ComparisonJudge(const store::IndexReader& reader, const FigureJudge::Parts& parts)
      : reader_(reader), parts_(parts) {}

  // In doubt not_found, without `found`. `found` is the figure of what is said to be more or less.
  Verdict judge(const Claim& claim, const Comparison& comparison) const;

 private:
  const store::IndexReader& reader_;
  const FigureJudge::Parts& parts_;
};

}  // namespace vraagbaak::query
