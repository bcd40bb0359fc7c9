// SPDX-License-Identifier: EUPL-1.2
#include "store/index_writer.h"

#include <algorithm>
#include <optional>

#include "model/error.h"
#include "model/offset_map.h"
#include "store/database.h"
#include "store/fts_tokenizer.h"
#include "store/index_file.h"
#include "store/reader_state.h"
#include "store/statement.h"

namespace vraagbaak::store {
namespace {

// Settings of a first build. FTS5 gathers this many bytes of postings in memory before it writes a segment:
// fewer segments to merge afterwards. It keeps the value in the file, so finish() sets FTS5's own default
// back.
constexpr const char* kBulkHashSize =
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('hashsize', 67108864)";
constexpr const char* kDefaultHashSize =
    "INSERT INTO passage_fts(passage_fts, rank) VALUES('hashsize', 1048576)";

// Deeper headings are left out of a path beyond this many bytes: nothing legible is lost, and a text that
// nests without end stays linear.
constexpr std::size_t kLongestPath = 600;

// Hash as SQLite's signed integer, bit for bit.
std::int64_t as_signed(std::uint64_t hash) {
  return static_cast<std::int64_t>(hash);
}

std::optional<std::string> iso(const std::optional<PartialDate>& date) {
  return date ? std::optional(date->iso()) : std::nullopt;
}
std::optional<std::string> print(const std::optional<Decimal>& value) {
  return value ? std::optional(value->print()) : std::nullopt;
}
std::optional<std::int64_t> number_or_null(std::size_t index) {
  return index == kNone ? std::nullopt : std::optional(static_cast<std::int64_t>(index));
}

// The passage that holds a byte; passages tile the text. nullopt beyond its end.
std::optional<std::size_t> passage_at(const std::vector<Passage>& passages, std::size_t byte) {
  const auto after =
      std::ranges::upper_bound(passages, byte, {}, [](const Passage& p) { return p.span.begin; });
  if (after == passages.begin()) return std::nullopt;
  const auto found = std::prev(after);
  if (!found->span.contains(byte)) return std::nullopt;
  return static_cast<std::size_t>(found - passages.begin());
}

// Finds the table cell a figure stands in.
class CellFinder {
 public:
  struct Place {
    std::size_t table = 0;
    std::size_t cell = 0;
  };

  explicit CellFinder(const std::vector<Table>& tables) {
    for (std::size_t t = 0; t < tables.size(); ++t) {
      for (std::size_t c = 0; c < tables[t].cells.size(); ++c) {
        if (!tables[t].cells[c].span.empty()) cells_.push_back({tables[t].cells[c].span, {t, c}});
      }
    }
    std::ranges::sort(cells_, {}, &Entry::span);
  }

  std::optional<Place> find(ByteSpan figure) const {
    auto after =
        std::ranges::upper_bound(cells_, figure.begin, {}, [](const Entry& e) { return e.span.begin; });
    if (after == cells_.begin()) return std::nullopt;
    const Entry& entry = *std::prev(after);
    return entry.span.contains(figure) ? std::optional(entry.place) : std::nullopt;
  }

 private:
  struct Entry {
    ByteSpan span;
    Place place;
  };
  std::vector<Entry> cells_;
};

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

std::vector<std::string> heading_paths(const Document& document) {
  std::vector<std::string> paths(document.sections.size());
  for (std::size_t i = 1; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    // A parent stands before its children in the list, so its path is ready.
    std::string path = section.parent < i ? paths[section.parent] : std::string();
    if (!section.heading.empty() && path.size() < kLongestPath) {
      if (!path.empty()) path += " > ";
      path += section.heading;
    }
    paths[i] = std::move(path);
  }
  return paths;
}

struct IndexWriter::Connection {
  explicit Connection(const std::filesystem::path& file)
      : database(file, OpenMode::create), statements(database) {}

  Database database;
  StatementCache statements;
};

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

void IndexWriter::put(const IndexEntry& entry) {
  remove(entry.file.source);
  begin_batch();
  const DocumentId document = write_document(entry);
  write_outline(document, entry);
  const std::vector<PassageId> passages = write_passages(document, entry);
  write_tables(document, entry.document);
  write_figures(entry.document, passages);
  write_names(document, entry, passages);
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
  connection_->statements["COMMIT"]->execute();
  in_batch_ = false;
}

void IndexWriter::finish() {
  Database& database = connection_->database;
  if (meta_value(database, kMetaState) != "ready") {
    begin_batch();
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

// FTS5 wants the terms that it was given, so it goes first, while the texts are still there.
void IndexWriter::forget(DocumentId document) {
  StatementCache& sql = connection_->statements;
  forget_postings(document);

  std::vector<EntityId> entities;
  const StatementLease named = sql["SELECT DISTINCT entity_id FROM alias WHERE document_id = ?"];
  named->bind(0, document);
  while (named->step()) entities.push_back(named->number(0));
  named->reset();

  sql["DELETE FROM mention WHERE passage_id IN (SELECT id FROM passage WHERE document_id = ?)"]->execute(
      document);
  sql["DELETE FROM figure WHERE passage_id IN (SELECT id FROM passage WHERE document_id = ?)"]->execute(
      document);
  sql["DELETE FROM alias WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM passage WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM cell WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM table_column WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM data_table WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM unanswered WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM qa_pair WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM section WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM page WHERE document_id = ?"]->execute(document);
  sql["DELETE FROM document WHERE id = ?"]->execute(document);

  // Every document that mentions an entity has at least its name as an alias.
  const StatementLease unused =
      sql["DELETE FROM entity WHERE id = ?1 AND NOT EXISTS(SELECT 1 FROM alias WHERE entity_id = ?1)"];
  for (const EntityId entity : entities) unused->execute(entity);
}

void IndexWriter::forget_postings(DocumentId document) {
  StatementCache& sql = connection_->statements;
  const StatementLease rows =
      sql["SELECT passage_index.id, title, heading, body FROM passage JOIN passage_index USING(id)"
          " WHERE passage.document_id = ?"];
  const StatementLease out =
      sql["INSERT INTO passage_fts(passage_fts, rowid, title, heading, body) VALUES('delete', ?, '0', '1', "
          "'2')"];
  rows->bind(0, document);
  while (rows->step()) {
    const TermList title = terms_(rows->view(1));
    const TermList heading = terms_(rows->view(2));
    const TermList body = terms_(rows->view(3));
    connection_->database.feed().set(title, heading, body);
    out->execute(rows->number(0));
  }
  rows->reset();
}

DocumentId IndexWriter::write_document(const IndexEntry& entry) {
  const Document& document = entry.document;
  const Metadata& meta = document.metadata;
  const std::optional<std::int64_t> year =
      meta.date && meta.date->year != 0 ? std::optional<std::int64_t>(meta.date->year) : std::nullopt;
  const std::optional<std::string> date = iso(meta.date);
  connection_
      ->statements
          ["INSERT INTO document(path, source, title, type, number, author, author_folded, addressee, date, "
           "year,"
           " language, byte_count, code_point_count, file_size, file_mtime_ns, content_hash)"
           " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"]
      ->execute(document.path, entry.file.source, meta.title, meta.type, meta.number, meta.author,
                entry.folded_author, meta.addressee, date, year, document.language, document.text.size(),
                count_code_points(document.text), as_signed(entry.file.size), entry.file.mtime_ns,
                as_signed(entry.file.content_hash));
  return connection_->database.last_row_id();
}

void IndexWriter::write_outline(DocumentId id, const IndexEntry& entry) {
  StatementCache& sql = connection_->statements;
  const Document& document = entry.document;
  const StatementLease page = sql["INSERT OR IGNORE INTO page VALUES(?, ?, ?, ?)"];
  for (const Page& p : document.pages) page->execute(id, p.number, p.span.begin, p.span.end);

  const StatementLease section = sql["INSERT INTO section VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"];
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const Section& s = document.sections[i];
    section->execute(id, i, number_or_null(s.parent), to_string(s.kind), s.label, s.heading,
                     entry.heading_paths[i], s.span.begin, s.span.end);
  }
  // The same two sections may be linked under two labels; one link is enough.
  const StatementLease pair = sql["INSERT OR IGNORE INTO qa_pair VALUES(?, ?, ?, ?)"];
  for (const QaPair& p : document.pairs) {
    if (p.question != kNone && p.answer != kNone) pair->execute(id, p.question, p.answer, p.label);
  }
  const StatementLease unanswered = sql["INSERT INTO unanswered VALUES(?, ?, ?)"];
  for (std::size_t i = 0; i < document.unanswered.size(); ++i)
    unanswered->execute(id, i, document.unanswered[i]);
}

std::vector<PassageId> IndexWriter::write_passages(DocumentId id, const IndexEntry& entry) {
  StatementCache& sql = connection_->statements;
  const Document& document = entry.document;
  const StatementLease row = sql
      ["INSERT INTO passage(document_id, number, section, kind, language, start_byte, start_code_point, text)"
       " VALUES(?, ?, ?, ?, ?, ?, ?, ?)"];
  const StatementLease postings =
      sql["INSERT INTO passage_fts(rowid, title, heading, body) VALUES(?, '0', '1', '2')"];
  std::vector<PassageId> ids;
  ids.reserve(document.passages.size());
  std::size_t code_point = 0;
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    const std::string_view text = passage.span.in(document.text);
    row->execute(id, i, passage.section, to_string(passage.kind), passage.language, passage.span.begin,
                 code_point, text);
    ids.push_back(connection_->database.last_row_id());
    code_point += count_code_points(text);
    if (passage.kind == PassageKind::furniture) continue;
    connection_->database.feed().set(entry.title_terms, entry.heading_terms[passage.section],
                                     entry.body_terms[i]);
    postings->execute(ids.back());
  }
  return ids;
}

void IndexWriter::write_tables(DocumentId id, const Document& document) {
  StatementCache& sql = connection_->statements;
  const StatementLease row = sql["INSERT INTO data_table VALUES(?, ?, ?, ?, ?, ?, ?, ?)"];
  const StatementLease column = sql["INSERT INTO table_column VALUES(?, ?, ?, ?)"];
  const StatementLease cell = sql["INSERT INTO cell VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"];
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    const Table& table = document.tables[t];
    row->execute(id, t, number_or_null(table.section), table.caption, table.unit, table.scale_power,
                 table.span.begin, table.span.end);
    for (std::size_t c = 0; c < table.columns.size(); ++c) column->execute(id, t, c, table.columns[c]);
    for (std::size_t c = 0; c < table.cells.size(); ++c) {
      const Cell& it = table.cells[c];
      cell->execute(id, t, c, it.row, it.column, it.row_header, it.column_header, it.span.begin, it.span.end);
    }
  }
}

void IndexWriter::write_figures(const Document& document, const std::vector<PassageId>& passages) {
  const StatementLease row =
      connection_->statements
          ["INSERT INTO figure(passage_id, kind, start_byte, end_byte, value, value_sort, unit, "
           "date, date_from, date_to,"
           " approx, bound, low, high, row_header, column_header, subject, measure, rule, "
           "table_number, cell_number)"
           " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"];
  const CellFinder cells(document.tables);
  for (const Figure& figure : document.figures) {
    const std::optional<std::size_t> passage = passage_at(document.passages, figure.span.begin);
    if (!passage) continue;
    const auto place = cells.find(figure.span);
    const auto sort = figure.value ? std::optional(figure.value->approximate()) : std::nullopt;
    const auto value = print(figure.value);
    const auto low = print(figure.low);
    const auto high = print(figure.high);
    const auto date = iso(figure.date);
    const auto from = iso(figure.from);
    const auto to = iso(figure.to);
    row->execute(passages[*passage], to_string(figure.kind), figure.span.begin, figure.span.end, value, sort,
                 figure.unit, date, from, to, figure.approx ? 1 : 0, to_string(figure.bound), low, high,
                 figure.row, figure.column, figure.subject, figure.measure, figure.rule,
                 place ? std::optional(place->table) : std::nullopt,
                 place ? std::optional(place->cell) : std::nullopt);
  }
}

void IndexWriter::write_names(DocumentId id, const IndexEntry& entry,
                              const std::vector<PassageId>& passages) {
  StatementCache& sql = connection_->statements;
  const EntityList& names = entry.document.names;
  const StatementLease find = sql["SELECT id FROM entity WHERE name = ? AND kind = ?"];
  const StatementLease add = sql["INSERT INTO entity(name, kind) VALUES(?, ?)"];
  const StatementLease alias = sql["INSERT OR IGNORE INTO alias VALUES(?, ?, ?, ?)"];
  std::vector<EntityId> ids;
  ids.reserve(names.entities.size());
  for (std::size_t i = 0; i < names.entities.size(); ++i) {
    const Entity& entity = names.entities[i];
    find->reset();
    find->bind_all(entity.name, to_string(entity.kind));
    if (find->step()) {
      ids.push_back(find->number(0));
    } else {
      add->execute(entity.name, to_string(entity.kind));
      ids.push_back(connection_->database.last_row_id());
    }
    for (const IndexEntry::Alias& name : entry.aliases[i])
      alias->execute(name.folded, ids.back(), id, name.alias);
  }
  find->reset();
  const StatementLease mention = sql["INSERT OR IGNORE INTO mention VALUES(?, ?, ?, ?, ?, ?)"];
  for (const Mention& it : names.mentions) {
    const std::optional<std::size_t> passage = passage_at(entry.document.passages, it.span.begin);
    if (!passage) continue;
    mention->execute(passages[*passage], it.span.begin, it.span.end, ids[it.entity], to_string(it.kind),
                     it.rule);
  }
}

}  // namespace vraagbaak::store
