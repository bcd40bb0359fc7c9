// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "model/answer.h"

namespace vraagbaak::query {

// What speaks for a candidate being about the quantity that a claim states. Names are those of
// dictionaries/scoring/claim-weights.tsv.
using Evidence = std::vector<FeatureValue>;

// Weighs evidence by logistic sums. Weights are from dictionaries/scoring/, fitted by scripts/fit_claims.py.
// Immutable; safe to share between threads.
class ClaimScorer {
 public:
  // Throws Error where the dictionary is broken.
  explicit ClaimScorer(const analysis::DictionarySource& dictionaries);

  // How likely the agreeing candidate with this evidence bears the claim out, 0–1.
  double support(const Evidence& evidence) const { return logistic(support_, evidence); }
  // How likely the differing candidate with this evidence is about the claim's quantity, 0–1.
  double refutation(const Evidence& evidence) const { return logistic(refutation_, evidence); }
  double support_threshold() const { return support_threshold_; }
  // Of a claim without figures, from which share of its words a sentence bears it out, or refutes it by
  // another name; and the heaviest word that may be missing.
  double statement_support() const { return statement_support_; }
  double statement_refutation() const { return statement_refutation_; }
  double statement_gap() const { return statement_gap_; }
  double refutation_threshold() const { return refutation_threshold_; }

 private:
  using Weights = std::unordered_map<std::string, double>;
  static double logistic(const Weights& weights, const Evidence& evidence);

  Weights support_;
  Weights refutation_;
  double support_threshold_ = 0.5;
  double refutation_threshold_ = 0.5;
  double statement_support_ = 1;
  double statement_refutation_ = 1;
  double statement_gap_ = 0;
};

}  // namespace vraagbaak::query
