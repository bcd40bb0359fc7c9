// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: what is made of the passages that match, one after the other.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "store/passage_numbers.h"
#include "store/passage_search.h"
#include "store/records.h"

namespace vraagbaak::store {

// The passages of a document.
struct DocumentPassages {
  PassageId first = 0;
  PassageId last = 0;  // its own too
  DocumentId document = 0;
  std::size_t place = 0;  // in the order in which documents are wanted
};

// Counts matches and keeps the best. Matches come in the order of their ids.
class MatchTally {
 public:
  struct Task {
    std::size_t keep = 0;                                   // so many passages; 0: count alone
    const std::vector<DocumentPassages>* within = nullptr;  // passages that count, by id; nullptr: all
    bool by_place = false;      // the best are those of the documents that come first; needs `within`
    bool counts_kinds = false;  // of figures
    // A passage counts that holds something of each of so many groups together with the one beside it; 0: any
    // counts. Needs `within`.
    std::size_t groups = 0;
    std::optional<std::chrono::steady_clock::time_point> deadline{};
  };
  struct Found {
    double score = 0;  // higher is better
    std::size_t place = 0;
    PassageId passage = 0;
  };

  // How far on the passage beside one may be: between them there may be a page's furniture.
  static constexpr PassageId kBeside = 2;

  explicit MatchTally(PassageNumbers& figure_kinds) : figure_kinds_(figure_kinds) {}

  void begin(const Task& task);
  const Task& task() const { return task_; }

  // Whether the deadline is past; looks at the clock each time when so much has been done since the last
  // look, in matches.
  bool is_late(std::size_t matches) {
    if (!task_.deadline || (looks_ += matches) < kBetweenLooks) return false;
    looks_ = 0;
    is_cut_off_ = is_cut_off_ || std::chrono::steady_clock::now() >= *task_.deadline;
    return is_cut_off_;
  }
  // Whether the deadline ended it.
  bool is_cut_off() const { return is_cut_off_; }

  // Whether the passage counts, asked of each match before it is handed over.
  bool is_within(PassageId passage) { return task_.within == nullptr || find_range(passage); }
  // A match, with its score where passages are kept …
  void take(PassageId passage, double score) {
    ++total_;
    if (counts_more_) count_more(passage, range_);
    if (score < least_ || task_.keep == 0) return;
    keep({score, task_.by_place ? (*task_.within)[range_].place : 0, passage});
  }
  // … and, with Task::groups, as bits the groups that it holds something of.
  void take(PassageId passage, double score, std::uint32_t groups);

  // Afterwards: the passages kept, best first, equal ones in the order of the index; scores times `factor`.
  std::vector<Found> take_found(double factor = 1);
  std::size_t total() const { return total_; }
  // How many in each of `within` …
  const std::vector<std::size_t>& totals() const { return totals_; }
  // … and how many hold a figure of each kind, with Task::counts_kinds.
  using KindTotals = std::array<std::size_t, 16>;
  const KindTotals& kind_totals() const { return kind_totals_; }

 private:
  // About a tenth of a millisecond.
  static constexpr std::size_t kBetweenLooks = 256;

  bool find_range(PassageId passage);
  void count_more(PassageId passage, std::size_t range);
  void keep(const Found& found);
  void keep_pair_member(std::size_t range, const Found& found);
  bool is_better(const Found& a, const Found& b) const;

  PassageNumbers& figure_kinds_;
  Task task_;
  bool is_cut_off_ = false;
  bool counts_more_ = false;  // than how many there are
  std::size_t looks_ = 0;
  std::size_t total_ = 0;
  std::size_t range_ = 0;  // of the last match
  PassageId previous_ = 0;
  std::vector<std::size_t> totals_;
  KindTotals kind_totals_{};
  std::vector<Found> heap_;  // the worst on top
  // A match with a lower score is not among the best.
  double least_ = -std::numeric_limits<double>::infinity();
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
