// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/passage_ranking.h"

#include <algorithm>
#include <utility>

namespace vraagbaak::query {

namespace {

// How much a term counts that stands not in the passage but …
constexpr double kHeadingFactor = 0.8;
constexpr double kLinkedFactor = 0.75;  // in the question that the passage answers
constexpr double kTitleFactor = 0.7;
constexpr double kVicinityFactor = 0.45;  // in the passages round it, of the same document
constexpr double kMostAround = std::max({kHeadingFactor, kLinkedFactor, kTitleFactor, kVicinityFactor});
constexpr std::size_t kVicinity = 8;  // passages before and after
// A member's question rarely holds the answer; the minister's answer does.
constexpr double kQuestionSideFactor = 0.85;
// So does the head of a document with questions and answers: title, names, subjects.
constexpr double kHeadFactor = 0.85;
// What stands in the passage itself counts so much more.
constexpr double kOwnBonus = 0.25;

}  // namespace

void PassageRanking::add(std::optional<store::PassageRecord> record, bool has_text) {
  if (!record || record->kind == PassageKind::furniture || !taken_.insert(record->id).second) return;
  std::shared_ptr<DocumentView>& document = documents_[record->document];
  if (!document) document = std::make_shared<DocumentView>(reader_, matcher_, record->document);
  by_document_[record->document].push_back(entries_.size());
  Entry entry;
  entry.place = entries_.size();
  entry.has_text = has_text;
  entry.passage.record = *std::move(record);
  entry.passage.document = document;
  entry.passage.side = document->side_of(entry.passage.record.section);
  entries_.push_back(std::move(entry));
}

void PassageRanking::read(Entry& entry) {
  if (entry.is_read) return;
  FoundPassage& passage = entry.passage;
  if (!entry.has_text) reader_.read_text(passage.record);
  TextTerms terms = matcher_.read(passage.record.text);
  passage.hits = std::move(terms.hits);
  passage.words = std::move(terms.words);
  passage.own = matcher_.strengths(passage.hits, ByteSpan{0, passage.record.text.size() + 1});
  entry.has_text = entry.is_read = true;
}

double PassageRanking::score_of(const FoundPassage& passage, const TermStrengths& own,
                                const TermStrengths& all) const {
  double score = weights_.coverage(all) + kOwnBonus * weights_.coverage(own);
  if (passage.side == Side::question) score *= kQuestionSideFactor;
  if (passage.side == Side::other && passage.document->has_pairs()) score *= kHeadFactor;
  return score;
}

// What a passage scores at most of which nothing is read yet …
double PassageRanking::most_unread(const FoundPassage& passage) const {
  return score_of(passage, matcher_.strongest(), matcher_.strongest());
}

// … of which the text is …
double PassageRanking::most_known(const FoundPassage& passage) const {
  TermStrengths all = passage.own;
  raise_to(all, matcher_.strongest(), kMostAround);
  return score_of(passage, passage.own, all);
}

// … and its headings and title. The passages round it count less than what is linked.
double PassageRanking::most_unlinked(const FoundPassage& passage) const {
  static_assert(kVicinityFactor <= kLinkedFactor);
  TermStrengths all = passage.own;
  raise_to(all, passage.document->heading_terms(passage.record.section), kHeadingFactor);
  raise_to(all, passage.document->title_terms(), kTitleFactor);
  raise_to(all, matcher_.strongest(), kLinkedFactor);
  return score_of(passage, passage.own, all);
}

void PassageRanking::score(Entry& entry) {
  if (entry.is_scored) return;
  read(entry);
  FoundPassage& passage = entry.passage;
  // The terms of its neighbours, as far as they were found too.
  passage.vicinity = passage.own;
  for (const std::size_t other : by_document_[passage.record.document]) {
    const std::size_t number = entries_[other].passage.record.number;
    const std::size_t from = std::min(number, passage.record.number);
    if (std::max(number, passage.record.number) - from > kVicinity) continue;
    read(entries_[other]);
    raise_to(passage.vicinity, entries_[other].passage.own);
  }
  passage.around.assign(matcher_.term_count(), 0.0);
  raise_to(passage.around, passage.document->heading_terms(passage.record.section), kHeadingFactor);
  raise_to(passage.around, passage.document->title_terms(), kTitleFactor);
  raise_to(passage.around, passage.document->linked_terms(passage.record.section), kLinkedFactor);
  raise_to(passage.around, passage.vicinity, kVicinityFactor);
  TermStrengths all = passage.own;
  raise_to(all, passage.around);
  passage.score = score_of(passage, passage.own, all);
  entry.is_scored = true;
}

namespace {

// The better first; of equal ones the one that was added first.
bool comes_before(double score, std::size_t place, double other_score, std::size_t other_place) {
  return score != other_score ? score > other_score : place < other_place;
}

}  // namespace

// True where a passage that scores at most so much may still be among the best `limit`. `best`: as many of
// those scored, the last of them first.
bool PassageRanking::may_be_among(const std::vector<Entry*>& best, std::size_t limit, double most,
                                  std::size_t place) const {
  if (best.size() < limit) return true;
  return limit > 0 && comes_before(most, place, best.front()->passage.score, best.front()->place);
}

std::vector<FoundPassage> PassageRanking::take_best(std::size_t limit, std::optional<std::size_t> kept) {
  const auto better = [](const Entry* a, const Entry* b) {
    return comes_before(a->passage.score, a->place, b->passage.score, b->place);
  };
  // Those first that may reach the most, for they show of the others that they do not.
  std::vector<Entry*> order;
  for (Entry& entry : entries_) {
    entry.most_unread = most_unread(entry.passage);
    order.push_back(&entry);
  }
  std::ranges::stable_sort(order, std::ranges::greater{}, &Entry::most_unread);
  std::vector<Entry*> best;  // a heap, the last of them on top
  for (Entry* const entry : order) {
    const FoundPassage& passage = entry->passage;
    const auto may_be = [&](double most) { return may_be_among(best, limit, most, entry->place); };
    const bool is_hopeless = !may_be(entry->most_unread);
    if (is_hopeless && !kept) continue;
    read(*entry);
    const bool is_kept = kept && passage.own[*kept] > 0;
    if (!is_kept && (is_hopeless || !may_be(most_known(passage)) || !may_be(most_unlinked(passage))))
      continue;
    score(*entry);
    if (!may_be(passage.score)) continue;
    if (best.size() == limit) {
      std::ranges::pop_heap(best, better);
      best.pop_back();
    }
    best.push_back(entry);
    std::ranges::push_heap(best, better);
  }
  std::ranges::sort(best, better);
  if (kept) {
    std::vector<Entry*> others;
    for (Entry* const entry : order) {
      const bool is_kept = entry->is_scored && entry->passage.own[*kept] > 0;
      if (is_kept && std::ranges::find(best, entry) == best.end()) others.push_back(entry);
    }
    std::ranges::sort(others, better);
    best.insert(best.end(), others.begin(), others.end());
  }
  std::vector<FoundPassage> passages;
  for (Entry* const entry : best) passages.push_back(std::move(entry->passage));
  entries_.clear();
  return passages;
}

}  // namespace vraagbaak::query
