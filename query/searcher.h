// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyzer.h"
#include "model/answer.h"
#include "model/result.h"
#include "query/answer/citation_builder.h"
#include "query/facet_counter.h"
#include "query/search_narrowing.h"
#include "query/understand/fts_printer.h"
#include "query/understand/query_syntax.h"
#include "query/understand/unit_names.h"
#include "store/index_reader.h"
#include "store/passage_search.h"

namespace vraagbaak::query {

// How long a search may take unless told otherwise.
inline constexpr std::chrono::milliseconds kSearchTime{5000};

// What to search for.
struct SearchRequest {
  std::string query;
  SearchNarrowing narrowing{};
  std::size_t limit = 10;
  std::size_t offset = 0;
  store::SearchOrder order = store::SearchOrder::relevance;
  bool with_facets = false;
  std::chrono::milliseconds time = kSearchTime;  // 0: as long as it takes
};

struct SearchOutcome {
  SearchResult result;
  // What was forgiven in the query, and that time was over, where it was.
  std::vector<std::string> notes;
  SearchFacets facets;  // what all passages of the search are, whatever its limit and offset
};

// Finds passages: parse the query, filter, rank by bm25, cut snippets. One object serves one thread, like its
// reader.
class Searcher {
 public:
  // All three must outlive the searcher.
  Searcher(const store::IndexReader& reader, const analysis::Analyzer& analyzer,
           const CitationBuilder& citations)
      : reader_(reader), analyzer_(analyzer), citations_(citations) {}

  // The best `limit` passages after the first `offset`; `total` counts all. The citation of a hit is the
  // sentence or row with the most different matches. Where no passage holds all that
  // is required, passages come that do with the one beside them (`is_together`). When its time is over the
  // best of what was looked at comes, and the result is not `is_complete`. A query of fields alone gives the
  // first passage of each document they allow, in the order of their paths, with score 0. Fields of figures
  // give every passage that holds such a figure. Syntax: query_syntax.h. A Problem where the query says
  // nothing that can be searched; any text at all may come in.
  Result<SearchOutcome> search(std::string_view query, std::size_t limit, std::size_t offset = 0) const {
    return search({std::string(query), {}, limit, offset});
  }
  // The same, narrowed before it is ranked, and in the order asked for.
  Result<SearchOutcome> search(const SearchRequest& request) const;
  // What the query looks for in a text, to find its matches again. Nothing for a query that says nothing.
  SoughtTerms sought(std::string_view query) const;

  // What a query asks of figures: the passages they stand in, best first (none: all the documents), and what
  // the figures must be. What NOT excludes is excluded figure by figure.
  struct FigureSelection {
    std::optional<std::vector<store::RankedPassage>> passages;
    std::optional<std::vector<store::DocumentId>> documents;  // where `passages` is not set
    store::FigureCondition condition;
  };
  Result<FigureSelection> select_figures(std::string_view query) const;

  // The units of the index by the names that users type.
  const UnitNames& units() const;

 private:
  struct Plan {
    ParsedQuery query;
    std::optional<std::string> match;  // FTS5 text; none for a query of fields alone
    store::SearchFilter filter;
  };
  Result<Plan> plan(std::string_view query, const SearchNarrowing& narrowing = {}) const;
  const std::vector<store::DocumentRecord>& documents() const;
  // What was found before time was over.
  struct Found {
    std::vector<store::RankedPassage> passages;
    std::size_t total = 0;
    bool is_complete = true;
    bool is_together = false;
    SearchFacets facets;
  };
  Found find(const Plan& plan, const SearchRequest& request) const;
  // Where no passage holds all words, those that do with the one beside them.
  store::SearchFindings find_together(const Plan& plan, store::SearchTask task) const;
  std::vector<store::RankedPassage> first_passages(const store::SearchFilter& filter) const;
  SearchFacets facets(const std::vector<std::pair<store::DocumentId, std::size_t>>& counts) const;
  // The answer or question section that a part belongs to; nullopt where it belongs to none.
  std::optional<store::SectionRecord> turn_round(store::PartId part) const;
  std::vector<store::PartId> answers_to(const store::SectionRecord& question) const;
  std::vector<Citation> beginnings(const std::vector<store::PartId>& parts) const;
  SearchHit hit(const store::RankedPassage& ranked, const Plan& plan, const SoughtTerms& sought) const;

  const store::IndexReader& reader_;
  const analysis::Analyzer& analyzer_;
  const CitationBuilder& citations_;
  mutable std::optional<std::vector<store::DocumentRecord>> documents_;  // read when a query has a field
  mutable std::optional<FacetCounter> facet_counter_;                    // when facets are asked for
  mutable std::optional<UnitNames> units_;                               // likewise
};

}  // namespace vraagbaak::query
