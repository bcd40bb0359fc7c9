// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "analysis/phrases/clause_cutter.h"
#include "analysis/phrases/noun_phrases.h"
#include "analysis/text/segmenter.h"
#include "query/answer/answer_candidate.h"
#include "query/answer/passage_finder.h"
#include "query/answer/rates.h"
#include "query/answer/term_matcher.h"
#include "query/understand/question.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// What is known of words that passages are read with. Immutable; safe to share between threads.
struct ReadingWords {
  explicit ReadingWords(const analysis::DictionarySource& dictionaries)
      : phrases(dictionaries), rates(dictionaries) {}

  analysis::NounPhraseFinder phrases;
  RateWords rates;
};

// Everything in the found passages that could be the answer, with its features: figures, table cells, names,
// lists and sentences, as far as the question may ask for that kind. In the order of the passages and the
// text. Not scored yet.
std::vector<AnswerCandidate> find_candidates(const Question& question, const TermWeights& weights,
                                             const TermMatcher& matcher, const analysis::Segmenter& segmenter,
                                             const analysis::ClauseCutter& cutter, const ReadingWords& words,
                                             const store::IndexReader& reader,
                                             std::span<FoundPassage> passages);

}  // namespace vraagbaak::query
