// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/index_reader.h"

namespace vraagbaak::store {

// What a passage must be besides matching; what is not set does not filter.
struct SearchFilter {
  std::optional<DocumentId> document{};
  std::optional<std::vector<DocumentId>> documents{};  // one of these; none at all where it is empty
  std::vector<std::string> types{};                    // Metadata::type is one of these
  std::optional<int> first_year{};                     // of the document's date
  std::optional<int> last_year{};
  std::optional<std::string> author{};            // normalized; part of the author's normalized name
  std::vector<PassageKind> kinds{};               // the passage is one of these
  std::optional<FigureCondition> with_figure{};   // the passage holds a figure for which it holds …
  std::vector<FigureCondition> without_figure{};  // … and none for which one of these does
};

// Weights of the searched columns in bm25. Title and heading outweigh the body as they are short and say what
// it is about.
struct SearchWeights {
  double title = 4.0;
  double heading = 2.0;
  double body = 1.0;
};

enum class SearchOrder : std::uint8_t {
  relevance,
  newest,  // by the document's date, those without one last; then by path and place
  oldest,
};

struct RankedPassage {
  PassageId passage = 0;
  DocumentId document = 0;
  double score = 0;  // bm25, higher is better
};

// What to find.
struct SearchTask {
  // FTS5 text over finished terms: every term quoted, words of a phrase with a single space between them,
  // columns body, heading, title. Only a query printer writes such text, never a user.
  std::string_view match;
  std::size_t limit = 10;
  std::size_t offset = 0;
  const SearchFilter& filter;
  SearchWeights weights{};
  SearchOrder order = SearchOrder::relevance;
  bool counts = false;  // what SearchFindings says of documents and figures too
  // Where given, in the place of `match`: FTS5 texts, at most 32. Found is a passage that matches one of them
  // and, together with the passage before or behind it in its document, all; none that matches `except`.
  std::vector<std::string> together{};
  std::string except{};
};

struct SearchFindings {
  // The best `limit` after the first `offset`, best first; equal scores in the order of the index. In another
  // order than that of relevance every score still tells how well the passage matches.
  std::vector<RankedPassage> passages;
  std::size_t total = 0;  // how many match
  // Of each document that has one: how many of its passages match. By id.
  std::vector<std::pair<DocumentId, std::size_t>> documents;
  // How many of the passages that match hold a figure of each kind; kinds that none holds are left out.
  std::vector<std::pair<FigureKind, std::size_t>> figure_kinds;
  // Not where the reader's TimeLimit was over before the end: then all this is of the part that was looked
  // at.
  bool is_complete = true;
};

// Full-text search over the passages (page furniture is not searched). Throws Error where the text is not
// FTS5's syntax. Scores are those of FTS5's bm25().
class PassageSearch {
 public:
  // The reader must outlive the search.
  explicit PassageSearch(const IndexReader& reader) : reader_(reader) {}

  SearchFindings find(const SearchTask& task) const;

  // The passages or their number alone. Throw TimedOut where time is over.
  std::vector<RankedPassage> best(std::string_view match, std::size_t limit, const SearchFilter& filter = {},
                                  const SearchWeights& weights = {}, std::size_t offset = 0,
                                  SearchOrder order = SearchOrder::relevance) const;
  std::size_t count(std::string_view match, const SearchFilter& filter = {}) const;
  // Every passage the filter allows, by document and place, with score 0; page furniture only where
  // `filter.kinds` names it.
  std::vector<RankedPassage> all(const SearchFilter& filter) const;

 private:
  SearchFindings find_in_time(const SearchTask& task) const;

  const IndexReader& reader_;
};

}  // namespace vraagbaak::store
