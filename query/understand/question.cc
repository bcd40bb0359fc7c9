// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/question.h"

#include <algorithm>

namespace vraagbaak::query {

namespace {
constexpr std::array<std::string_view, kAnswerKinds> kNames{
    "money", "percentage", "count",        "number", "date", "period", "ratio",
    "area",  "person",     "organisation", "place",  "list", "text"};
}  // namespace

std::string_view to_string(AnswerKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<AnswerKind> answer_kind_from(std::string_view name) {
  const auto at = std::ranges::find(kNames, name);
  if (at == kNames.end()) return std::nullopt;
  return static_cast<AnswerKind>(at - kNames.begin());
}

void KindWeights::add(const KindWeights& other, double factor) {
  for (std::size_t i = 0; i < kAnswerKinds; ++i) weight[i] += factor * other.weight[i];
}

void KindWeights::normalize() {
  double sum = 0;
  for (const double w : weight) sum += w;
  if (sum <= 0) return;
  for (double& w : weight) w /= sum;
}

AnswerKind KindWeights::likeliest() const {
  return static_cast<AnswerKind>(std::ranges::max_element(weight) - weight.begin());
}

}  // namespace vraagbaak::query
