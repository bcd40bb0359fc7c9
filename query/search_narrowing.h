// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/figure.h"
#include "query/understand/unit_names.h"
#include "store/passage_search.h"
#include "store/records.h"

namespace vraagbaak::query {

// What a reader ticks beside a query: facets of the documents, and what one figure of the passage must be.
// What is empty does not narrow.
struct SearchNarrowing {
  std::string type;                          // Metadata::type, letter for letter
  std::optional<std::pair<int, int>> years;  // of the document's date, both inclusive
  std::string asker;                         // Metadata::author, letter for letter
  std::string minister;                      // Metadata::addressee, letter for letter
  std::string document;                      // as is_named() takes it
  std::optional<FigureKind> kind;            // the passage holds such a figure …
  std::optional<store::ValueLimit> least;    // … of a value between these …
  std::optional<store::ValueLimit> most;
  std::string unit;  // … in this unit, as UnitNames takes it
  friend bool operator==(const SearchNarrowing&, const SearchNarrowing&) = default;
};

// True where nothing is narrowed.
bool is_empty(const SearchNarrowing& narrowing);
// True where it asks something of the documents; then they have to be known.
bool narrows_documents(const SearchNarrowing& narrowing);

// The filter, narrowed further. `units` are asked only where a unit is named.
store::SearchFilter narrowed(store::SearchFilter filter, const SearchNarrowing& narrowing,
                             const std::vector<store::DocumentRecord>& documents, const UnitNames& units);

}  // namespace vraagbaak::query
