// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vraagbaak::query {

// How many of a group were right.
struct Tally {
  std::size_t right = 0;
  std::size_t count = 0;
};

// What a scorer found. `summary` has the names and the order of the reference scripts' last lines: counts,
// and rates between 0 and 1.
struct EvaluationReport {
  std::string gold;  // file or files
  std::string what;  // questions, claims, figures, subjects, entities, aliases, links, numbers, segmentation
  std::map<std::string, Tally> groups;
  std::vector<std::pair<std::string, std::variant<std::size_t, double>>> summary;
  std::vector<std::string> misses;  // one or more lines each, safe for a terminal

  void add(std::string name, std::size_t count) { summary.emplace_back(std::move(name), count); }
  void add(std::string name, double rate) { summary.emplace_back(std::move(name), rate); }
};

// a / b, 0 where b is 0.
inline double rate(std::size_t a, std::size_t b) {
  return b == 0 ? 0.0 : static_cast<double>(a) / static_cast<double>(b);
}
// The harmonic mean; 0 where both are 0.
inline double f1(double precision, double recall) {
  return precision + recall == 0 ? 0.0 : 2 * precision * recall / (precision + recall);
}

}  // namespace vraagbaak::query
