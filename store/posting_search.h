// SPDX-License-Identifier: EUPL-1.2
// Internal to store/: finds the passages that an FTS5 text matches, and scores them, by lists of postings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "store/bm25.h"
#include "store/match_expression.h"
#include "store/match_tally.h"
#include "store/passage_numbers.h"
#include "store/passage_search.h"
#include "store/phrase_lists.h"

namespace vraagbaak::store {

// One search. Work grows with the shortest list that a match must be in; where any of the lists will do, with
// all of them, at a few nanoseconds a posting. What it is given must outlive it.
class PostingSearch {
 public:
  // `groups`: of each phrase its group, with MatchTally::Task::groups; phrases behind these have none.
  PostingSearch(PhraseLists& lists, PassageNumbers& lengths, MatchTally& tally,
                const std::vector<std::size_t>& groups)
      : lists_(lists), lengths_(lengths), tally_(tally), groups_(groups) {}

  // Hands the matches to the tally, in the order of their ids, until its deadline. False, and nothing handed
  // over, where a list cannot be told exactly.
  bool run(const MatchNode& root, const std::vector<MatchPhrase>& phrases, const SearchWeights& weights);

 private:
  // A phrase and what it adds to a score.
  struct Phrase {
    PhraseLists::List list;  // of a part of its passages, where no others can match
    double idf = 0;
    std::vector<double> frequencies;  // by PostingList's code
    std::size_t at = 0;               // in the list: not below the passage that is looked at
  };
  // A node of the text, with those of its children that are most likely to fail first.
  struct Node {
    MatchNode::Kind kind = MatchNode::Kind::phrase;
    std::size_t phrase = 0;
    std::vector<Node> children;
    std::vector<std::size_t> order;  // of the children
    std::size_t most = 0;            // so many passages match at most
    bool matches = false;            // the passage that is looked at
  };

  bool read_lists(const MatchNode& root, const std::vector<MatchPhrase>& phrases,
                  const SearchWeights& weights);
  Node node_of(const MatchNode& node) const;
  void run_any(const std::vector<std::size_t>& phrases);
  void run_candidates(Node& root, const std::vector<std::uint32_t>& candidates);
  std::vector<std::uint32_t> candidates(const Node& node) const;
  std::vector<std::uint32_t> beside_rarest_group() const;
  bool matches(Node& node, std::uint32_t passage);
  void add_up(const Node& node, double norm, double& score, std::uint32_t& groups) const;
  double norm(std::size_t length) const;

  PhraseLists& lists_;
  PassageNumbers& lengths_;
  MatchTally& tally_;
  const std::vector<std::size_t>& groups_;
  Bm25 bm25_;
  std::vector<Phrase> phrases_;
  std::vector<double> norms_;  // by length, of short passages
};

}  // namespace vraagbaak::store
