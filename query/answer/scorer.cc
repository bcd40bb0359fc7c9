// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/scorer.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::query {

namespace {

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<Feature> feature_from(std::string_view name) {
  for (std::size_t i = 0; i < kFeatures; ++i) {
    if (to_string(static_cast<Feature>(i)) == name) return static_cast<Feature>(i);
  }
  return std::nullopt;
}

}  // namespace

Scorer::Scorer(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile weights(dictionaries, "scoring/answer-weights.tsv",
                                         {"feature", "figure", "cell", "name", "list", "text"});
  for (const analysis::DictionaryRow& row : weights) {
    const auto feature = feature_from(row[0]);
    if (!feature) weights.reject(row, std::string("there is no feature ").append(row[0]), "remove the line");
    for (std::size_t source = 0; source < kCandidateSources; ++source) {
      if (row[source + 1].empty()) continue;
      const auto value = parse_number(row[source + 1]);
      if (!value)
        weights.reject(row, std::string(row[source + 1]).append(" is no number"), "write it as -1.25");
      weights_[source][static_cast<std::size_t>(*feature)] = *value;
    }
  }
  const analysis::DictionaryFile calibration(dictionaries, "scoring/calibration.tsv", {"value", "weight"});
  for (const analysis::DictionaryRow& row : calibration) {
    const auto value = parse_number(row[1]);
    if (!value) calibration.reject(row, std::string(row[1]).append(" is no number"), "write it as -1.25");
    if (row[0] == "threshold") {
      threshold_ = *value;
    } else {
      calibration_[std::string(row[0])] = *value;
    }
  }
}

double Scorer::score(const AnswerCandidate& candidate) const {
  const Weights& weights = weights_[static_cast<std::size_t>(candidate.source)];
  double score = 0;
  for (std::size_t i = 0; i < kFeatures; ++i) score += weights[i] * candidate.features.value[i];
  return score;
}

std::vector<FeatureValue> Scorer::explain(const AnswerCandidate& candidate) const {
  const Weights& weights = weights_[static_cast<std::size_t>(candidate.source)];
  std::vector<FeatureValue> values;
  for (std::size_t i = 0; i < kFeatures; ++i) {
    const double value = candidate.features.value[i];
    if (value != 0)
      values.push_back({std::string(to_string(static_cast<Feature>(i))), value, weights[i] * value});
  }
  return values;
}

double Scorer::confidence(const Certainty& certainty) const {
  double sum = 0;
  if (const auto bias = calibration_.find("bias"); bias != calibration_.end()) sum += bias->second;
  for (const FeatureValue& value : named_values(certainty)) {
    const auto weight = calibration_.find(value.name);
    if (weight != calibration_.end()) sum += weight->second * value.value;
  }
  return 1.0 / (1.0 + std::exp(-sum));
}

std::vector<FeatureValue> named_values(const Certainty& certainty) {
  return {{"lead", certainty.lead, 0},
          {"share", certainty.share, 0},
          {"kind", certainty.kind, 0},
          {"close", certainty.close, 0},
          {"covered", certainty.covered, 0},
          {"missing_names", certainty.missing_names, 0},
          {"absent", certainty.absent, 0},
          {"year_missing", certainty.year_missing, 0},
          {"year_other", certainty.year_other, 0},
          {"kind_first", certainty.kind_first, 0},
          {"focus", certainty.focus, 0},
          {"focus_all", certainty.focus_all, 0},
          {"is_cell", certainty.is_cell, 0},
          {"heaviest_missing", certainty.heaviest_missing, 0}};
}

}  // namespace vraagbaak::query
