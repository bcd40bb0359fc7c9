// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/records.h"

namespace vraagbaak::query {

// How many of the passages found have each value. Most first, years and kinds in their own order.
struct FacetValue {
  std::string value;
  std::size_t count = 0;
  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};
struct SearchFacets {
  std::vector<FacetValue> types;
  std::vector<FacetValue> years;
  std::vector<FacetValue> askers;
  std::vector<FacetValue> ministers;
  std::vector<FacetValue> figure_kinds;
};

// Counts what the documents of the passages found are. Made once for all the documents of an index; counting
// takes time for the documents found, not for all. Immutable.
class FacetCounter {
 public:
  explicit FacetCounter(const std::vector<store::DocumentRecord>& documents);

  // `found`: how many passages of each document, by id. Without figure kinds.
  SearchFacets count(const std::vector<std::pair<store::DocumentId, std::size_t>>& found) const;

 private:
  enum Field : std::size_t { kType, kYear, kAsker, kMinister, kFields };
  struct Row {
    store::DocumentId document = 0;
    std::array<std::uint32_t, kFields> values{};  // which of `values_`; the first is none
  };

  std::array<std::vector<std::string>, kFields> values_;  // sorted; empty first
  std::vector<Row> rows_;                                 // by document
};

}  // namespace vraagbaak::query
