// SPDX-License-Identifier: EUPL-1.2
#include "store/integrity.h"

#include <array>

#include "model/error.h"
#include "model/offset_map.h"
#include "store/database.h"
#include "store/statement.h"

namespace vraagbaak::store {
namespace {

// Each gives a text for every row that is wrong.
constexpr std::array kRules = {
    "SELECT 'passage ' || passage.id || ' of document ' || document_id || ' is not in passage_fts'"
    " FROM passage WHERE kind <> 'furniture' AND id NOT IN (SELECT id FROM passage_fts_docsize)",
    "SELECT 'passage_fts holds ' || id || ', which is no passage'"
    " FROM passage_fts_docsize WHERE id NOT IN (SELECT id FROM passage_index)",
    "SELECT 'figure ' || figure.id || ' begins outside passage ' || passage.id FROM figure"
    " JOIN passage ON passage.id = figure.passage_id WHERE figure.start_byte < passage.start_byte"
    " OR figure.start_byte >= passage.start_byte + length(CAST(passage.text AS BLOB)) OR figure.end_byte < "
    "figure.start_byte",
    "SELECT 'a mention at ' || mention.start_byte || ' begins outside passage ' || passage.id FROM mention"
    " JOIN passage ON passage.id = mention.passage_id WHERE mention.start_byte < passage.start_byte"
    " OR mention.start_byte >= passage.start_byte + length(CAST(passage.text AS BLOB)) OR mention.end_byte < "
    "mention.start_byte",
    "SELECT 'section ' || inner_one.number || ' of document ' || inner_one.document_id || ' does not lie in "
    "its parent'"
    " FROM section AS inner_one LEFT JOIN section AS outer_one ON outer_one.document_id = "
    "inner_one.document_id"
    " AND outer_one.number = inner_one.parent WHERE inner_one.parent IS NOT NULL AND (outer_one.number IS "
    "NULL"
    " OR inner_one.start_byte < outer_one.start_byte OR inner_one.end_byte > outer_one.end_byte)",
    "SELECT 'pair ' || label || ' of document ' || document_id || ' names a section that is not there' FROM "
    "qa_pair"
    " WHERE NOT EXISTS(SELECT 1 FROM section WHERE section.document_id = qa_pair.document_id AND number = "
    "question)"
    " OR NOT EXISTS(SELECT 1 FROM section WHERE section.document_id = qa_pair.document_id AND number = "
    "answer)",
    "SELECT 'document ' || id || ' does not go by the first of its files' FROM document"
    " WHERE (path, source) IS NOT (SELECT path, source FROM file WHERE document_id = document.id ORDER BY "
    "path "
    "LIMIT 1)",
    "SELECT 'no document uses alias ' || alias FROM alias"
    " WHERE NOT EXISTS(SELECT 1 FROM alias_use WHERE alias_id = alias.id)",
    "SELECT 'entity ' || id || ' is not named by any document' FROM entity"
    " WHERE NOT EXISTS(SELECT 1 FROM alias WHERE entity_id = entity.id)",
};

void check_pages(Database& database, std::vector<std::string>& problems) {
  Statement pages(database, "PRAGMA integrity_check(100)");
  while (pages.step()) {
    if (pages.view(0) != "ok") problems.push_back(pages.text(0));
  }
  Statement keys(database, "PRAGMA foreign_key_check");
  while (keys.step()) {
    problems.push_back("table " + keys.text(0) + ", row " + keys.text(1) + ": refers to a row of " +
                       keys.text(2) + " that is not there");
  }
}

void check_postings(Database& database, const TermMaker& terms, std::vector<std::string>& problems) {
  database.feed().compute_with(terms);
  try {
    database.run(terms ? "INSERT INTO passage_fts(passage_fts, rank) VALUES('integrity-check', 1)"
                       : "INSERT INTO passage_fts(passage_fts, rank) VALUES('integrity-check', 0)");
  } catch (const Error& error) {
    problems.push_back(std::string("the full-text index does not agree with the passages (") + error.what() +
                       ")");
  }
}

// Passages tile the text: each begins where the one before it ends, in bytes and in code points.
void check_tiling(Database& database, std::vector<std::string>& problems) {
  Statement rows(database,
                 "SELECT document.path, document.byte_count, document.code_point_count, passage.start_byte,"
                 " passage.start_code_point, passage.text, document.id FROM document"
                 " LEFT JOIN passage ON passage.document_id = document.id"
                 " ORDER BY document.id, passage.start_byte, passage.number");
  struct {
    std::int64_t id = 0;
    std::string path;
    std::size_t bytes = 0, code_points = 0;            // so far
    std::size_t byte_count = 0, code_point_count = 0;  // as stored
  } document;
  const auto close = [&] {
    if (document.bytes != document.byte_count || document.code_points != document.code_point_count) {
      problems.push_back(document.path + ": its passages do not make up its text");
    }
  };
  while (rows.step()) {
    if (rows.number(6) != document.id) {
      close();
      document = {rows.number(6), rows.text(0), 0, 0, rows.size(1), rows.size(2)};
    }
    if (rows.is_null(3)) continue;
    if (rows.size(3) != document.bytes || rows.size(4) != document.code_points) {
      problems.push_back(document.path + ": the passage at byte " + rows.text(3) +
                         " does not begin where the one before it ends");
    }
    document.bytes += rows.view(5).size();
    document.code_points += count_code_points(rows.view(5));
  }
  close();
}

}  // namespace

std::vector<std::string> check_integrity(const std::filesystem::path& file, const TermMaker& terms) {
  std::vector<std::string> problems;
  Database database(file, OpenMode::read_write);
  check_pages(database, problems);
  if (!problems.empty()) return problems;  // the rest would only stumble over the same
  check_postings(database, terms, problems);
  check_tiling(database, problems);
  for (const char* rule : kRules) {
    Statement rows(database, rule);
    while (rows.step()) problems.push_back(rows.text(0));
  }
  return problems;
}

}  // namespace vraagbaak::store
