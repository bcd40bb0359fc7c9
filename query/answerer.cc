// SPDX-License-Identifier: EUPL-1.2
#include "query/answerer.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "analysis/text/segmenter.h"
#include "query/answer/candidate_finder.h"
#include "query/answer/passage_finder.h"
#include "query/answer/scorer.h"
#include "query/answer/term_matcher.h"
#include "query/understand/alias_expander.h"
#include "query/understand/question_parser.h"

namespace vraagbaak::query {

namespace {

// How many passages are read for candidates.
constexpr std::size_t kPassagesRead = 40;

}  // namespace

class AnswerKnowledge {
 public:
  AnswerKnowledge(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer_in)
      : analyzer(analyzer_in),
        tokenizer(dictionaries),
        segmenter(dictionaries),
        cutter(dictionaries),
        parser(dictionaries, analyzer_in),
        scorer(dictionaries),
        phrase(dictionaries) {}

  const analysis::Analyzer& analyzer;
  analysis::Tokenizer tokenizer;
  analysis::Segmenter segmenter;
  analysis::ClauseCutter cutter;
  QuestionParser parser;
  Scorer scorer;
  FigurePhrase phrase;
};

std::shared_ptr<const AnswerKnowledge> read_answer_knowledge(const analysis::DictionarySource& dictionaries,
                                                             const analysis::Analyzer& analyzer) {
  return std::make_shared<const AnswerKnowledge>(dictionaries, analyzer);
}

Answerer::Answerer(const store::IndexReader& reader, const analysis::DictionarySource& dictionaries,
                   const analysis::Analyzer& analyzer)
    : Answerer(reader, read_answer_knowledge(dictionaries, analyzer)) {}

Answerer::Answerer(const store::IndexReader& reader, std::shared_ptr<const AnswerKnowledge> knowledge)
    : reader_(reader), knowledge_(std::move(knowledge)) {}

Answerer::~Answerer() = default;
Answerer::Answerer(Answerer&&) noexcept = default;

Answer Answerer::ask(std::string_view text, AnswerDetail detail) const {
  const store::IndexReader::Moment moment(reader_);
  Question question = knowledge_->parser.parse(text);
  add_aliases(question, reader_, knowledge_->analyzer);
  const TermMatcher matcher(question, knowledge_->analyzer, knowledge_->tokenizer);
  const TermWeights weights = weigh_terms(question, reader_);
  std::vector<FoundPassage> passages = find_passages(question, weights, matcher, reader_, kPassagesRead);
  std::vector<AnswerCandidate> candidates = find_candidates(question, weights, matcher, knowledge_->segmenter,
                                                            knowledge_->cutter, reader_, passages);
  for (AnswerCandidate& candidate : candidates) candidate.score = knowledge_->scorer.score(candidate);
  std::ranges::stable_sort(candidates, [](const AnswerCandidate& a, const AnswerCandidate& b) {
    return a.is_excluded != b.is_excluded ? b.is_excluded : a.score > b.score;
  });
  const CitationBuilder citations(reader_, knowledge_->segmenter);
  return AnswerBuilder(question, weights, passages, citations, knowledge_->scorer, knowledge_->phrase)
      .build(candidates, detail);
}

}  // namespace vraagbaak::query
