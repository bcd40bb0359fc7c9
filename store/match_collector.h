// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: what is done with each passage that FTS5 finds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/bm25.h"
#include "store/match_expression.h"
#include "store/match_tally.h"
#include "store/passage_numbers.h"
#include "store/passage_search.h"

struct Fts5Context;
struct Fts5ExtensionApi;
struct sqlite3;
struct sqlite3_context;
struct sqlite3_value;

namespace vraagbaak::store {

// The SQL function `collect(passage_fts)` of one connection, which in a WHERE clause is handed the passages
// that match, in the order of their ids, and lets none through. They go to a tally, scored as FTS5's bm25()
// does it, but with lengths from PassageNumbers and counts of terms that are remembered. For what
// PostingSearch does not know.
class MatchCollector {
 public:
  struct Task {
    SearchWeights weights{};
    std::vector<MatchPhrase> phrases{};  // of the text that is matched
    // The group of each phrase, from 0; phrases behind these have none. Where MatchTally::Task::groups is
    // set.
    std::vector<std::size_t> groups{};
    bool sees_all_matches = true;  // no other condition keeps matches away
  };

  // How many passages a term stands in, where that is known without counting.
  using KnownCount = std::function<std::optional<std::size_t>(const std::string& term)>;

  // Makes the function known. Numbers, tally and collector must outlive the connection's last statement.
  MatchCollector(sqlite3* connection, PassageNumbers& lengths, MatchTally& tally, KnownCount known_count);
  MatchCollector(const MatchCollector&) = delete;
  MatchCollector& operator=(const MatchCollector&) = delete;

  // What the next statement is to do; the tally has begun.
  void begin(Task task);
  // By what the scores of the tally are to be multiplied afterwards.
  double factor() const { return counts_as_it_goes_ ? bm25_.idf(visited_) : 1; }
  // The index has changed: remembered counts are.
  void forget() { counts_.clear(); }

 private:
  static void call(const Fts5ExtensionApi* api, Fts5Context* match, sqlite3_context* result, int count,
                   sqlite3_value** arguments);
  int visit(const Fts5ExtensionApi& api, Fts5Context* match);
  int prepare_once(const Fts5ExtensionApi& api, Fts5Context* match);
  int prepare(const Fts5ExtensionApi& api, Fts5Context* match);
  int count_phrase(const Fts5ExtensionApi& api, Fts5Context* match, int phrase, std::int64_t& count);
  std::uint32_t groups(const Fts5ExtensionApi& api, Fts5Context* match) const;
  double score(const Fts5ExtensionApi& api, Fts5Context* match, PassageId passage) const;

  PassageNumbers& lengths_;
  MatchTally& tally_;
  KnownCount known_count_;
  std::unordered_map<std::string, std::int64_t> counts_;  // of phrases, remembered

  Task task_;
  bool is_prepared_ = false;
  bool counts_as_it_goes_ = false;  // the one phrase's count is the number of matches, known at the end
  std::int64_t visited_ = 0;
  Bm25 bm25_;
  std::vector<double> idf_;  // of each phrase
};

}  // namespace vraagbaak::store
