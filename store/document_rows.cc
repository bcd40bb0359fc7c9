// SPDX-License-Identifier: EUPL-1.2
// IndexWriter: the rows of one document.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "model/offset_map.h"
#include "store/index_writer.h"
#include "store/writer_connection.h"

namespace vraagbaak::store {
namespace {

// Deeper headings are left out of a path beyond this many bytes: nothing legible is lost, and a text that
// nests without end stays linear.
constexpr std::size_t kLongestPath = 600;

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
           " language, byte_count, code_point_count, format, titled_by_name, file_size, content_hash)"
           " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"]
      ->execute(document.path, entry.file.source, meta.title, meta.type, meta.number, meta.author,
                entry.folded_author, meta.addressee, date, year, document.language, document.text.size(),
                count_code_points(document.text), entry.file.format, entry.titled_by_name ? 1 : 0,
                as_signed(entry.file.size), entry.file.content_hash);
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
  const StatementLease key = sql["INSERT OR IGNORE INTO question_key VALUES(?, ?)"];
  for (const std::string& k : entry.question_keys) key->execute(id, k);
  const StatementLease annex = sql["INSERT OR IGNORE INTO annex_reference VALUES(?, ?, ?)"];
  for (const IndexEntry::Annex& a : entry.annexes) annex->execute(id, a.section, a.name);
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
           " approx, bound, low, high, row_header, column_header, subject, measure, "
           "period, place, rule, "
           "table_number, cell_number)"
           " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"];
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
                 figure.row, figure.column, figure.subject, figure.measure, figure.period, figure.place,
                 figure.rule, place ? std::optional(place->table) : std::nullopt,
                 place ? std::optional(place->cell) : std::nullopt);
  }
}

void IndexWriter::write_names(DocumentId id, const IndexEntry& entry,
                              const std::vector<PassageId>& passages) {
  StatementCache& sql = connection_->statements;
  const EntityList& names = entry.document.names;
  // Looked up, then inserted: as one statement (ON CONFLICT … RETURNING) names took three times as long.
  const StatementLease entity = sql["SELECT id FROM entity WHERE name = ? AND kind = ?"];
  const StatementLease add_entity = sql["INSERT INTO entity(name, kind) VALUES(?, ?)"];
  const StatementLease alias = sql["SELECT id FROM alias WHERE entity_id = ? AND alias = ?"];
  const StatementLease add_alias = sql["INSERT INTO alias(entity_id, alias, folded) VALUES(?, ?, ?)"];
  const StatementLease use = sql["INSERT OR IGNORE INTO alias_use VALUES(?, ?)"];
  const auto added = [&](Statement& add, const auto&... values) {
    add.execute(values...);
    return connection_->database.last_row_id();
  };
  std::vector<EntityId> ids;
  ids.reserve(names.entities.size());
  for (std::size_t i = 0; i < names.entities.size(); ++i) {
    const Entity& it = names.entities[i];
    const std::optional<EntityId> known = entity->first_number(it.name, to_string(it.kind));
    ids.push_back(known ? *known : added(*add_entity, it.name, to_string(it.kind)));
    for (const IndexEntry::Alias& name : entry.aliases[i]) {
      const std::optional<std::int64_t> called = alias->first_number(ids.back(), name.alias);
      use->execute(id, called ? *called : added(*add_alias, ids.back(), name.alias, name.folded));
    }
  }
  const StatementLease mention = sql["INSERT OR IGNORE INTO mention VALUES(?, ?, ?, ?, ?, ?)"];
  for (const Mention& it : names.mentions) {
    const std::optional<std::size_t> passage = passage_at(entry.document.passages, it.span.begin);
    if (!passage) continue;
    mention->execute(passages[*passage], it.span.begin, it.span.end, ids[it.entity], to_string(it.kind),
                     it.rule);
  }
}

}  // namespace vraagbaak::store
