// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/evidence.h"

#include <algorithm>
#include <string>

namespace vraagbaak::query {

namespace {

constexpr double kFarthestLead = 5;  // beyond it, more says nothing more

// Digits that are not noughts at the end: the more, the less likely that two figures agree by chance.
double telling_digits(const Figure& figure) {
  if (!figure.value || is_temporal(figure.kind)) return 4;
  const std::string digits = figure.value->absolute().normalized().print();
  std::string bare;
  for (const char c : digits) {
    if (c >= '0' && c <= '9') bare += c;
  }
  bare.erase(0, std::min(bare.find_first_not_of('0'), bare.size()));
  while (!bare.empty() && bare.back() == '0') bare.pop_back();
  return static_cast<double>(std::min<std::size_t>(bare.size(), 5));
}

}  // namespace

Evidence gather_evidence(const AnswerCandidate& candidate, double lead, const ClaimFigure& claimed) {
  const FeatureVector& f = candidate.features;
  const bool is_cell = candidate.source == CandidateSource::cell;
  const double close = is_cell ? f[Feature::row] + f[Feature::column]
                               : f[Feature::left] + f[Feature::right] + f[Feature::sentence];
  Evidence evidence;
  const auto add = [&](const char* name, double value) { evidence.push_back({name, value, 0}); };
  add("bias", 1);
  add("lead", std::clamp(lead, -kFarthestLead, kFarthestLead));
  add("covered", 1 - f[Feature::missing]);
  add("close", close);
  add("near", f[Feature::proximity]);
  add("here", is_cell ? close : std::max(f[Feature::clause], f[Feature::left] + f[Feature::right]));
  add("heaviest_missing", f[Feature::heaviest_missing]);
  add("missing_names", f[Feature::missing_names]);
  add("absent", f[Feature::absent]);
  add("year_here", f[Feature::year_here]);
  add("year_missing", f[Feature::year_missing]);
  add("year_other", f[Feature::year_other]);
  add("in_answer", f[Feature::in_answer]);
  add("in_question", f[Feature::in_question]);
  add("cell", is_cell ? 1 : 0);
  add("counted", std::max(f[Feature::counted_near], f[Feature::counted_unit]));
  add("rank", f[Feature::rank]);
  add("title", f[Feature::title_match]);
  add("linked", f[Feature::linked_match]);
  add("digits", telling_digits(claimed.figure));
  return evidence;
}

}  // namespace vraagbaak::query
