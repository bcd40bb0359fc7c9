// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/segmenter.h"
#include "query/answer/citation_builder.h"
#include "query/answerer.h"
#include "query/audit/audit_words.h"
#include "query/audit/auditor.h"
#include "query/claim_checker.h"
#include "query/conflict/conflict.h"
#include "query/fact_lister.h"
#include "query/quantity/statement_reader.h"
#include "query/searcher.h"
#include "query/table_lister.h"
#include "query/trend/trend_finder.h"
#include "query/unanswered/unanswered_lister.h"
#include "store/index_reader.h"
#include "web/server/page_pictures.h"

namespace vraagbaak::web {

// What answering reads from the dictionaries, once for all workers. Immutable; shared between threads.
struct SharedKnowledge {
  explicit SharedKnowledge(const analysis::DictionarySource& dictionaries_in);
  SharedKnowledge(const SharedKnowledge&) = delete;
  SharedKnowledge& operator=(const SharedKnowledge&) = delete;

  const analysis::DictionarySource& dictionaries;
  analysis::Analyzer analyzer;
  analysis::Segmenter segmenter;
  query::AuditWords audit_words;
  query::StatementReader statements;
  query::TrendKnowledge trends;
  query::GapWords gaps;
  std::shared_ptr<const query::AnswerKnowledge> answers;
  std::shared_ptr<const query::ClaimKnowledge> claims;
};

// Whether there is something to read.
enum class IndexPresence : std::uint8_t {
  absent,    // nothing there yet
  building,  // being made, or a run that made it was broken off: FILE.building stands beside it
  there,     // a file; whether it can be read shows when a session is made
};

// What stands at `db`. Throws Error where a file there cannot be read.
IndexPresence presence_of(const std::string& db, const SharedKnowledge& knowledge);

// The index as one worker reads it. Does not move: its parts hold on to each other.
class IndexSession {
 public:
  // Knowledge and pictures must outlive it. Throws Error where there is no index at `db` that this program
  // can read.
  IndexSession(const std::string& db, const SharedKnowledge& knowledge_in, PagePictures& pictures_in);
  IndexSession(const IndexSession&) = delete;
  IndexSession& operator=(const IndexSession&) = delete;

  // True once the index was changed or replaced: make a new session.
  bool is_outdated() const;
  // True once it has served so long that what it remembers should be let go of. Counts as one use.
  bool is_worn() { return ++served_ > kLongestService; }

  const std::filesystem::path& file() const { return db_; }
  // When the index was last written, as the clock on the wall had it: "2026-11-28 06:12"; empty where that
  // cannot be read.
  std::string updated() const;

  // The conflicts of the whole index, found when they are first asked for.
  const std::vector<query::Conflict>& conflicts() const;

  const SharedKnowledge& knowledge;
  PagePictures& pictures;
  const analysis::Analyzer& analyzer;
  const analysis::Segmenter& segmenter;
  store::IndexReader reader;
  query::CitationBuilder citations;
  query::Searcher searcher;
  query::FactLister facts;
  query::TableLister tables;
  query::Answerer answerer;
  query::ClaimChecker checker;
  query::Auditor auditor;
  const store::IndexCounts counts;

 private:
  // Of each connection the reader remembers outlines and frequencies; this bounds how much that gets.
  static constexpr std::size_t kLongestService = 2000;  // requests

  mutable std::optional<std::vector<query::Conflict>> conflicts_;
  std::filesystem::path db_;
  std::uint64_t file_ = 0;  // which file it is, should another take its name
  std::int64_t version_ = 0;
  std::size_t served_ = 0;
};

}  // namespace vraagbaak::web
