// SPDX-License-Identifier: EUPL-1.2
#include "store/match_tally.h"

#include <algorithm>
#include <utility>

namespace vraagbaak::store {

void MatchTally::begin(const Task& task) {
  task_ = task;
  is_cut_off_ = false;
  counts_more_ = task_.within != nullptr || task_.counts_kinds;
  looks_ = 0;
  total_ = range_ = 0;
  previous_ = 0;
  totals_.assign(task_.within == nullptr ? 0 : task_.within->size(), 0);
  kind_totals_.fill(0);
  heap_.clear();
  least_ = -std::numeric_limits<double>::infinity();
  before_.reset();
}

void MatchTally::take(PassageId passage, double score, std::uint32_t groups) {
  const std::uint32_t all = (std::uint32_t{1} << (task_.groups - 1)) * 2 - 1;
  Before now{{score, (*task_.within)[range_].place, passage}, range_, groups, false};
  if (before_ && before_->range == range_ && passage - before_->found.passage <= kBeside &&
      (groups | before_->groups) == all) {
    if (!before_->is_counted) keep_pair_member(before_->range, before_->found);
    keep_pair_member(range_, now.found);
    now.is_counted = true;
  }
  before_ = now;
}

void MatchTally::keep_pair_member(std::size_t range, const Found& found) {
  ++total_;
  count_more(found.passage, range);
  if (task_.keep > 0) keep(found);
}

void MatchTally::count_more(PassageId passage, std::size_t range) {
  if (task_.within != nullptr) ++totals_[range];
  if (!task_.counts_kinds) return;
  for (std::size_t kinds = figure_kinds_.of(passage), kind = 0; kinds != 0; kinds >>= 1U, ++kind)
    kind_totals_[kind] += kinds & 1U;
}

bool MatchTally::find_range(PassageId passage) {
  const std::vector<DocumentPassages>& ranges = *task_.within;
  if (passage < previous_) range_ = 0;
  previous_ = passage;
  while (range_ < ranges.size() && ranges[range_].last < passage) ++range_;
  return range_ < ranges.size() && ranges[range_].first <= passage;
}

bool MatchTally::is_better(const Found& a, const Found& b) const {
  if (task_.by_place) return a.place != b.place ? a.place < b.place : a.passage < b.passage;
  return a.score != b.score ? a.score > b.score : a.passage < b.passage;
}

void MatchTally::keep(const Found& found) {
  const auto better = [this](const Found& a, const Found& b) { return is_better(a, b); };
  if (heap_.size() < task_.keep) {
    heap_.push_back(found);
    std::ranges::push_heap(heap_, better);
  } else if (is_better(found, heap_.front())) {
    std::ranges::pop_heap(heap_, better);
    heap_.back() = found;
    std::ranges::push_heap(heap_, better);
  }
  if (heap_.size() == task_.keep && !task_.by_place) least_ = heap_.front().score;
}

std::vector<MatchTally::Found> MatchTally::take_found(double factor) {
  for (Found& found : heap_) found.score *= factor;
  std::ranges::sort(heap_, [this](const Found& a, const Found& b) { return is_better(a, b); });
  return std::exchange(heap_, {});
}

}  // namespace vraagbaak::store
