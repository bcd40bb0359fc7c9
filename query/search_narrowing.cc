// SPDX-License-Identifier: EUPL-1.2
#include "query/search_narrowing.h"

#include <algorithm>

#include "query/understand/document_filter.h"

namespace vraagbaak::query {
namespace {

bool is_allowed(const store::DocumentRecord& document, const SearchNarrowing& narrowing) {
  const Metadata& metadata = document.metadata;
  if (!narrowing.type.empty() && metadata.type != narrowing.type) return false;
  if (!narrowing.asker.empty() && metadata.author != narrowing.asker) return false;
  if (!narrowing.minister.empty() && metadata.addressee != narrowing.minister) return false;
  if (!narrowing.document.empty() && !is_named(document, narrowing.document)) return false;
  if (!narrowing.years) return true;
  const int year = metadata.date ? metadata.date->year : 0;
  return year != 0 && year >= narrowing.years->first && year <= narrowing.years->second;
}

}  // namespace

bool is_empty(const SearchNarrowing& narrowing) {
  return narrowing == SearchNarrowing{};
}

bool narrows_documents(const SearchNarrowing& narrowing) {
  return !narrowing.type.empty() || !narrowing.asker.empty() || !narrowing.minister.empty() ||
         !narrowing.document.empty() || narrowing.years.has_value();
}

store::SearchFilter narrowed(store::SearchFilter filter, const SearchNarrowing& narrowing,
                             const std::vector<store::DocumentRecord>& documents, const UnitNames& units) {
  if (narrows_documents(narrowing)) {
    std::vector<store::DocumentId> allowed;
    for (const store::DocumentRecord& document : documents) {
      const bool stays = !filter.documents || std::ranges::binary_search(*filter.documents, document.id);
      if (stays && is_allowed(document, narrowing)) allowed.push_back(document.id);
    }
    std::ranges::sort(allowed);
    filter.documents = std::move(allowed);
  }
  if (narrowing.kind || narrowing.least || narrowing.most || !narrowing.unit.empty()) {
    store::FigureTest test;
    test.kind = narrowing.kind;
    test.least = narrowing.least;
    test.most = narrowing.most;
    if (!narrowing.unit.empty()) test.units = units.meant_by(narrowing.unit);
    if (!filter.with_figure) filter.with_figure.emplace();
    filter.with_figure->children.push_back({store::FigureCondition::Kind::test, std::move(test), {}});
  }
  return filter;
}

}  // namespace vraagbaak::query
