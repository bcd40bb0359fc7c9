// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "analysis/analyzer.h"
#include "analysis/text/segmenter.h"
#include "cli/command.h"
#include "query/answer/citation_builder.h"
#include "query/fact_lister.h"
#include "query/searcher.h"
#include "query/table_lister.h"
#include "store/index_reader.h"

namespace vraagbaak::cli {

// An index open for reading, and what reads it. Does not move: its parts hold on to each other.
struct OpenIndex {
  // Throws Error where there is no index at `db` that this program can read.
  OpenIndex(const std::string& db, const analysis::DictionarySource& dictionaries)
      : analyzer(dictionaries), reader(db, analyzer.fingerprint()), segmenter(dictionaries) {}
  OpenIndex(const OpenIndex&) = delete;
  OpenIndex& operator=(const OpenIndex&) = delete;

  analysis::Analyzer analyzer;
  store::IndexReader reader;
  analysis::Segmenter segmenter;
  query::CitationBuilder citations{reader, segmenter};
  query::Searcher searcher{reader, analyzer, citations};
  query::FactLister facts{reader, searcher, citations};
  query::TableLister tables{reader, analyzer, citations};
};

}  // namespace vraagbaak::cli
