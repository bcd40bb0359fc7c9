// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/claim_scorer.h"

#include <charconv>
#include <cmath>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::query {

ClaimScorer::ClaimScorer(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, "scoring/claim-weights.tsv",
                                      {"model", "value", "weight"});
  for (const analysis::DictionaryRow& row : file) {
    double weight = 0;
    const auto [end, error] = std::from_chars(row[2].data(), row[2].data() + row[2].size(), weight);
    if (error != std::errc{} || end != row[2].data() + row[2].size() || !std::isfinite(weight))
      file.reject(row, std::string(row[2]) + " is no number", "write it as 0.5");
    const bool is_threshold = row[1] == "threshold";
    if (row[0] == "support") {
      (is_threshold ? support_threshold_ : support_[std::string(row[1])]) = weight;
    } else if (row[0] == "refutation") {
      (is_threshold ? refutation_threshold_ : refutation_[std::string(row[1])]) = weight;
    } else if (row[0] == "statement" && row[1] == "support") {
      statement_support_ = weight;
    } else if (row[0] == "statement" && row[1] == "refutation") {
      statement_refutation_ = weight;
    } else if (row[0] == "statement" && row[1] == "gap") {
      statement_gap_ = weight;
    } else {
      file.reject(row, std::string(row[0]) + " is no model", "write support, refutation or statement");
    }
  }
}

double ClaimScorer::logistic(const Weights& weights, const Evidence& evidence) {
  double sum = 0;
  for (const FeatureValue& value : evidence) {
    if (const auto weight = weights.find(value.name); weight != weights.end())
      sum += weight->second * value.value;
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace vraagbaak::query
