// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: what is done with each passage that FTS5 finds.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/passage_numbers.h"
#include "store/passage_search.h"
#include "store/records.h"

struct Fts5Context;
struct Fts5ExtensionApi;
struct sqlite3;
struct sqlite3_context;
struct sqlite3_value;

namespace vraagbaak::store {

// The passages of a document.
struct DocumentPassages {
  PassageId first = 0;
  PassageId last = 0;  // its own too
  DocumentId document = 0;
  std::size_t place = 0;  // in the order in which documents are wanted
};

// The phrases of an FTS5 text, in the order in which FTS5 numbers them. Empty where it holds what may make a
// phrase match in fewer places than it stands in (a column, the beginning of a column), or is no such text.
struct MatchPhrase {
  std::string text;
  bool is_term = false;  // one whole term
  bool is_prefix = false;
};
std::vector<MatchPhrase> match_phrases(std::string_view match);

// The SQL function `collect(passage_fts)` of one connection, which in a WHERE clause is handed the passages
// that match, in the order of their ids, and lets none through. It counts them and keeps the best, scored as
// FTS5's bm25() does it, but with lengths from PassageNumbers, counts of terms that are remembered, and a
// heap in the place of a sort: https://www.sqlite.org/fts5.html#the_bm25_function.
class MatchCollector {
 public:
  struct Task {
    std::size_t keep = 0;  // so many passages; 0: count alone
    SearchWeights weights{};
    std::vector<MatchPhrase> phrases{};                     // of the text that is matched
    const std::vector<DocumentPassages>* within = nullptr;  // passages that count, by id; nullptr: all
    bool by_place = false;      // the best are those of the documents that come first
    bool counts_kinds = false;  // of figures
    // The group of each phrase, from 0; phrases behind these have none. Where given, a passage counts that
    // has phrases of every group together with the one beside it. Needs `within`.
    std::vector<std::size_t> groups{};
    bool sees_all_matches = true;  // no other condition keeps matches away
    std::optional<std::chrono::steady_clock::time_point> deadline{};
  };
  struct Found {
    double score = 0;  // higher is better
    std::size_t place = 0;
    PassageId passage = 0;
  };

  // How many passages a term stands in, where that is known without counting.
  using KnownCount = std::function<std::optional<std::size_t>(const std::string& term)>;

  // Makes the function known. Numbers and collector must outlive the connection's last statement.
  MatchCollector(sqlite3* connection, PassageNumbers& lengths, PassageNumbers& figure_kinds,
                 KnownCount known_count);
  MatchCollector(const MatchCollector&) = delete;
  MatchCollector& operator=(const MatchCollector&) = delete;

  // What the next statement is to do.
  void begin(Task task);
  // Afterwards: the passages kept, best first, equal ones in the order of the index …
  std::vector<Found> take_found();
  // … how many there were …
  std::size_t total() const { return total_; }
  // … how many in each of `within` …
  const std::vector<std::size_t>& totals() const { return totals_; }
  // … and hold a figure of each kind, with Task::counts_kinds …
  using KindTotals = std::array<std::size_t, 16>;
  const KindTotals& kind_totals() const { return kind_totals_; }
  // … and whether the deadline ended it.
  bool is_cut_off() const { return is_cut_off_; }
  // The index has changed: remembered counts are.
  void forget() { counts_.clear(); }

 private:
  static void call(const Fts5ExtensionApi* api, Fts5Context* match, sqlite3_context* result, int count,
                   sqlite3_value** arguments);
  int visit(const Fts5ExtensionApi& api, Fts5Context* match);
  int visit_pair(const Fts5ExtensionApi& api, Fts5Context* match, PassageId passage);
  int take(const Fts5ExtensionApi& api, Fts5Context* match, PassageId passage);
  int prepare_once(const Fts5ExtensionApi& api, Fts5Context* match);
  void count(PassageId passage, std::size_t range);
  void keep_pair_member(std::size_t range, const Found& found);
  int prepare(const Fts5ExtensionApi& api, Fts5Context* match);
  int count_phrase(const Fts5ExtensionApi& api, Fts5Context* match, int phrase, std::int64_t& count);
  bool is_late();
  // Whether the passage counts; then `range_` is that of its document.
  bool is_within(PassageId passage);
  double score(const Fts5ExtensionApi& api, Fts5Context* match, PassageId passage) const;
  void keep(const Found& found);
  bool is_better(const Found& a, const Found& b) const;
  double idf(std::int64_t count) const;

  PassageNumbers& lengths_;
  PassageNumbers& figure_kinds_;
  KnownCount known_count_;
  std::unordered_map<std::string, std::int64_t> counts_;  // of phrases, remembered

  Task task_;
  bool is_prepared_ = false;
  bool is_cut_off_ = false;
  bool counts_as_it_goes_ = false;  // the one phrase's count is the number of matches, known at the end
  std::size_t looks_ = 0;           // since the last at the clock
  std::int64_t visited_ = 0;
  std::size_t total_ = 0;
  std::size_t range_ = 0;
  PassageId previous_ = 0;
  std::vector<std::size_t> totals_;
  KindTotals kind_totals_{};
  double passages_ = 0;        // in the index
  double average_length_ = 1;  // of a passage, in words
  std::vector<double> idf_;    // of each phrase
  std::vector<Found> heap_;    // the worst on top
  // The match before, with Task::groups.
  struct Before {
    Found found;
    std::size_t range = 0;
    std::uint32_t groups = 0;
    bool is_counted = false;
  };
  std::optional<Before> before_;
};

}  // namespace vraagbaak::store
