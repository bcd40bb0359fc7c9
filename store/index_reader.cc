// SPDX-License-Identifier: EUPL-1.2
// Documents, outline, passages and terms; figures, tables and names are in fact_reader.cc.
#include "store/index_reader.h"

#include "model/error.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "model/offset_map.h"
#include "store/block_store.h"
#include "store/heading_path.h"
#include "store/index_file.h"
#include "store/reader_state.h"

// SELECT * gives the columns in the order of schema.sql, whose version was checked when the file was opened.

namespace vraagbaak::store {
namespace {

DocumentRecord document_of(const Statement& row) {
  DocumentRecord record;
  record.id = row.number(0);
  record.path = row.text(1);
  record.source = row.text(2);
  record.metadata.title = row.text(3);
  record.metadata.type = row.text(4);
  record.metadata.number = row.text(5);
  record.metadata.author = row.text(6);
  record.metadata.addressee = row.text(8);
  if (!row.is_null(9)) record.metadata.date = PartialDate::parse_iso(row.view(9));
  record.language = row.text(11);
  record.byte_count = row.size(12);
  record.code_point_count = row.size(13);
  record.format = row.text(14);
  record.content_hash = row.text(17);
  return record;
}

// Puts in the paths of the document's further files.
void add_copies(StatementCache& statements, DocumentRecord& record) {
  const StatementLease rows =
      statements["SELECT path FROM file WHERE document_id = ? AND path <> ? ORDER BY path"];
  rows->bind_all(record.id, std::string_view(record.path));
  while (rows->step()) record.copies.push_back(rows->text(0));
}

SectionRecord section_of(const Statement& row) {
  SectionRecord record;
  record.id = {row.number(0), row.size(1)};
  record.parent = optional_size(row, 2);
  record.kind = static_cast<SectionKind>(row.number(3));
  record.label = row.text(4);
  record.span = {row.size(5), row.size(6)};
  return record;
}

PassageRecord bare_passage_of(const Statement& row) {
  PassageRecord record;
  record.id = row.number(0);
  record.document = row.number(1);
  record.number = row.size(2);
  record.section = row.size(3);
  record.kind = passage_kind_from(row.view(4)).value_or(PassageKind::text);
  record.language = row.text(5);
  record.span = {row.size(6), row.size(6)};
  record.start_code_point = row.size(7);
  return record;
}

void add_text(PassageRecord& record, BlockStore& blocks) {
  record.text = blocks.text_of(record.id);
  record.span.end = record.span.begin + record.text.size();
}

PassageRecord passage_of(const Statement& row, BlockStore& blocks) {
  PassageRecord record = bare_passage_of(row);
  add_text(record, blocks);
  return record;
}

// Columns question, answer, label.
std::vector<QaPair> pairs_of(Statement& rows) {
  std::vector<QaPair> pairs;
  while (rows.step()) pairs.push_back({rows.text(2), rows.size(0), rows.size(1)});
  return pairs;
}

// Those from the passage with one id to that with the other.
std::vector<PassageRecord> read_passages(StatementCache& statements, BlockStore& blocks, PassageId first,
                                         PassageId last) {
  const StatementLease rows = statements["SELECT * FROM passage WHERE id BETWEEN ? AND ? ORDER BY id"];
  rows->bind_all(first, last);
  std::vector<PassageRecord> passages;
  while (rows->step()) passages.push_back(passage_of(*rows, blocks));
  return passages;
}

template <typename Record, typename Read>
std::optional<Record> only_row(Statement& rows, Read read) {
  return rows.step() ? std::optional<Record>(read(rows)) : std::nullopt;
}

}  // namespace

std::size_t count_searched(StatementCache& statements) {
  // FTS5 keeps it at the beginning of its record of averages, as a varint (seven bits a byte, high ones
  // first): https://www.sqlite.org/fts5.html#the_data_table
  const StatementLease row = statements["SELECT block FROM passage_fts_data WHERE id = 1"];
  std::size_t count = 0;
  if (!row->step()) return count;
  for (const char c : row->view(0)) {
    count = count << 7U | (static_cast<unsigned char>(c) & 0x7FU);
    if ((static_cast<unsigned char>(c) & 0x80U) == 0) break;
  }
  return count;
}

IndexCounts count_rows(StatementCache& statements) {
  const StatementLease row = statements
      ["SELECT count(*), coalesce(sum(last_passage - first_passage + 1), 0), coalesce(sum(figure_count), 0),"
       " (SELECT count(*) FROM entity), coalesce(sum(byte_count), 0) FROM document"];
  row->step();
  const IndexCounts counts{row->size(0), row->size(1), row->size(2), row->size(3), row->size(4)};
  row->reset();
  return counts;
}

IndexReader::IndexReader(const std::filesystem::path& file, std::string_view fingerprint) {
  state_ = std::make_unique<State>(open_ready(file, fingerprint));
}
IndexReader::~IndexReader() = default;
IndexReader::IndexReader(IndexReader&&) noexcept = default;

IndexCounts IndexReader::counts() const {
  return count_rows(state_->statements);
}

std::int64_t IndexReader::data_version() const {
  return state_->database.number("PRAGMA data_version");
}

std::vector<DocumentRecord> IndexReader::documents() const {
  const StatementLease rows = state_->statements["SELECT * FROM document ORDER BY path"];
  std::vector<DocumentRecord> documents;
  std::unordered_map<DocumentId, std::size_t> places;
  while (rows->step()) {
    documents.push_back(document_of(*rows));
    places.emplace(documents.back().id, documents.size() - 1);
  }
  const StatementLease copies =
      state_->statements
          ["SELECT file.document_id, file.path FROM file JOIN document ON document.id = file.document_id"
           " WHERE file.path <> document.path ORDER BY file.path"];
  while (copies->step()) {
    const auto place = places.find(copies->number(0));
    if (place != places.end()) documents[place->second].copies.push_back(copies->text(1));
  }
  return documents;
}

std::optional<DocumentRecord> IndexReader::document(DocumentId id) const {
  const StatementLease rows = state_->statements["SELECT * FROM document WHERE id = ?"];
  rows->bind_all(id);
  auto record = only_row<DocumentRecord>(*rows, document_of);
  if (record) add_copies(state_->statements, *record);
  return record;
}

std::optional<DocumentRecord> IndexReader::find_document(std::string_view path) const {
  const StatementLease rows =
      state_->statements
          ["SELECT document.* FROM file JOIN document ON document.id = file.document_id WHERE file.path = ?"];
  rows->bind_all(path);
  auto record = only_row<DocumentRecord>(*rows, document_of);
  if (record) add_copies(state_->statements, *record);
  return record;
}

std::string IndexReader::document_text(DocumentId id) const {
  const PassageRange range = passage_range(state_->statements, id);
  std::string text;
  for (PassageId passage = range.first; passage <= range.last; ++passage)
    text += state_->blocks().text_of(passage);
  return text;
}

PassageRange passage_range(StatementCache& statements, DocumentId document) {
  const StatementLease row = statements["SELECT first_passage, last_passage FROM document WHERE id = ?"];
  row->bind_all(document);
  return row->step() ? PassageRange{row->number(0), row->number(1)} : PassageRange{};
}

// Passages tile the text, so their places go up with their ids.
PassageId IndexReader::last_passage_from(PassageRange range, std::size_t byte) const {
  const StatementLease row = state_->statements["SELECT start_byte FROM passage WHERE id = ?"];
  PassageId below = range.first - 1;  // begins at or before `byte`, or is none
  for (PassageId above = range.last + 1; above - below > 1;) {
    const PassageId middle = below + (above - below) / 2;
    const std::optional<std::int64_t> begin = row->first_number(middle);
    (begin && static_cast<std::size_t>(*begin) <= byte ? below : above) = middle;
  }
  return below;
}

std::optional<int> IndexReader::page_at(DocumentId id, std::size_t byte) const {
  if (!state_->marks_of(id).has_pages) return std::nullopt;
  const StatementLease rows =
      state_->statements
          ["SELECT number FROM page WHERE document_id = ? AND start_byte <= ? ORDER BY "
           "start_byte DESC, number DESC LIMIT 1"];
  rows->bind_all(id, byte);
  return rows->step() ? std::optional(static_cast<int>(rows->number(0))) : std::nullopt;
}

std::vector<Page> IndexReader::pages(DocumentId id) const {
  const StatementLease rows =
      state_->statements
          ["SELECT number, start_byte, end_byte FROM page WHERE document_id = ? ORDER BY start_byte, number"];
  rows->bind_all(id);
  std::vector<Page> pages;
  while (rows->step()) pages.push_back({static_cast<int>(rows->number(0)), {rows->size(1), rows->size(2)}});
  return pages;
}

std::optional<CellPlace> IndexReader::cell_at(DocumentId id, std::size_t byte) const {
  if (!state_->marks_of(id).has_cells) return std::nullopt;
  const StatementLease rows =
      state_->statements
          ["SELECT sheet_mark.start_byte, row_number, column_number, name, end_byte FROM sheet_mark"
           " JOIN sheet ON sheet.document_id = sheet_mark.document_id AND sheet.number = sheet_mark.sheet"
           " WHERE sheet_mark.document_id = ? AND sheet_mark.start_byte <= ?"
           " ORDER BY sheet_mark.start_byte DESC LIMIT 1"];
  rows->bind_all(id, byte);
  if (!rows->step() || rows->size(4) <= byte) return std::nullopt;
  const ByteSpan before{rows->size(0), byte};
  std::size_t column = rows->size(2);
  for (const PassageRecord& passage : passages_in(id, before)) {
    for (std::size_t at = std::max(before.begin, passage.span.begin);
         at < std::min(before.end, passage.span.end); ++at) {
      const char c = passage.text[at - passage.span.begin];
      if (c == '\n') return CellPlace{rows->text(3), cell_name(rows->size(1), column)};
      column += c == '\t' ? 1 : 0;
    }
  }
  return CellPlace{rows->text(3), cell_name(rows->size(1), column)};
}

std::size_t IndexReader::code_point_at(DocumentId id, std::size_t byte) const {
  const std::optional<PassageRecord> found =
      passage(last_passage_from(passage_range(state_->statements, id), byte));
  if (!found || found->document != id) return 0;
  return found->start_code_point +
         count_code_points(std::string_view(found->text).substr(0, byte - found->span.begin));
}

std::vector<std::string> IndexReader::unanswered(DocumentId id) const {
  const StatementLease rows =
      state_->statements["SELECT label FROM unanswered WHERE document_id = ? ORDER BY number"];
  rows->bind_all(id);
  std::vector<std::string> labels;
  while (rows->step()) labels.push_back(rows->text(0));
  return labels;
}

std::vector<SectionRecord> IndexReader::sections(DocumentId id) const {
  const StatementLease rows =
      state_->statements["SELECT * FROM section WHERE document_id = ? ORDER BY number"];
  rows->bind_all(id);
  std::vector<std::string> headings = state_->database.headings().of(id);
  std::vector<SectionRecord> sections;
  while (rows->step()) {
    SectionRecord section = section_of(*rows);
    if (section.id.number < headings.size()) section.heading = std::move(headings[section.id.number]);
    // As HeadingFinder does it, of all at once.
    if (section.id.number != 0) {
      const std::size_t parent = section.parent.value_or(0);
      HeadingPath path(parent < sections.size() ? sections[parent].heading_path : std::string());
      path.add(section.heading);
      section.heading_path = std::move(path).take();
    }
    sections.push_back(std::move(section));
  }
  return sections;
}

std::optional<SectionRecord> IndexReader::section(PartId id) const {
  const StatementLease rows =
      state_->statements["SELECT * FROM section WHERE document_id = ? AND number = ?"];
  rows->bind_all(id.document, id.number);
  auto record = only_row<SectionRecord>(*rows, section_of);
  if (!record) return record;
  HeadingFinder& finder = state_->database.headings();
  const std::vector<std::string> headings = finder.of(id.document);
  if (id.number < headings.size()) record->heading = headings[id.number];
  record->heading_path = finder.path_of(id, headings);
  return record;
}

std::vector<SectionRecord> IndexReader::sections_round(PartId id) const {
  const StatementLease row = state_->statements["SELECT * FROM section WHERE document_id = ? AND number = ?"];
  std::vector<SectionRecord> sections;
  for (std::optional<std::size_t> number = id.number; number;) {
    row->reset();
    row->bind_all(id.document, *number);
    if (!row->step()) break;
    sections.push_back(section_of(*row));
    // A parent stands before its children.
    const std::optional<std::size_t> parent = sections.back().parent;
    number = parent && *parent < *number ? parent : std::nullopt;
  }
  HeadingPath path;
  for (auto section = sections.rbegin(); section != sections.rend(); ++section) {
    if (section->id.number != 0) path.add(section->heading);
    section->heading_path = path.text();
  }
  return sections;
}

std::vector<QaPair> IndexReader::pairs(DocumentId id) const {
  const StatementLease rows =
      state_->statements
          ["SELECT question, answer, label FROM qa_pair WHERE document_id = ? ORDER BY question, answer"];
  rows->bind_all(id);
  return pairs_of(*rows);
}

std::vector<QaPair> IndexReader::pairs_of_question(PartId question) const {
  const StatementLease rows =
      state_->statements
          ["SELECT question, answer, label FROM qa_pair WHERE document_id = ? AND question = ? "
           "ORDER BY answer"];
  rows->bind_all(question.document, question.number);
  return pairs_of(*rows);
}

std::vector<QaPair> IndexReader::pairs_of_answer(PartId answer) const {
  const StatementLease rows =
      state_->statements
          ["SELECT question, answer, label FROM qa_pair WHERE document_id = ? AND answer = ? "
           "ORDER BY question"];
  rows->bind_all(answer.document, answer.number);
  return pairs_of(*rows);
}

std::optional<PassageRecord> IndexReader::passage(PassageId id) const {
  state_->keep_up();
  if (const PassageRecord* known = state_->remembered(id)) return *known;
  const StatementLease rows = state_->statements["SELECT * FROM passage WHERE id = ?"];
  rows->bind_all(id);
  auto record =
      only_row<PassageRecord>(*rows, [&](const Statement& row) { return passage_of(row, state_->blocks()); });
  if (record) state_->remember(*record);
  return record;
}

std::optional<PassageRecord> IndexReader::passage_without_text(PassageId id) const {
  const StatementLease rows = state_->statements["SELECT * FROM passage WHERE id = ?"];
  rows->bind_all(id);
  return only_row<PassageRecord>(*rows, bare_passage_of);
}

void IndexReader::read_text(PassageRecord& passage) const {
  add_text(passage, state_->blocks());
}

std::vector<PassageRecord> IndexReader::passages(DocumentId id) const {
  const PassageRange range = passage_range(state_->statements, id);
  return read_passages(state_->statements, state_->blocks(), range.first, range.last);
}

std::optional<PassageId> IndexReader::first_passage(DocumentId id,
                                                    const std::vector<PassageKind>& kinds) const {
  const PassageRange range = passage_range(state_->statements, id);
  const StatementLease rows =
      state_->statements["SELECT id, kind FROM passage WHERE id BETWEEN ? AND ? ORDER BY id"];
  rows->bind_all(range.first, range.last);
  while (rows->step()) {
    const auto kind = passage_kind_from(rows->view(1)).value_or(PassageKind::text);
    const bool fits =
        kinds.empty() ? kind != PassageKind::furniture : std::ranges::find(kinds, kind) != kinds.end();
    if (fits) return rows->number(0);
  }
  return std::nullopt;
}

std::vector<PassageRecord> IndexReader::passages_in(DocumentId id, ByteSpan span) const {
  if (span.empty()) return {};
  // Passages tile the text, so the first one that overlaps is the last that begins at or before the span.
  const PassageRange range = passage_range(state_->statements, id);
  const PassageId first = std::max(range.first, last_passage_from(range, span.begin));
  return read_passages(state_->statements, state_->blocks(), first, last_passage_from(range, span.end - 1));
}

std::vector<PassageRecord> IndexReader::passages_of_section(PartId id) const {
  const std::optional<SectionRecord> found = section(id);
  if (!found) return {};
  return passages_in(id.document, found->span);
}

std::size_t IndexReader::passage_count() const {
  if (!state_->passage_count) {
    state_->passage_count = count_searched(state_->statements);
  }
  return *state_->passage_count;
}

std::size_t IndexReader::document_frequency(std::string_view term) const {
  const ReadScope scope(state_->database);
  state_->keep_up();
  const std::string key(term);
  const auto found = state_->document_frequencies.find(key);
  if (found != state_->document_frequencies.end()) return found->second;
  std::optional<std::size_t> count = state_->stored_count(term);
  if (!count) count = state_->listed_count(term);
  if (!count) {
    const StatementLease row = state_->statements["SELECT doc FROM passage_term WHERE term = ?"];
    row->bind_all(term);
    count = row->step() ? row->size(0) : 0;
  }
  state_->document_frequencies.emplace(key, *count);
  return *count;
}

IndexReader::Moment::Moment(const IndexReader& reader) : reader_(reader) {
  State& state = *reader_.state_;
  state.database.run("BEGIN");
  try {
    state.keep_up();  // and so reads: the moment begins
  } catch (const Error&) {
    state.database.run_if_possible("ROLLBACK");
    throw;
  }
  state.is_moment = true;
}

IndexReader::Moment::~Moment() {
  reader_.state_->is_moment = false;
  try {
    reader_.state_->database.run("COMMIT");
  } catch (const Error&) {
    // Nothing was written; SQLite has ended the transaction itself where it could not go on.
  }
}

std::vector<IndexReader::Word> IndexReader::words_beginning(std::string_view beginning,
                                                            std::size_t limit) const {
  std::vector<Word> words;
  if (beginning.empty() || static_cast<unsigned char>(beginning.back()) == 0xFF) return words;
  std::string behind(beginning);  // the first text that no longer begins so
  ++behind.back();
  const StatementLease rows =
      state_->statements["SELECT term, doc FROM passage_term WHERE term >= ? AND term < ? LIMIT ?"];
  rows->bind_all(beginning, std::string_view(behind), limit);
  while (rows->step()) words.push_back({rows->text(0), rows->size(1)});
  return words;
}

IndexReader::TimeLimit::TimeLimit(const IndexReader& reader, std::chrono::milliseconds limit)
    : reader_(reader) {
  if (limit.count() > 0) end_ = std::chrono::steady_clock::now() + limit;
  reader_.state_->database.set_deadline(end_);
}

IndexReader::TimeLimit::~TimeLimit() {
  reader_.state_->database.set_deadline(std::nullopt);
}

bool IndexReader::TimeLimit::is_over() const {
  return end_ && std::chrono::steady_clock::now() >= *end_;
}

void IndexReader::interrupt() {
  state_->database.interrupt();
}

}  // namespace vraagbaak::store
