// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

#include "analysis/analyzer.h"
#include "query/answer/document_view.h"
#include "query/answer/term_matcher.h"
#include "query/understand/question.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// A passage that may hold the answer, with the question's terms in it and round it.
struct FoundPassage {
  store::PassageRecord record;
  std::shared_ptr<DocumentView> document;
  Side side = Side::other;
  std::vector<TermHit> hits;       // spans in record.text
  std::vector<ContentWord> words;  // likewise
  TermStrengths own;               // terms in the passage itself
  TermStrengths around;            // in headings, title, linked question or answer, each as far as it counts
  TermStrengths vicinity;          // terms in the passages round it
  double score = 0;                // weighted share of the question's terms that it covers
};

// What the terms of a question weigh in this index: how much each says times how rare it is; sums to 1.
struct TermWeights {
  std::vector<double> weight;
  std::vector<double> rarity;   // how rare each term is in the index, 0–1
  std::vector<bool> is_absent;  // no variant of the term occurs in the index

  double coverage(const TermStrengths& strengths) const;  // 0–1
};

TermWeights weigh_terms(const Question& question, const store::IndexReader& reader);

// Finds the passages most likely to hold the answer, best first, at most `limit`.
std::vector<FoundPassage> find_passages(const Question& question, const TermWeights& weights,
                                        const TermMatcher& matcher, const store::IndexReader& reader,
                                        std::size_t limit);

}  // namespace vraagbaak::query
