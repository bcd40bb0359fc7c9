// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/phrases/clause_cutter.h"
#include "analysis/text/segmenter.h"
#include "model/answer.h"
#include "query/answer/candidate_finder.h"
#include "query/answer/scorer.h"
#include "query/claim/claim.h"
#include "query/claim/claim_reader.h"
#include "query/claim/claim_scorer.h"
#include "query/claim/verdict_words.h"
#include "query/understand/question_parser.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Judges one figure of a claim: asks the documents for that quantity and compares what they state. What it is
// given must outlive it.
class FigureJudge {
 public:
  struct Parts {
    const analysis::Analyzer& analyzer;
    const analysis::Tokenizer& tokenizer;
    const analysis::Segmenter& segmenter;
    const analysis::ClauseCutter& cutter;
    const ReadingWords& reading_words;
    const QuestionParser& parser;
    const ClaimReader& claim_reader;
    const Scorer& scorer;
    const ClaimScorer& claim_scorer;
    const VerdictWords& words;
  };
  FigureJudge(const store::IndexReader& reader, const Parts& parts) : reader_(reader), parts_(parts) {}

  // The verdict on claim.figures[index]. With `explain`, `found` carries the evidence.
  Verdict judge(const Claim& claim, std::size_t index, bool explain) const;

 private:
  const store::IndexReader& reader_;
  const Parts& parts_;
};

}  // namespace vraagbaak::query
