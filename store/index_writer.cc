// SPDX-License-Identifier: EUPL-1.2
#include "store/index_writer.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "model/error.h"
#include "store/block_store.h"
#include "store/index_file.h"
#include "store/passage_numbers.h"
#include "store/reader_state.h"
#include "store/term_counts.h"
#include "store/writer_connection.h"

namespace vraagbaak::store {
namespace {

// Settings of a first build. FTS5 gathers this many bytes of postings in memory before it writes a segment,
// and merges none of them with each other: they are merged once, at the end. It keeps the values in the file,
// so finish() sets those for updates: FTS5's own, but that an update of some hundred documents is one
// segment. With FTS5's 1 MiB it is a dozen, and merging them begins to merge the whole index in that very
// update.
constexpr const char* kBulkSettings =
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('hashsize', 67108864);"
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('automerge', 0);"
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('crisismerge', 1999);";
constexpr const char* kDefaultSettings =
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('hashsize', 16777216);"
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('automerge', 4);"
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('crisismerge', 16);";

std::vector<SourceFile> read_files(StatementCache& statements) {
  const StatementLease rows = statements
      ["SELECT file.source, file.path, file_size, mtime_ns, content_hash, document_id, format, file.path = "
       "document.path FROM file JOIN document ON document.id = file.document_id ORDER BY file.source"];
  std::vector<SourceFile> files;
  while (rows->step()) {
    files.push_back({rows->text(0), rows->text(1), static_cast<std::uint64_t>(rows->number(2)),
                     rows->number(3), rows->text(4), rows->number(5), rows->text(6), rows->number(7) != 0});
  }
  return files;
}

// Between a rollback journal and a WAL. It keeps everybody else out of the file, so it does not wait for the
// disk meanwhile: it writes the first page as it was but for some bytes of its first sector, which a power
// cut leaves as they were or as they are to be. Not `at_once` where a WAL still holds what has to get into
// the file.
void change_journal_mode(Database& database, const char* sql, bool at_once) {
  if (at_once) database.run("PRAGMA synchronous = OFF");
  try {
    database.run(sql);
  } catch (const Error&) {
    database.run_if_possible("PRAGMA synchronous = NORMAL");
    throw;
  }
  database.run("PRAGMA synchronous = NORMAL");
}

// The name that a document without a title goes by.
std::string name_of(const std::string& source) {
  return std::filesystem::path(source).stem().string();
}

}  // namespace

IndexWriter::IndexWriter(const std::filesystem::path& file, const IndexIdentity& identity, TermMaker terms)
    : connection_(std::make_unique<Connection>(file)), terms_(std::move(terms)) {
  Database& database = connection_->database;
  if (database.number("PRAGMA application_id") == 0) {
    database.run(
        ("PRAGMA page_size = " + std::to_string(kPageSize) + "; PRAGMA auto_vacuum = INCREMENTAL").c_str());
    database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    create_schema(database, identity);
    database.run(kBulkSettings);
  }
  database.run("PRAGMA cache_size = -32768");  // KiB
}

IndexWriter::~IndexWriter() = default;  // closing the connection rolls an open batch back

std::vector<SourceFile> IndexWriter::files() {
  return read_files(connection_->statements);
}

std::vector<SourceFile> files_of_index(const std::filesystem::path& file) {
  try {
    Database database(file, OpenMode::read_only);
    // Up to version 3 every document had one file.
    Statement rows(database, database.number("SELECT count(*) FROM sqlite_schema WHERE name = 'file'") != 0
                                 ? "SELECT source, path FROM file ORDER BY source"
                                 : "SELECT source, path FROM document ORDER BY source");
    std::vector<SourceFile> files;
    while (rows.step()) {
      files.emplace_back();
      files.back().source = rows.text(0);
      files.back().document_path = rows.text(1);
    }
    return files;
  } catch (const Error&) {
    return {};  // of a version that kept them otherwise
  }
}

void fold_into_one_file(const std::filesystem::path& file) noexcept {
  try {
    Database database(file, OpenMode::read_write);
    database.run("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
  } catch (const std::exception&) {
    // It is damaged, no index of ours, or read: it goes either way.
  }
}

std::string IndexWriter::path_of(DocumentId document) {
  const StatementLease row = connection_->statements["SELECT path FROM document WHERE id = ?"];
  row->bind(0, document);
  return row->step() ? row->text(0) : std::string();
}

IndexCounts IndexWriter::counts() {
  return count_rows(connection_->statements);
}

std::shared_ptr<const PhraseBook> IndexWriter::phrases() {
  const StatementLease row = connection_->statements["SELECT content FROM phrase_book"];
  if (!row->step()) return nullptr;
  return connection_->database.undamaged(
      [&] { return std::make_shared<const PhraseBook>(std::string(row->blob(0))); });
}

void IndexWriter::learn_phrases(const std::vector<std::string>& texts, std::size_t size) {
  const std::optional<std::string> book = PhraseBook::learn(texts, size);
  if (!book) return;
  begin_batch();
  connection_->statements["INSERT OR IGNORE INTO phrase_book VALUES(1, ?)"]->execute(Blob{*book});
}

DocumentId IndexWriter::put(IndexEntry entry) {
  remove(entry.file.source);
  begin_batch();
  const PassageId first_passage = next_passage_id();
  const DocumentId document = write_document(entry, first_passage);
  connection_->statements["INSERT INTO file(source, path, document_id, mtime_ns) VALUES(?, ?, ?, ?)"]
      ->execute(entry.file.source, entry.document.path, document, entry.file.mtime_ns);
  write_outline(document, entry);
  write_passages(document, entry, first_passage);
  write_tables(document, entry);
  connection_->names.put(document, entry, first_passage);
  connection_->next_passage += static_cast<PassageId>(entry.document.passages.size());
  connection_->pending.add_kinds(first_passage, entry.content.figure_kinds);
  connection_->pending.add(document, std::move(entry), first_passage);
  return document;
}

PassageId IndexWriter::next_passage_id() {
  PassageId& next = connection_->next_passage;
  if (next == 0) {
    const std::string stored = meta_value(connection_->database, kMetaNextPassage);
    std::from_chars(stored.data(), stored.data() + stored.size(), next);
    next = std::max<PassageId>(next, 1);
  }
  return next;
}

std::size_t IndexWriter::relocate(const std::vector<std::string>& left,
                                  const std::vector<SourceFile>& there) {
  StatementCache& sql = connection_->statements;
  std::set<DocumentId> concerned;
  const auto take_out = [&](const std::string& source) {
    const StatementLease row = sql["SELECT document_id FROM file WHERE source = ?"];
    row->bind_all(source);
    if (!row->step()) return;
    concerned.insert(row->number(0));
    row->reset();
    begin_batch();
    sql["DELETE FROM file WHERE source = ?"]->execute(source);
  };
  // All go out before any comes in: files may have changed names with each other.
  for (const std::string& source : left) take_out(source);
  for (const SourceFile& file : there) take_out(file.source);
  for (const SourceFile& file : there) {
    begin_batch();
    sql["INSERT INTO file(source, path, document_id, mtime_ns) VALUES(?, ?, ?, ?)"]->execute(
        file.source, file.document_path, file.document, file.mtime_ns);
    concerned.insert(file.document);
  }
  std::size_t gone = 0;
  for (const DocumentId document : concerned) gone += settle(document) ? 0 : 1;
  return gone;
}

bool IndexWriter::settle(DocumentId document) {
  StatementCache& sql = connection_->statements;
  std::string path;
  std::string source;
  {
    const StatementLease first =
        sql["SELECT path, source FROM file WHERE document_id = ? ORDER BY path LIMIT 1"];
    first->bind_all(document);
    if (first->step()) {
      path = first->text(0);
      source = first->text(1);
    }
  }
  if (source.empty()) {
    forget(document);
    return false;
  }
  std::optional<std::string> title;  // it goes by its file's name, which is another now
  {
    const StatementLease known = sql["SELECT path, source, title, titled_by_name FROM document WHERE id = ?"];
    known->bind_all(document);
    if (!known->step() || (known->view(0) == path && known->view(1) == source)) return true;
    if (known->number(3) != 0 && known->view(2) != name_of(source)) title = name_of(source);
  }
  sql["UPDATE document SET path = ?, source = ? WHERE id = ?"]->execute(path, source, document);
  if (title) give_title(document, *title);
  return true;
}

// The title is searched with each passage, so their postings are written anew.
void IndexWriter::give_title(DocumentId document, const std::string& title) {
  take_postings_out(document);
  StatementCache& sql = connection_->statements;
  sql["UPDATE document SET title = ? WHERE id = ?"]->execute(title, document);
  PendingPostings::Put put{terms_(title), {}, {}};
  const StatementLease rows =
      sql["SELECT id, heading, body FROM passage_index WHERE id BETWEEN ? AND ? ORDER BY id"];
  const PassageRange passages = passage_range(sql, document);
  rows->bind_all(passages.first, passages.last);
  while (rows->step()) {
    put.passages.push_back({rows->number(0), put.headings.size(), terms_(rows->view(2))});
    put.headings.push_back(terms_(rows->view(1)));
  }
  connection_->pending.put_in.push_back(std::move(put));
  connection_->pending.documents.insert(document);
}

std::vector<FileFailure> IndexWriter::failures() {
  const StatementLease rows = connection_->statements["SELECT * FROM failure ORDER BY source, part"];
  std::vector<FileFailure> failures;
  while (rows->step()) failures.push_back(failure_of(*rows));
  return failures;
}

void IndexWriter::note_failures(const std::string& source, const std::vector<FileFailure>& failures) {
  begin_batch();
  StatementCache& sql = connection_->statements;
  sql["DELETE FROM failure WHERE source = ?"]->execute(source);
  for (const FileFailure& it : failures) {
    sql["INSERT OR REPLACE INTO failure VALUES(?, ?, ?, ?, ?, ?, ?)"]->execute(
        it.source, it.part, it.document_path, it.reason, as_signed(it.size), it.mtime_ns, it.read_with);
  }
}

void IndexWriter::commit() {
  if (!in_batch_) return;
  connection_->names.write_pending();
  if (connection_->next_passage != 0) {
    set_meta_value(connection_->database, kMetaNextPassage, std::to_string(connection_->next_passage));
  }
  write_postings();
  connection_->statements["COMMIT"]->execute();
  in_batch_ = false;
}

void IndexWriter::finish(const RunRecord& run) {
  Database& database = connection_->database;
  const bool is_first = is_first_build();
  if (is_first) {
    begin_batch();
    write_postings();
    database.run("INSERT INTO passage_fts(passage_fts) VALUES('optimize')");
    write_frequent_terms(connection_->statements);
    database.run(kDefaultSettings);
    set_meta_value(database, kMetaState, "ready");
    commit();
    database.run("PRAGMA incremental_vacuum");  // the pages of the segments that were merged into one
  }
  note_run(run, "done");
}

void IndexWriter::stop(const RunRecord& run) {
  note_run(run, "stopped");
}

void IndexWriter::note_run(const RunRecord& run, std::string_view state) {
  Database& database = connection_->database;
  const auto note = [&] {
    set_run_record(database, run);
    set_meta_value(database, kMetaRunState, state);
  };
  if (!has_written_) {
    // Not worth holding up whoever reads: at once, or not at all.
    try {
      database.run("PRAGMA busy_timeout = 0; BEGIN IMMEDIATE");
      note();
      database.run("COMMIT");
    } catch (const Error&) {
      database.run_if_possible("ROLLBACK");
    }
    return;
  }
  begin_batch();
  note();
  commit();
  if (!stays_in_wal_) leave_as_one_file();
}

// One plain file can be copied and be read from a folder that may not be written. Not while somebody reads
// it: then it stays in WAL mode until the next run.
void IndexWriter::leave_as_one_file() {
  Database& database = connection_->database;
  const bool is_all_in_file = database.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
  try {
    database.run("PRAGMA busy_timeout = 0");
    change_journal_mode(database, "PRAGMA journal_mode = DELETE", is_all_in_file);
  } catch (const Error&) {
  }
}

// Readers go on while a batch is written: WAL. The mode is set only now, so that a run without changes does
// not go through it.
void IndexWriter::begin_batch() {
  if (in_batch_) return;
  Database& database = connection_->database;
  const bool is_first = !has_written_;
  if (is_first) change_journal_mode(database, "PRAGMA journal_mode = WAL", true);
  has_written_ = true;
  connection_->statements["BEGIN IMMEDIATE"]->execute();
  in_batch_ = true;
  if (is_first) set_meta_value(database, kMetaRunState, "running");
}

void IndexWriter::write_postings() {
  StatementCache& sql = connection_->statements;
  PendingPostings& pending = connection_->pending;
  TokenFeed& feed = connection_->database.feed();
  PassageNumberWriter lengths(sql, PassageNumber::words);
  PassageNumberWriter kinds(sql, PassageNumber::figure_kinds);
  // A first build counts terms once, at its end.
  std::optional<TermCountUpdate> counts;
  if (!is_first_build()) counts.emplace(sql);
  const StatementLease out =
      sql["INSERT INTO passage_fts(passage_fts, rowid, title, heading, body) VALUES('delete', ?, '0', '1', "
          "'2')"];
  for (const PendingPostings::Row& row : pending.taken_out) {
    feed.set(row.title, row.heading, row.body);
    out->execute(row.passage);
    if (counts) counts->count(row.title, row.heading, row.body, -1);
  }
  const StatementLease in =
      sql["INSERT INTO passage_fts(rowid, title, heading, body) VALUES(?, '0', '1', '2')"];
  for (PendingPostings::Put& waiting : pending.put_in) {
    const PendingPostings::Put put = std::move(waiting);  // its memory goes with it: FTS5 takes as much
    for (const PendingPostings::Put::Searched& row : put.passages) {
      const TermList& heading = put.headings[row.section];
      feed.set(put.title, heading, row.body);
      in->execute(row.passage);
      lengths.set(row.passage, put.title.word_count() + heading.word_count() + row.body.word_count());
      if (counts) counts->count(put.title, heading, row.body, 1);
    }
  }
  for (const auto& [passage, held] : pending.figure_kinds) kinds.set(passage, held);
  lengths.write();
  kinds.write();
  if (counts) counts->write();
  pending = {};
}

bool IndexWriter::is_first_build() {
  return meta_value(connection_->database, kMetaState) != "ready";
}

void IndexWriter::forget(DocumentId document) {
  StatementCache& sql = connection_->statements;
  take_postings_out(document);

  const PassageRange passages = passage_range(sql, document);
  connection_->names.take_out(document, passages.first, passages.last);
  sql["UPDATE figure_unit SET figures = figure_unit.figures - gone.figures FROM (SELECT unit, count(*) AS "
      "figures"
      " FROM figure WHERE passage_id BETWEEN ? AND ? GROUP BY unit) AS gone WHERE gone.unit = "
      "figure_unit.unit"]
      ->execute(passages.first, passages.last);
  sql["DELETE FROM figure_unit WHERE figures <= 0"]->execute();
  sql["DELETE FROM content_block WHERE id BETWEEN ? AND ?"]->execute(block_row(passages.first),
                                                                     block_row(passages.last) + 1);
  sql["DELETE FROM passage WHERE id BETWEEN ? AND ?"]->execute(passages.first, passages.last);
  sql["DELETE FROM data_table WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM unanswered WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM annex_reference WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM question_key WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM qa_pair WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM document_headings WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM section WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM sheet_mark WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM sheet WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM page WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM document WHERE id = ?"]->execute(document);
}

// FTS5 wants the terms that it was given, so they are made while the texts are still there.
void IndexWriter::take_postings_out(DocumentId document) {
  PendingPostings& pending = connection_->pending;
  if (pending.documents.contains(document)) write_postings();
  const StatementLease rows =
      connection_->statements
          ["SELECT id, title, heading, body FROM passage_index WHERE id BETWEEN ? AND ? ORDER BY id"];
  const PassageRange passages = passage_range(connection_->statements, document);
  rows->bind_all(passages.first, passages.last);
  while (rows->step()) {
    pending.taken_out.push_back(
        {rows->number(0), terms_(rows->view(1)), terms_(rows->view(2)), terms_(rows->view(3))});
  }
}

}  // namespace vraagbaak::store
