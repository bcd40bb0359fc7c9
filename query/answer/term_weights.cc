// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/term_weights.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace vraagbaak::query {

namespace {

// A word of which no form occurs is weighed as if it stood in this share of the passages …
constexpr double kUnsaidShare = 0.01;
// … and as little as this where it is a translation or goes untranslated.
constexpr double kUntranslatedFactor = 0.4;

}  // namespace

double TermWeights::coverage(const TermStrengths& strengths) const {
  double sum = 0;
  for (std::size_t i = 0; i < weight.size(); ++i) sum += weight[i] * strengths[i];
  return sum;
}

TermWeights weigh_terms(const Question& question, const store::IndexReader& reader) {
  TermWeights weights;
  const double passages = static_cast<double>(reader.passage_count()) + 1;
  double sum = 0;
  for (const QuestionTerm& term : question.terms) {
    std::size_t frequency = 0;
    bool is_absent = true;
    for (const TermVariant& variant : term.variants) {
      std::size_t rarest = static_cast<std::size_t>(-1);
      for (const std::string& word : variant.terms)
        rarest = std::min(rarest, reader.document_frequency(word));
      if (rarest > 0) is_absent = false;
      if (variant.strength > 0.8) frequency = std::max(frequency, rarest);
    }
    const bool occurs = !is_absent;
    // A word of which no form occurs: a name is missed in full, another word may only be said otherwise.
    if (is_absent && !term.is_name && term.year == 0 && !term.is_number) {
      frequency = static_cast<std::size_t>(passages * kUnsaidShare);
      if (term.is_translated) is_absent = false;
    }
    const double rarity = std::log(passages / (static_cast<double>(frequency) + 1)) / std::log(passages);
    weights.weight.push_back(term.weight * std::max(rarity, 0.05) *
                             (occurs || !term.is_translated ? 1 : kUntranslatedFactor));
    weights.rarity.push_back(std::max(rarity, 0.05));
    weights.is_absent.push_back(is_absent);
    sum += weights.weight.back();
  }
  if (sum > 0) {
    for (double& weight : weights.weight) weight /= sum;
  }
  return weights;
}

}  // namespace vraagbaak::query
