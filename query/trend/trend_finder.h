// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "query/answer/citation_builder.h"
#include "query/quantity/statement_reader.h"
#include "query/trend/trend.h"
#include "query/understand/question_parser.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// What finding trends reads from the dictionaries. Immutable; safe to share between threads. The analyzer
// must outlive it.
struct TrendKnowledge {
  // Throws Error where a dictionary is broken.
  TrendKnowledge(const analysis::DictionarySource& dictionaries, const analysis::Analyzer& analyzer_in)
      : analyzer(analyzer_in),
        tokenizer(dictionaries),
        parser(dictionaries, analyzer_in),
        statements(dictionaries, analyzer_in) {}

  const analysis::Analyzer& analyzer;
  analysis::Tokenizer tokenizer;
  QuestionParser parser;
  StatementReader statements;
};

// The quantities that `query` names, over the years, from prose and tables: the series that says most of the
// query in most years first, at most `limit`. A point needs its year beside it and all of the query about it;
// figures of one document join where they are said in like words, those of several documents only where unit,
// measure, place and words agree. A series has two years or more. Any bytes; empty where there is nothing.
std::vector<TrendSeries> find_trend(std::string_view query, const store::IndexReader& reader,
                                    const TrendKnowledge& knowledge, const CitationBuilder& citations,
                                    std::size_t limit);

}  // namespace vraagbaak::query
