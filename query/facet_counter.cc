// SPDX-License-Identifier: EUPL-1.2
#include "query/facet_counter.h"

#include <algorithm>
#include <functional>

namespace vraagbaak::query {

FacetCounter::FacetCounter(const std::vector<store::DocumentRecord>& documents) {
  std::vector<std::pair<store::DocumentId, std::array<std::string, kFields>>> read;
  read.reserve(documents.size());
  for (std::vector<std::string>& values : values_) values = {""};
  for (const store::DocumentRecord& document : documents) {
    const Metadata& metadata = document.metadata;
    const std::string year =
        metadata.date && metadata.date->year != 0 ? std::to_string(metadata.date->year) : "";
    read.push_back({document.id, {metadata.type, year, metadata.author, metadata.addressee}});
    for (std::size_t field = 0; field < kFields; ++field) values_[field].push_back(read.back().second[field]);
  }
  for (std::vector<std::string>& values : values_) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }
  for (const auto& [document, texts] : read) {
    Row row{document, {}};
    for (std::size_t field = 0; field < kFields; ++field) {
      const auto at = std::ranges::lower_bound(values_[field], texts[field]);
      row.values[field] = static_cast<std::uint32_t>(at - values_[field].begin());
    }
    rows_.push_back(row);
  }
  std::ranges::sort(rows_, {}, &Row::document);
}

SearchFacets FacetCounter::count(const std::vector<std::pair<store::DocumentId, std::size_t>>& found) const {
  std::array<std::vector<std::size_t>, kFields> counts;
  for (std::size_t field = 0; field < kFields; ++field) counts[field].resize(values_[field].size());
  auto row = rows_.begin();
  for (const auto& [document, count] : found) {
    row = std::lower_bound(row, rows_.end(), document,
                           [](const Row& one, store::DocumentId id) { return one.document < id; });
    if (row == rows_.end()) break;
    if (row->document != document) continue;
    for (std::size_t field = 0; field < kFields; ++field) counts[field][row->values[field]] += count;
  }
  SearchFacets facets;
  const std::array<std::vector<FacetValue>*, kFields> lists = {&facets.types, &facets.years, &facets.askers,
                                                               &facets.ministers};
  for (std::size_t field = 0; field < kFields; ++field) {
    for (std::size_t i = 1; i < counts[field].size(); ++i) {
      if (counts[field][i] > 0) lists[field]->push_back({values_[field][i], counts[field][i]});
    }
    if (field != kYear) std::ranges::stable_sort(*lists[field], std::ranges::greater{}, &FacetValue::count);
  }
  return facets;
}

}  // namespace vraagbaak::query
