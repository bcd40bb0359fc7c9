// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "query/answer/document_view.h"
#include "query/answer/term_matcher.h"
#include "store/records.h"

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

}  // namespace vraagbaak::query
