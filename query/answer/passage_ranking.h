// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "query/answer/found_passage.h"
#include "query/answer/term_weights.h"

namespace vraagbaak::query {

// Ranks passages by how much of the question they and what stands round them say. Of most passages it looks
// at no more than shows that they are not among the best: what a passage may say at most is known before its
// text is read, and again before the question is read that it answers. Matcher, weights and reader must
// outlive it.
class PassageRanking {
 public:
  PassageRanking(const TermWeights& weights, const TermMatcher& matcher, const store::IndexReader& reader)
      : weights_(weights), matcher_(matcher), reader_(reader) {}

  // Takes a passage, with its text or without. Page furniture is left out, and whatever was taken before.
  void add(std::optional<store::PassageRecord> record, bool has_text);

  std::size_t size() const { return entries_.size(); }
  // Its own document and section and which side it is on are known; its terms not yet.
  const FoundPassage& operator[](std::size_t i) const { return entries_[i].passage; }

  // The best `limit`, best first, equal ones in the order in which they were added. With `kept`, an index in
  // Question::terms, behind them those that say that term themselves, in the same order. It is empty then.
  std::vector<FoundPassage> take_best(std::size_t limit, std::optional<std::size_t> kept);

 private:
  struct Entry {
    FoundPassage passage;
    std::size_t place = 0;   // in the order in which they were added
    double most_unread = 0;  // what it scores at most, before anything of it is read
    bool has_text = false;
    bool is_read = false;    // its own terms are known
    bool is_scored = false;  // its score is known
  };

  void read(Entry& entry);
  void score(Entry& entry);
  double score_of(const FoundPassage& passage, const TermStrengths& own, const TermStrengths& all) const;
  double most_unread(const FoundPassage& passage) const;
  double most_unlinked(const FoundPassage& passage) const;
  double most_known(const FoundPassage& passage) const;
  bool may_be_among(const std::vector<Entry*>& best, std::size_t limit, double most, std::size_t place) const;

  const TermWeights& weights_;
  const TermMatcher& matcher_;
  const store::IndexReader& reader_;
  std::map<store::DocumentId, std::shared_ptr<DocumentView>> documents_;
  std::set<store::PassageId> taken_;
  std::vector<Entry> entries_;
  std::map<store::DocumentId, std::vector<std::size_t>> by_document_;  // entries
};

}  // namespace vraagbaak::query
