// SPDX-License-Identifier: EUPL-1.2
// IndexWriter: the rows of one document.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "store/block_store.h"
#include "store/heading_path.h"
#include "store/index_writer.h"
#include "store/writer_connection.h"

namespace vraagbaak::store {
namespace {

std::optional<std::string> iso(const std::optional<PartialDate>& date) {
  return date ? std::optional(date->iso()) : std::nullopt;
}
std::optional<std::int64_t> number_or_null(std::size_t index) {
  return index == kNone ? std::nullopt : std::optional(static_cast<std::int64_t>(index));
}

}  // namespace

std::vector<std::string> heading_paths(const Document& document) {
  std::vector<std::string> paths(document.sections.size());
  for (std::size_t i = 1; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    // A parent stands before its children in the list, so its path is ready.
    HeadingPath path(section.parent < i ? paths[section.parent] : std::string());
    path.add(section.heading);
    paths[i] = std::move(path).take();
  }
  return paths;
}

DocumentId IndexWriter::write_document(const IndexEntry& entry, PassageId first_passage) {
  const Document& document = entry.document;
  const Metadata& meta = document.metadata;
  const std::optional<std::int64_t> year =
      meta.date && meta.date->year != 0 ? std::optional<std::int64_t>(meta.date->year) : std::nullopt;
  const std::optional<std::string> date = iso(meta.date);
  connection_
      ->statements
          ["INSERT INTO document(path, source, title, type, number, author, author_folded, addressee, date, "
           "year,"
           " language, byte_count, code_point_count, format, titled_by_name, file_size, content_hash,"
           " first_passage, last_passage, figure_count)"
           " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"]
      ->execute(document.path, entry.file.source, meta.title, meta.type, meta.number, meta.author,
                entry.folded_author, meta.addressee, date, year, document.language, entry.content.byte_count,
                entry.content.code_point_count, entry.file.format, entry.titled_by_name ? 1 : 0,
                as_signed(entry.file.size), entry.file.content_hash, first_passage,
                first_passage + static_cast<PassageId>(document.passages.size()) - 1,
                entry.content.figure_count);
  return connection_->database.last_row_id();
}

void IndexWriter::write_outline(DocumentId id, const IndexEntry& entry) {
  StatementCache& sql = connection_->statements;
  const Document& document = entry.document;
  const StatementLease page = sql["INSERT OR IGNORE INTO page VALUES(?, ?, ?, ?)"];
  for (const Page& p : document.pages) page->execute(id, p.number, p.span.begin, p.span.end);

  const StatementLease sheet = sql["INSERT INTO sheet VALUES(?, ?, ?, ?, ?, ?)"];
  const StatementLease mark = sql["INSERT OR IGNORE INTO sheet_mark VALUES(?, ?, ?, ?, ?)"];
  for (std::size_t i = 0; i < document.sheets.size(); ++i) {
    const Sheet& s = document.sheets[i];
    sheet->execute(id, i, s.name, s.hidden ? 1 : 0, s.span.begin, s.span.end);
    for (const SheetMark& m : s.marks) mark->execute(id, m.begin, i, m.row, m.column);
  }

  sql["INSERT INTO document_headings VALUES(?, ?)"]->execute(id, Blob{entry.content.headings});
  const StatementLease section = sql["INSERT INTO section VALUES(?, ?, ?, ?, ?, ?, ?)"];
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const Section& s = document.sections[i];
    section->execute(id, i, number_or_null(s.parent), static_cast<int>(s.kind), s.label, s.span.begin,
                     s.span.end);
  }
  // The same two sections may be linked under two labels; one link is enough.
  const StatementLease pair = sql["INSERT OR IGNORE INTO qa_pair VALUES(?, ?, ?, ?)"];
  for (const QaPair& p : document.pairs) {
    if (p.question != kNone && p.answer != kNone) pair->execute(id, p.question, p.answer, p.label);
  }
  const StatementLease key = sql["INSERT OR IGNORE INTO question_key VALUES(?, ?)"];
  for (const std::string& k : entry.question_keys) key->execute(id, k);
  const StatementLease annex = sql["INSERT OR IGNORE INTO annex_reference VALUES(?, ?, ?)"];
  for (const IndexEntry::Annex& a : entry.annexes) annex->execute(id, a.section, a.name);
  const StatementLease unanswered = sql["INSERT INTO unanswered VALUES(?, ?, ?)"];
  for (std::size_t i = 0; i < document.unanswered.size(); ++i)
    unanswered->execute(id, i, document.unanswered[i]);
}

void IndexWriter::write_passages(DocumentId id, const IndexEntry& entry, PassageId first_passage) {
  StatementCache& sql = connection_->statements;
  const std::vector<Passage>& passages = entry.document.passages;
  const StatementLease row = sql["INSERT INTO passage VALUES(?, ?, ?, ?, ?, ?, ?, ?)"];
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const Passage& passage = passages[i];
    row->execute(first_passage + static_cast<PassageId>(i), id, i, passage.section, to_string(passage.kind),
                 passage.language, passage.span.begin, entry.content.code_points[i]);
  }
  for (const PackedContent::Block& it : entry.content.blocks)
    write_block(block_row(first_passage + static_cast<PassageId>(it.first_passage)), it.frame);
  const StatementLease unit =
      sql["INSERT INTO figure_unit VALUES(?, ?)"
          " ON CONFLICT(unit) DO UPDATE SET figures = figures + excluded.figures"];
  for (const PackedContent::UnitUse& it : entry.content.units) unit->execute(it.unit, it.figures);
}

// A row that does not fit in what is left of a page goes to the next one as a whole; with rows of a third of
// a page that would leave an eighth of all pages empty. So a row is cut where its page is full. How full that
// is, nobody tells: it is reckoned, and where it is wrong only room is lost.
void IndexWriter::write_block(std::int64_t row, std::string_view frame) {
  constexpr std::size_t kPageRoom = kPageSize - 8;  // behind the header of a leaf of a table
  // Of a row: its place in the page, its length and number, and the head of its record.
  // https://www.sqlite.org/fileformat2.html#b_tree_pages
  constexpr std::size_t kRowHead = 18;
  constexpr std::size_t kLeastPiece = 512;
  const StatementLease block = connection_->statements["INSERT INTO content_block VALUES(?, ?)"];
  std::size_t& room = connection_->block_room;
  const auto put = [&](std::int64_t id, std::string_view piece) {
    block->execute(id, Blob{piece});
    const std::size_t taken = piece.size() + kRowHead;
    if (room < taken) room = kPageRoom;
    room -= std::min(room, taken);
  };
  if (frame.size() + kRowHead > room && room >= kLeastPiece && frame.size() + kRowHead <= kPageRoom) {
    const std::size_t fits = room - kRowHead;
    put(row, frame.substr(0, fits));
    put(row + 1, frame.substr(fits));
  } else {
    put(row, frame);
  }
}

void IndexWriter::write_tables(DocumentId id, const IndexEntry& entry) {
  const StatementLease row =
      connection_->statements["INSERT INTO data_table VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"];
  for (std::size_t t = 0; t < entry.document.tables.size(); ++t) {
    const Table& table = entry.document.tables[t];
    row->execute(id, t, number_or_null(table.section), table.caption, table.unit, table.scale_power,
                 table.span.begin, table.span.end, Blob{entry.content.tables[t]});
  }
}

}  // namespace vraagbaak::store
