// SPDX-License-Identifier: EUPL-1.2
#include "store/index_writer.h"

#include <optional>
#include <utility>

#include "model/error.h"
#include "store/index_file.h"
#include "store/reader_state.h"
#include "store/writer_connection.h"

namespace vraagbaak::store {
namespace {

// Settings of a first build. FTS5 gathers this many bytes of postings in memory before it writes a segment:
// fewer segments to merge afterwards. It keeps the value in the file, so finish() sets FTS5's own default
// back.
constexpr const char* kBulkHashSize =
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('hashsize', 67108864)";
constexpr const char* kDefaultHashSize =
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('hashsize', 1048576)";

std::vector<SourceFile> read_files(StatementCache& statements) {
  const StatementLease rows =
      statements["SELECT source, path, file_size, file_mtime_ns, content_hash FROM document ORDER BY source"];
  std::vector<SourceFile> files;
  while (rows->step()) {
    files.push_back({rows->text(0), rows->text(1), static_cast<std::uint64_t>(rows->number(2)),
                     rows->number(3), static_cast<std::uint64_t>(rows->number(4))});
  }
  return files;
}

}  // namespace

IndexWriter::IndexWriter(const std::filesystem::path& file, const IndexIdentity& identity, TermMaker terms)
    : connection_(std::make_unique<Connection>(file)), terms_(std::move(terms)) {
  Database& database = connection_->database;
  if (database.number("PRAGMA application_id") == 0) {
    database.run(
        "PRAGMA page_size = 16384");  // a fifth faster to build than 4,096, and fewer levels to search
    database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    create_schema(database, identity);
    database.run(kBulkHashSize);
  }
  database.run("PRAGMA cache_size = -65536");  // KiB
}

IndexWriter::~IndexWriter() = default;  // closing the connection rolls an open batch back

std::vector<SourceFile> IndexWriter::files() {
  return read_files(connection_->statements);
}

std::vector<SourceFile> files_of_index(const std::filesystem::path& file) {
  try {
    const Database database(file, OpenMode::read_only);
    StatementCache statements(database);
    return read_files(statements);
  } catch (const Error&) {
    return {};  // of a version that kept them otherwise
  }
}

IndexCounts IndexWriter::counts() {
  return count_rows(connection_->statements);
}

void IndexWriter::put(IndexEntry entry) {
  remove(entry.file.source);
  begin_batch();
  const DocumentId document = write_document(entry);
  write_outline(document, entry);
  const std::vector<PassageId> passages = write_passages(document, entry);
  write_tables(document, entry.document);
  write_figures(entry.document, passages);
  write_names(document, entry, passages);
  connection_->pending.add(document, std::move(entry), passages);
}

void IndexWriter::remove(std::string_view source) {
  const StatementLease row = connection_->statements["SELECT id FROM document WHERE source = ?"];
  row->bind(0, source);
  if (!row->step()) return;
  const DocumentId document = row->number(0);
  row->reset();
  begin_batch();
  forget(document);
}

void IndexWriter::touch(const SourceFile& file, std::string_view old_source) {
  begin_batch();
  connection_
      ->statements
          ["UPDATE document SET source = ?, file_size = ?, file_mtime_ns = ?, content_hash = ? WHERE source "
           "= ?"]
      ->execute(file.source, as_signed(file.size), file.mtime_ns, as_signed(file.content_hash), old_source);
}

void IndexWriter::commit() {
  if (!in_batch_) return;
  write_postings();
  connection_->statements["COMMIT"]->execute();
  in_batch_ = false;
}

void IndexWriter::finish() {
  Database& database = connection_->database;
  if (meta_value(database, kMetaState) != "ready") {
    begin_batch();
    write_postings();
    database.run("INSERT INTO passage_fts(passage_fts) VALUES('optimize')");
    database.run(kDefaultHashSize);
    set_meta_value(database, kMetaState, "ready");
  }
  commit();
  if (!has_written_) return;
  database.run("PRAGMA wal_checkpoint(TRUNCATE)");
  // One plain file can be copied and be read from a folder that may not be written. Not while somebody reads
  // it: then it stays in WAL mode until the next run.
  try {
    database.run("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE");
  } catch (const Error&) {
  }
}

// Readers go on while a batch is written: WAL. The mode is set only now, so that a run without changes writes
// nothing.
void IndexWriter::begin_batch() {
  if (in_batch_) return;
  if (!has_written_) connection_->database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  has_written_ = true;
  connection_->statements["BEGIN IMMEDIATE"]->execute();
  in_batch_ = true;
}

void IndexWriter::write_postings() {
  StatementCache& sql = connection_->statements;
  PendingPostings& pending = connection_->pending;
  TokenFeed& feed = connection_->database.feed();
  const StatementLease out =
      sql["INSERT INTO passage_fts(passage_fts, rowid, title, heading, body) VALUES('delete', ?, '0', '1', "
          "'2')"];
  for (const PendingPostings::Row& row : pending.taken_out) {
    feed.set(row.title, row.heading, row.body);
    out->execute(row.passage);
  }
  const StatementLease in =
      sql["INSERT INTO passage_fts(rowid, title, heading, body) VALUES(?, '0', '1', '2')"];
  for (const PendingPostings::Put& put : pending.put_in) {
    for (const PendingPostings::Put::Searched& row : put.passages) {
      feed.set(put.title, put.headings[row.section], row.body);
      in->execute(row.passage);
    }
  }
  pending = {};
}

void IndexWriter::forget(DocumentId document) {
  StatementCache& sql = connection_->statements;
  take_postings_out(document);

  std::vector<std::int64_t> aliases;
  {
    const StatementLease used = sql["SELECT alias_id FROM alias_use WHERE document_id = ?"];
    used->bind(0, document);
    while (used->step()) aliases.push_back(used->number(0));
  }

  sql["DELETE FROM mention WHERE passage_id IN (SELECT id FROM passage WHERE document_id = ?)"]->execute(
      document);
  sql["DELETE FROM figure WHERE passage_id IN (SELECT id FROM passage WHERE document_id = ?)"]->execute(
      document);
  sql["DELETE FROM alias_use WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM passage WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM cell WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM table_column WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM data_table WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM unanswered WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM question_key WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM qa_pair WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM section WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM sheet_mark WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM sheet WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM page WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM document WHERE id = ?"]->execute(document);

  // Names that no other document uses go, and entities without names: every document that mentions an entity
  // uses its name.
  const StatementLease unused_alias =
      sql["DELETE FROM alias WHERE id = ?1 AND NOT EXISTS(SELECT 1 FROM alias_use WHERE alias_id = ?1)"
          " RETURNING entity_id"];
  const StatementLease unused_entity =
      sql["DELETE FROM entity WHERE id = ?1 AND NOT EXISTS(SELECT 1 FROM alias WHERE entity_id = ?1)"];
  std::vector<EntityId> entities;
  for (const std::int64_t alias : aliases) {
    unused_alias->reset();
    unused_alias->bind(0, alias);
    while (unused_alias->step()) entities.push_back(unused_alias->number(0));
  }
  for (const EntityId entity : entities) unused_entity->execute(entity);
}

// FTS5 wants the terms that it was given, so they are made while the texts are still there.
void IndexWriter::take_postings_out(DocumentId document) {
  PendingPostings& pending = connection_->pending;
  if (pending.documents.contains(document)) write_postings();
  const StatementLease rows =
      connection_->statements
          ["SELECT passage_index.id, title, heading, body FROM passage JOIN passage_index USING(id)"
           " WHERE passage.document_id = ?"];
  rows->bind(0, document);
  while (rows->step()) {
    pending.taken_out.push_back(
        {rows->number(0), terms_(rows->view(1)), terms_(rows->view(2)), terms_(rows->view(3))});
  }
}

}  // namespace vraagbaak::store
