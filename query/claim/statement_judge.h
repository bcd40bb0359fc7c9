// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/entities/entity_finder.h"
#include "model/answer.h"
#include "query/claim/claim.h"
#include "query/claim/figure_judge.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Judges a claim by its words and names, where it has no figure to go by: supported where one sentence of a
// document says all of it, refuted where one says the same of another person, body or place. What it is given
// must outlive it.
class StatementJudge {
 public:
  StatementJudge(const store::IndexReader& reader, const FigureJudge::Parts& parts,
                 const analysis::EntityFinder& names)
      : reader_(reader), parts_(parts), names_(names) {}

  // In doubt not_found, without `found`.
  Verdict judge(const Claim& claim) const;

 private:
  const store::IndexReader& reader_;
  const FigureJudge::Parts& parts_;
  const analysis::EntityFinder& names_;
};

}  // namespace vraagbaak::query
