// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/analyzer.h"
#include "analysis/phrases/clause_cutter.h"
#include "analysis/text/segmenter.h"
#include "analysis/text/tokenizer.h"
#include "query/answer/candidate_finder.h"
#include "query/answer/scorer.h"
#include "query/understand/question_parser.h"

namespace vraagbaak::query {

// What answering questions and checking claims both read from the dictionaries. Immutable; safe to share
// between threads. Dictionaries and analyzer must outlive it; throws Error where a dictionary is broken.
struct ReadingKnowledge {
  ReadingKnowledge(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer_in)
      : analyzer(analyzer_in),
        tokenizer(dictionaries),
        segmenter(dictionaries),
        cutter(dictionaries),
        words(dictionaries),
        parser(dictionaries, analyzer_in),
        scorer(dictionaries) {}
  ReadingKnowledge(const ReadingKnowledge&) = delete;
  ReadingKnowledge& operator=(const ReadingKnowledge&) = delete;

  const analysis::Analyzer& analyzer;
  analysis::Tokenizer tokenizer;
  analysis::Segmenter segmenter;
  analysis::ClauseCutter cutter;
  ReadingWords words;
  QuestionParser parser;
  Scorer scorer;
};

}  // namespace vraagbaak::query
