// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "query/answer/answer_candidate.h"
#include "query/answer/focus_weights.h"
#include "query/answer/header_reader.h"
#include "query/answer/passage_reading.h"
#include "query/answer/respective_pairs.h"
#include "query/answer/term_matcher.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// Where a candidate stands in its sentence. Spans are bytes of the passage's text.
struct CandidatePlace {
  ByteSpan span;
  ByteSpan core;  // the same, with the figure in brackets that says it in another unit: "25% (ca. 1,1 miljoen
                  // euro)"
  ByteSpan sentence;            // or table row
  std::size_t left = 0;         // where the comparable candidate before it ends, or the sentence begins
  std::size_t right = 0;        // where the comparable one after it begins, or the sentence ends
  std::vector<ByteSpan> peers;  // the figures of its kind in the sentence, itself among them, in order
  std::vector<ByteSpan> times;  // of a cell: dates and periods in its row, which tell rows of one label apart
  ByteSpan bracketed;           // what stands before the bracket that it opens; empty: none
  std::string counted;          // what a bare number counts, as the figures before it tell; empty: unknown
  std::vector<ByteSpan> fellows;  // all comparable figures in the sentence, itself among them, in order
};

// Makes the features of candidates of one question. What it is given must outlive it.
class FeatureMaker {
 public:
  // Without `focus` the features that need it stay 0.
  FeatureMaker(const Question& question, const TermWeights& weights, const TermMatcher& matcher,
               const FocusWeights* focus = nullptr);

  // The features of a candidate that stands at `place`; `best_score` is that of the best passage.
  FeatureVector make(const PassageReading& reading, const CandidatePlace& place, AnswerKind kind,
                     double best_score);
  // The same for a table cell: its headers say what it is.
  FeatureVector make_cell(const PassageReading& reading, const CandidatePlace& place, AnswerKind kind,
                          double best_score, const Figure& figure, const std::string& caption);
  // Adds what a figure's value, unit, hedge and bound tell, and what it is a figure of.
  // `counted` is what a figure without a unit counts; empty: nothing is known of it.
  void add_figure(FeatureVector& features, const Figure& figure, const std::string& counted = {}) const;
  // Adds how much of the focus is in what a figure of that document is a figure of.
  void add_subject(FeatureVector& features, store::DocumentId document, const Figure& figure);
  // How likely that kind is asked, 0–1.
  double kind_share(AnswerKind kind) const { return question_.kinds[kind]; }

 private:
  struct Scope;
  void add_common(FeatureVector& features, const PassageReading& reading, AnswerKind kind, double best_score,
                  TermStrengths& covered) const;
  void add_years(FeatureVector& features, const PassageReading& reading, const TermStrengths& sentence,
                 const TermStrengths& covered, const std::vector<int>& said_of) const;
  // Adds what sets a candidate apart from its peers in the sentence.
  void add_contrast(FeatureVector& features, const PassageReading& reading,
                    const CandidatePlace& place) const;
  void add_focus(FeatureVector& features, const PassageReading& reading, const CandidatePlace& place,
                 ByteSpan clause, const TermStrengths& near) const;
  void add_owned(FeatureVector& features, const PassageReading& reading, const CandidatePlace& place) const;
  void add_respective(FeatureVector& features, const PassageReading& reading, const CandidatePlace& place,
                      const RespectivePairs& pairs) const;
  // The years that a candidate is said of; empty where no year is near.
  std::vector<int> years_said_of(const PassageReading& reading, const CandidatePlace& place,
                                 const RespectivePairs& pairs, ByteSpan clause) const;
  std::vector<int> owned_years(const PassageReading& reading, const CandidatePlace& place) const;
  void take(FeatureVector& features, Feature feature, TermStrengths& covered, const TermStrengths& more,
            double factor = 1) const;

  const Question& question_;
  const TermWeights& weights_;
  const TermMatcher& matcher_;
  HeaderReader headers_;
  const FocusWeights* focus_;
  double name_weight_ = 0;  // of all names together
  bool asks_maximum_ = false;
  bool asks_minimum_ = false;
  bool asks_total_ = false;
  bool asks_old_ = false;             // the value before a change
  std::vector<std::string> numbers_;  // plain numbers in the question
  bool asks_amounts_ = false;         // one of them is of money or a percentage
};

}  // namespace vraagbaak::query
