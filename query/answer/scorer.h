// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "model/answer.h"
#include "query/answer/answer_candidate.h"
#include "query/answer/features.h"

namespace vraagbaak::query {

// What speaks for or against giving the best candidate as the answer at all.
struct Certainty {
  double lead = 0;              // score of the best over that of the best candidate with another answer
  double share = 0;             // its share among all candidates, by the exponential of the score
  double kind = 0;              // how likely its kind is asked
  double close = 0;             // share of the question's terms in its own sentence, row or column
  double covered = 0;           // share of the terms that is found anywhere about it
  double missing_names = 0;     // share of the names that is found nowhere about it
  double absent = 0;            // weight of the terms that no document has
  double year_missing = 0;      // 1: the question's year is nowhere about it
  double year_other = 0;        // 1: another year stands by it
  double kind_first = 0;        // 1: of the kind that is asked likeliest
  double focus = 0;             // share of focus in its own sentence …
  double focus_all = 0;         // … and in the sentence before and the linked question
  double is_cell = 0;           // 1: a table cell
  double heaviest_missing = 0;  // weight of the heaviest term that is nowhere about it
};

// Gives candidates their scores and the best one its confidence. Weights are from dictionaries/scoring/,
// fitted by scripts/fit_weights.py. Immutable; safe to share between threads.
class Scorer {
 public:
  // Throws Error where a dictionary is broken.
  explicit Scorer(const analysis::DictionarySource& dictionaries);

  double score(const AnswerCandidate& candidate) const;
  // Why: each feature that is not 0, its value and what it added.
  std::vector<FeatureValue> explain(const AnswerCandidate& candidate) const;

  // How likely the best candidate answers the question, 0–1.
  double confidence(const Certainty& certainty) const;
  // Below this confidence the right reply is that the documents do not say.
  double threshold() const { return threshold_; }

 private:
  using Weights = std::array<double, kFeatures>;
  std::array<Weights, kCandidateSources> weights_{};
  std::unordered_map<std::string, double> calibration_;
  double threshold_ = 0.5;
};

// The certainty as named values, for --explain and for fitting.
std::vector<FeatureValue> named_values(const Certainty& certainty);

}  // namespace vraagbaak::query
