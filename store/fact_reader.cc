// SPDX-License-Identifier: EUPL-1.2
// IndexReader: figures, tables and names.
#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "store/block_store.h"
#include "store/entity_lists.h"
#include "store/figure_condition_sql.h"
#include "store/figure_table.h"
#include "store/index_reader.h"
#include "store/packed_table.h"
#include "store/reader_state.h"

namespace vraagbaak::store {
namespace {

constexpr std::string_view kFiguresOfDocuments =
    " FROM document CROSS JOIN figure ON figure.passage_id BETWEEN document.first_passage AND"
    " document.last_passage WHERE ";

// A document's path is the least of its files', which have an index.
constexpr const char* kDocumentsByPath =
    "SELECT document.path, first_passage, last_passage, figure_count FROM file JOIN document"
    " ON document.id = file.document_id AND document.path = file.path"
    " WHERE file.path > ? ORDER BY file.path LIMIT ?";
constexpr const char* kChosenByPath =
    "SELECT path, first_passage, last_passage, figure_count FROM document"
    " WHERE path > ? AND id IN (SELECT value FROM json_each(?)) ORDER BY path LIMIT ?";
constexpr std::size_t kDocumentsAtATime = 64;

// How many counts of figures are remembered.
constexpr std::size_t kMostCounts = 1000;

// The values that stand for the marks in a condition, told apart.
std::string values_of(const SqlExpression& condition) {
  std::string values;
  const auto add = [&](const auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>) {
      values.append(std::to_string(value.size())).append(":").append(value);
    } else {
      values.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
  };
  for (const auto& value : condition.values) std::visit(add, value);
  return values;
}

std::optional<Decimal> decimal_of(std::string_view text) {
  return text.empty() ? std::nullopt : Decimal::parse(text);
}
std::optional<PartialDate> date_of(std::string_view text) {
  return text.empty() ? std::nullopt : PartialDate::parse_iso(text);
}

FigureRecord figure_of(const ContentBlock::StoredFigure& stored, PassageId passage) {
  FigureRecord record;
  record.id = figure_id(passage, stored.ordinal);
  record.passage = passage;
  record.table = stored.table;
  record.cell = stored.cell;
  Figure& figure = record.figure;
  figure.kind = stored.kind;
  figure.span = stored.span;
  figure.approx = stored.approx;
  figure.bound = stored.bound;
  const auto& texts = stored.texts;
  figure.value = decimal_of(texts[ContentBlock::value]);
  figure.unit = texts[ContentBlock::unit];
  figure.date = date_of(texts[ContentBlock::date]);
  figure.from = date_of(texts[ContentBlock::date_from]);
  figure.to = date_of(texts[ContentBlock::date_to]);
  figure.low = decimal_of(texts[ContentBlock::low]);
  figure.high = decimal_of(texts[ContentBlock::high]);
  figure.row = texts[ContentBlock::row];
  figure.column = texts[ContentBlock::column];
  figure.subject = texts[ContentBlock::subject];
  figure.measure = texts[ContentBlock::measure];
  figure.period = texts[ContentBlock::period];
  figure.place = texts[ContentBlock::place];
  figure.rule = texts[ContentBlock::rule];
  return record;
}

// The figure with that id; nullopt where there is none.
std::optional<FigureRecord> read_figure(BlockStore& blocks, FigureId id) {
  const PassageId passage = passage_of_figure(id);
  const std::shared_ptr<BlockStore::Block> block = blocks.of(passage);
  if (block == nullptr) return std::nullopt;
  const auto figures = blocks.figures(*block, passage);
  const std::size_t ordinal = ordinal_of_figure(id);
  return ordinal < figures.size() ? std::optional(figure_of(figures[ordinal], passage)) : std::nullopt;
}

// Those whose ids the rows give in their first column.
std::vector<FigureRecord> figures_of(Statement& rows, BlockStore& blocks) {
  std::vector<FigureRecord> figures;
  while (rows.step()) {
    if (auto figure = read_figure(blocks, rows.number(0))) figures.push_back(*std::move(figure));
  }
  return figures;
}

struct FiguresOfDocument {
  std::string path;
  PassageRange passages;
  std::size_t figures = 0;
};

// The next documents by path; `chosen` is a JSON list of their ids, empty for all.
std::vector<FiguresOfDocument> documents_behind(StatementCache& statements, const std::string& path,
                                                const std::string& chosen) {
  const StatementLease rows = statements[chosen.empty() ? kDocumentsByPath : kChosenByPath];
  if (chosen.empty()) {
    rows->bind_all(path, kDocumentsAtATime);
  } else {
    rows->bind_all(path, chosen, kDocumentsAtATime);
  }
  std::vector<FiguresOfDocument> documents;
  while (rows->step())
    documents.push_back({rows->text(0), {rows->number(1), rows->number(2)}, rows->size(3)});
  return documents;
}

std::size_t mentions_in(const Statement& row) {
  std::size_t mentions = 0;
  for (const NamingPassage& passage : unpack_passages(row.blob(1), row.number(0)))
    mentions += passage.mentions;
  return mentions;
}

void sort_by_name(std::vector<EntityRecord>& entities) {
  std::ranges::sort(entities, {}, [](const EntityRecord& it) {
    return std::tuple(std::string_view(it.name), to_string(it.kind), it.id);
  });
}

std::vector<std::string> texts_of(Statement& rows) {
  std::vector<std::string> texts;
  while (rows.step()) texts.push_back(rows.text(0));
  return texts;
}

}  // namespace

std::optional<FigureRecord> IndexReader::figure(FigureId id) const {
  const StatementLease passage = state_->statements["SELECT 1 FROM passage WHERE id = ?"];
  if (!passage->first_number(passage_of_figure(id))) return std::nullopt;
  return read_figure(state_->blocks(), id);
}

std::vector<FigureRecord> IndexReader::figures_in_passage(PassageId id) const {
  std::vector<FigureRecord> figures;
  if (const std::shared_ptr<BlockStore::Block> block = state_->blocks().of(id)) {
    for (const auto& stored : state_->blocks().figures(*block, id)) figures.push_back(figure_of(stored, id));
  }
  return figures;
}

std::vector<FigureRecord> IndexReader::figures(const FigureFilter& filter) const {
  const SqlExpression condition = sql_of(filter.condition);
  const std::string chosen = filter.documents ? json_list(*filter.documents) : "";
  if (filter.order != FigureOrder::place) {
    std::string sql = "SELECT figure.id" + std::string(kFiguresOfDocuments) + condition.text;
    if (filter.documents) sql += " AND document.id IN (SELECT value FROM json_each(?))";
    sql += " ORDER BY figure.value_sort IS NULL, figure.value_sort ";
    sql += filter.order == FigureOrder::largest ? "DESC" : "ASC";
    sql += ", document.path, figure.start_byte LIMIT coalesce(?, -1) OFFSET ?";
    Statement rows(state_->database, sql.c_str());
    int at = condition.bind(rows, 0);
    if (filter.documents) rows.bind(at++, chosen);
    rows.bind(at, filter.limit);
    rows.bind(at + 1, filter.offset);
    return figures_of(rows, state_->blocks());
  }
  // Document by document in their order, and no further than is asked for.
  const std::string sql =
      "SELECT id FROM figure WHERE passage_id BETWEEN ? AND ? AND " + condition.text + " ORDER BY start_byte";
  Statement rows(state_->database, sql.c_str());
  const bool takes_all = allows_all(filter.condition);
  const std::size_t most = filter.limit.value_or(std::numeric_limits<std::size_t>::max());
  std::size_t to_pass_over = filter.offset;
  std::vector<FigureRecord> figures;
  std::string path;  // of the last document; none has an empty one
  for (;;) {
    const std::vector<FiguresOfDocument> documents = documents_behind(state_->statements, path, chosen);
    if (documents.empty()) return figures;
    path = documents.back().path;
    for (const FiguresOfDocument& document : documents) {
      if (figures.size() == most) return figures;
      if (document.figures == 0 || (takes_all && document.figures <= to_pass_over)) {
        to_pass_over -= document.figures;
        continue;
      }
      rows.reset();
      rows.bind(0, document.passages.first);
      rows.bind(1, document.passages.last);
      condition.bind(rows, 2);
      while (figures.size() < most && rows.step()) {
        if (to_pass_over > 0) {
          --to_pass_over;
        } else if (auto figure = read_figure(state_->blocks(), rows.number(0))) {
          figures.push_back(*std::move(figure));
        }
      }
    }
  }
}

std::size_t IndexReader::figure_count(const FigureFilter& filter) const {
  state_->keep_up();
  const SqlExpression condition = sql_of(filter.condition);
  const std::string documents = filter.documents ? json_list(*filter.documents) : "";
  std::string sql;
  if (allows_all(filter.condition)) {
    sql = "SELECT coalesce(sum(figure_count), 0) FROM document WHERE 1";
  } else {
    sql = "SELECT count(*)";
    sql += filter.documents ? kFiguresOfDocuments : std::string_view(" FROM figure WHERE ");
    sql += condition.text;
  }
  if (filter.documents) sql += " AND document.id IN (SELECT value FROM json_each(?))";
  const std::string asked = sql + '\n' + values_of(condition) + documents;
  const auto known = state_->figure_counts.find(asked);
  if (known != state_->figure_counts.end()) return known->second;
  Statement rows(state_->database, sql.c_str());
  const int at = allows_all(filter.condition) ? 0 : condition.bind(rows, 0);
  if (filter.documents) rows.bind(at, documents);
  const std::size_t count = rows.step() ? rows.size(0) : 0;
  if (state_->figure_counts.size() >= kMostCounts) state_->figure_counts.clear();
  state_->figure_counts.emplace(asked, count);
  return count;
}

std::vector<FigureRecord> IndexReader::figures_in_passages(const std::vector<PassageId>& passages,
                                                           const FigureCondition& condition) const {
  const SqlExpression expression = sql_of(condition);
  const std::string sql =
      "SELECT id FROM figure WHERE passage_id = ? AND " + expression.text + " ORDER BY start_byte";
  Statement rows(state_->database, sql.c_str());
  std::vector<FigureRecord> figures;
  for (const PassageId passage : passages) {
    rows.reset();
    rows.bind(0, passage);
    expression.bind(rows, 1);
    std::ranges::move(figures_of(rows, state_->blocks()), std::back_inserter(figures));
  }
  return figures;
}

std::vector<std::string> IndexReader::units() const {
  const StatementLease rows = state_->statements["SELECT unit FROM figure_unit ORDER BY unit"];
  return texts_of(*rows);
}

std::vector<TableRecord> IndexReader::tables(DocumentId id) const {
  const StatementLease rows =
      state_->statements["SELECT * FROM data_table WHERE document_id = ? ORDER BY number"];
  rows->bind_all(id);
  std::vector<TableRecord> tables;
  while (rows->step()) {
    Table table;
    table.section = optional_size(*rows, 2).value_or(kNone);
    table.caption = rows->text(3);
    table.unit = rows->text(4);
    table.scale_power = static_cast<int>(rows->number(5));
    table.span = {rows->size(6), rows->size(7)};
    table.columns = state_->database.undamaged([&] { return unpack_columns(rows->blob(8)); });
    tables.push_back({{id, rows->size(1)}, std::move(table)});
  }
  return tables;
}

std::vector<Cell> IndexReader::cells(PartId table) const {
  const StatementLease row =
      state_->statements["SELECT content FROM data_table WHERE document_id = ? AND number = ?"];
  row->bind_all(table.document, table.number);
  if (!row->step()) return {};
  return state_->database.undamaged([&] { return unpack_cells(row->blob(0)); });
}

std::vector<FigureRecord> IndexReader::figures_in_table(PartId table) const {
  ByteSpan span;
  {
    const StatementLease row =
        state_
            ->statements["SELECT start_byte, end_byte FROM data_table WHERE document_id = ? AND number = ?"];
    row->bind_all(table.document, table.number);
    if (!row->step()) return {};
    span = {row->size(0), row->size(1)};
  }
  const PassageRange range = passage_range(state_->statements, table.document);
  std::vector<FigureRecord> figures;
  const PassageId last = last_passage_from(range, span.end);
  for (PassageId id = std::max(range.first, last_passage_from(range, span.begin)); id <= last; ++id) {
    const std::shared_ptr<BlockStore::Block> block = state_->blocks().of(id);
    if (block == nullptr) continue;
    for (const auto& stored : state_->blocks().figures(*block, id)) {
      if (stored.table == table.number) figures.push_back(figure_of(stored, id));
    }
  }
  return figures;
}

// By their numbers in the document.
std::vector<EntityId> IndexReader::entities_of(DocumentId id) const {
  const StatementLease row =
      state_->statements["SELECT content FROM document_entities WHERE document_id = ?"];
  row->bind_all(id);
  std::vector<EntityId> ids;
  if (!row->step()) return ids;
  for (const DocumentEntity& entity :
       state_->database.undamaged([&] { return unpack_entities(row->blob(0)); })) {
    ids.push_back(entity.id);
  }
  return ids;
}

std::vector<MentionRecord> IndexReader::mentions_in_passage(PassageId id) const {
  std::vector<MentionRecord> mentions;
  const StatementLease row = state_->statements["SELECT document_id FROM passage WHERE id = ?"];
  const std::optional<DocumentId> document = row->first_number(id);
  if (!document) return mentions;
  const std::shared_ptr<BlockStore::Block> block = state_->blocks().of(id);
  if (block == nullptr) return mentions;
  const auto stored = state_->blocks().mentions(*block, id);
  if (stored.empty()) return mentions;
  // As long as the document is there, so are its entities under their ids.
  if (!block->entities) block->entities = entities_of(*document);
  for (const ContentBlock::StoredMention& mention : stored) {
    if (mention.entity >= block->entities->size()) continue;
    mentions.push_back(
        {(*block->entities)[mention.entity], id, mention.span, mention.kind, std::string(mention.rule)});
  }
  return mentions;
}

std::vector<MentionRecord> IndexReader::mentions_of(EntityId entity, std::size_t limit) const {
  std::vector<NamingPassage> passages;
  {
    const StatementLease rows =
        state_->statements["SELECT part, passages FROM entity_passages WHERE entity_id = ? ORDER BY part"];
    rows->bind_all(entity);
    while (rows->step()) {
      std::ranges::copy(
          state_->database.undamaged([&] { return unpack_passages(rows->blob(1), rows->number(0)); }),
          std::back_inserter(passages));
    }
  }
  std::vector<MentionRecord> mentions;
  for (const NamingPassage& passage : passages) {
    if (passage.mentions == 0) continue;
    for (MentionRecord& mention : mentions_in_passage(passage.id)) {
      if (mention.entity != entity) continue;
      if (mentions.size() == limit) return mentions;
      mentions.push_back(std::move(mention));
    }
  }
  return mentions;
}

std::optional<EntityRecord> IndexReader::entity(EntityId id) const {
  EntityRecord record;
  {
    const StatementLease row = state_->statements["SELECT name, kind FROM entity WHERE id = ?"];
    row->bind_all(id);
    if (!row->step()) return std::nullopt;
    record = {id, row->text(0), static_cast<EntityKind>(row->number(1)), 0};
  }
  const StatementLease rows =
      state_->statements["SELECT part, passages FROM entity_passages WHERE entity_id = ?"];
  rows->bind_all(id);
  while (rows->step()) record.mentions += state_->database.undamaged([&] { return mentions_in(*rows); });
  return record;
}

std::vector<EntityRecord> IndexReader::entities() const {
  const StatementLease rows = state_->statements["SELECT id, kind, name FROM entity"];
  std::vector<EntityRecord> entities;
  while (rows->step())
    entities.push_back({rows->number(0), rows->text(2), static_cast<EntityKind>(rows->number(1)), 0});
  sort_by_name(entities);
  return entities;
}

std::vector<EntityRecord> IndexReader::entities_in(DocumentId document) const {
  std::map<EntityId, std::size_t> mentions;
  const PassageRange range = passage_range(state_->statements, document);
  for (PassageId id = range.first; id <= range.last; ++id) {
    for (const MentionRecord& mention : mentions_in_passage(id)) ++mentions[mention.entity];
  }
  const StatementLease row = state_->statements["SELECT name, kind FROM entity WHERE id = ?"];
  std::vector<EntityRecord> entities;
  for (const auto& [id, count] : mentions) {
    row->reset();
    row->bind_all(id);
    if (row->step()) entities.push_back({id, row->text(0), static_cast<EntityKind>(row->number(1)), count});
  }
  sort_by_name(entities);
  return entities;
}

std::vector<EntityRecord> IndexReader::entities_named(std::string_view folded) const {
  std::vector<EntityRecord> entities;
  const StatementLease ids =
      state_->statements["SELECT DISTINCT entity_id FROM entity_name WHERE folded = ?"];
  ids->bind_all(folded);
  while (ids->step()) {
    if (auto found = entity(ids->number(0))) entities.push_back(*std::move(found));
  }
  sort_by_name(entities);
  std::ranges::stable_sort(entities, std::greater<>(), &EntityRecord::mentions);
  return entities;
}

std::vector<std::string> IndexReader::aliases(EntityId entity) const {
  const StatementLease rows =
      state_->statements
          ["SELECT DISTINCT alias FROM entity_name WHERE entity_id = ? AND alias <> ''"
           " ORDER BY alias"];
  rows->bind_all(entity);
  return texts_of(*rows);
}

std::vector<std::string> IndexReader::folded_names() const {
  const StatementLease rows = state_->statements["SELECT DISTINCT folded FROM entity_name ORDER BY folded"];
  return texts_of(*rows);
}

}  // namespace vraagbaak::store
