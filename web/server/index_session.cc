// SPDX-License-Identifier: EUPL-1.2
#include "web/server/index_session.h"

#include <sys/stat.h>

#include <ctime>
#include <utility>

#include "query/conflict/conflict_finder.h"
#include "store/index_file.h"

namespace vraagbaak::web {
namespace {

// A number for the file of that name; 0 where there is none.
std::uint64_t file_number(const std::string& name) {
  struct stat status {};
  return ::stat(name.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_ino) : 0;
}

}  // namespace

SharedKnowledge::SharedKnowledge(const analysis::DictionarySource& dictionaries_in)
    : dictionaries(dictionaries_in),
      analyzer(dictionaries_in),
      segmenter(dictionaries_in),
      audit_words(dictionaries_in),
      statements(dictionaries_in, analyzer),
      trends(dictionaries_in, analyzer),
      gaps(dictionaries_in),
      answers(query::read_answer_knowledge(dictionaries_in, analyzer)),
      claims(query::read_claim_knowledge(dictionaries_in, query::reading_of(*answers))) {}

IndexPresence presence_of(const std::string& db, const SharedKnowledge& knowledge) {
  const store::IndexState state = store::inspect_index(db, knowledge.analyzer.fingerprint());
  if (state == store::IndexState::ready || state == store::IndexState::foreign) return IndexPresence::there;
  std::error_code ignored;
  if (std::filesystem::exists(db + ".building", ignored)) return IndexPresence::building;
  return state == store::IndexState::absent ? IndexPresence::absent : IndexPresence::there;
}

IndexSession::IndexSession(const std::string& db, const SharedKnowledge& knowledge_in,
                           PagePictures& pictures_in)
    : knowledge(knowledge_in),
      pictures(pictures_in),
      analyzer(knowledge.analyzer),
      segmenter(knowledge.segmenter),
      reader(db, analyzer.fingerprint()),
      citations(reader, segmenter),
      searcher(reader, knowledge.analyzer, citations),
      facts(reader, searcher, citations),
      tables(reader, knowledge.analyzer, citations),
      answerer(reader, knowledge.answers),
      checker(reader, knowledge.claims),
      auditor(reader, tables, citations, knowledge.audit_words),
      counts(reader.counts()),
      db_(db),
      file_(file_number(db)),
      version_(reader.data_version()) {}

const std::vector<query::Conflict>& IndexSession::conflicts() const {
  if (!conflicts_) {
    auto found = query::find_conflicts(reader, knowledge.statements, citations, {});
    conflicts_ = found ? std::move(found).value() : std::vector<query::Conflict>{};
  }
  return *conflicts_;
}

std::string IndexSession::updated() const {
  struct stat status {};
  struct tm local {};
  char text[32] = "";
  if (::stat(db_.c_str(), &status) != 0 || ::localtime_r(&status.st_mtim.tv_sec, &local) == nullptr)
    return "";
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local);
  return text;
}

bool IndexSession::is_outdated() const {
  return file_number(db_) != file_ || reader.data_version() != version_;
}

}  // namespace vraagbaak::web
