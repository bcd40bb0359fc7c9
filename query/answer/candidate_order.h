// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

#include "query/answer/answer_candidate.h"

namespace vraagbaak::query {

// The candidates in the order of `comes_before`, equal ones as they stood. A candidate is a kilobyte, so each
// moves once.
template <typename Before>
std::vector<AnswerCandidate> in_order(std::vector<AnswerCandidate> candidates, Before comes_before) {
  std::vector<std::size_t> places(candidates.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(
      places, [&](std::size_t a, std::size_t b) { return comes_before(candidates[a], candidates[b]); });
  std::vector<AnswerCandidate> ordered;
  ordered.reserve(candidates.size());
  for (const std::size_t place : places) ordered.push_back(std::move(candidates[place]));
  return ordered;
}

}  // namespace vraagbaak::query
