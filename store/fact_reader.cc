// SPDX-License-Identifier: EUPL-1.2
// IndexReader: figures, tables and names.
#include <utility>

#include "store/figure_condition_sql.h"
#include "store/index_reader.h"
#include "store/reader_state.h"

namespace vraagbaak::store {
namespace {

std::optional<Decimal> decimal_of(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : Decimal::parse(row.view(column));
}
std::optional<PartialDate> date_of(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : PartialDate::parse_iso(row.view(column));
}
FigureBound bound_of(std::string_view name) {
  return name == "min" ? FigureBound::min : name == "max" ? FigureBound::max : FigureBound::none;
}

// All columns of table figure, in the order of schema.sql.
FigureRecord figure_of(const Statement& row) {
  FigureRecord record;
  record.id = row.number(0);
  record.passage = row.number(1);
  Figure& figure = record.figure;
  figure.kind = figure_kind_from(row.view(2)).value_or(FigureKind::number);
  figure.span = {row.size(3), row.size(4)};
  figure.value = decimal_of(row, 5);
  figure.unit = row.text(7);
  figure.date = date_of(row, 8);
  figure.from = date_of(row, 9);
  figure.to = date_of(row, 10);
  figure.approx = row.number(11) != 0;
  figure.bound = bound_of(row.view(12));
  figure.low = decimal_of(row, 13);
  figure.high = decimal_of(row, 14);
  figure.row = row.text(15);
  figure.column = row.text(16);
  figure.subject = row.text(17);
  figure.measure = row.text(18);
  figure.period = row.text(19);
  figure.place = row.text(20);
  figure.rule = row.text(21);
  record.table = optional_size(row, 22);
  record.cell = optional_size(row, 23);
  return record;
}

std::vector<FigureRecord> figures_of(Statement& rows) {
  std::vector<FigureRecord> figures;
  while (rows.step()) figures.push_back(figure_of(rows));
  return figures;
}

// Columns passage, start, end, entity, kind, rule.
std::vector<MentionRecord> mentions_of_rows(Statement& rows) {
  std::vector<MentionRecord> mentions;
  while (rows.step()) {
    mentions.push_back({rows.number(3),
                        rows.number(0),
                        {rows.size(1), rows.size(2)},
                        entity_kind_from(rows.view(4)).value_or(EntityKind::organisation),
                        rows.text(5)});
  }
  return mentions;
}

// Columns id, name, kind, mentions.
std::vector<EntityRecord> entities_of(Statement& rows) {
  std::vector<EntityRecord> entities;
  while (rows.step()) {
    entities.push_back({rows.number(0), rows.text(1),
                        entity_kind_from(rows.view(2)).value_or(EntityKind::organisation), rows.size(3)});
  }
  return entities;
}

std::vector<std::string> texts_of(Statement& rows) {
  std::vector<std::string> texts;
  while (rows.step()) texts.push_back(rows.text(0));
  return texts;
}

}  // namespace

std::optional<FigureRecord> IndexReader::figure(FigureId id) const {
  const StatementLease rows = state_->statements["SELECT * FROM figure WHERE id = ?"];
  rows->bind_all(id);
  return rows->step() ? std::optional(figure_of(*rows)) : std::nullopt;
}

std::vector<FigureRecord> IndexReader::figures_in_passage(PassageId id) const {
  const StatementLease rows =
      state_->statements["SELECT * FROM figure WHERE passage_id = ? ORDER BY start_byte"];
  rows->bind_all(id);
  return figures_of(*rows);
}

std::vector<FigureRecord> IndexReader::figures(const FigureFilter& filter) const {
  const SqlExpression condition = sql_of(filter.condition);
  const std::string documents = filter.documents ? json_list(*filter.documents) : "";
  std::string sql =
      "SELECT figure.* FROM figure JOIN passage ON passage.id = figure.passage_id"
      " JOIN document ON document.id = passage.document_id WHERE " +
      condition.text;
  if (filter.documents) sql += " AND passage.document_id IN (SELECT value FROM json_each(?))";
  sql += " ORDER BY ";
  if (filter.order == FigureOrder::largest) sql += "figure.value_sort IS NULL, figure.value_sort DESC, ";
  if (filter.order == FigureOrder::smallest) sql += "figure.value_sort IS NULL, figure.value_sort, ";
  sql += "document.path, figure.start_byte LIMIT coalesce(?, -1) OFFSET ?";
  Statement rows(state_->database, sql.c_str());
  int at = condition.bind(rows, 0);
  if (filter.documents) rows.bind(at++, documents);
  rows.bind(at, filter.limit);
  rows.bind(at + 1, filter.offset);
  return figures_of(rows);
}

std::size_t IndexReader::figure_count(const FigureFilter& filter) const {
  const SqlExpression condition = sql_of(filter.condition);
  const std::string documents = filter.documents ? json_list(*filter.documents) : "";
  std::string sql = filter.documents
                        ? "SELECT count(*) FROM figure JOIN passage ON passage.id = figure.passage_id WHERE "
                        : "SELECT count(*) FROM figure WHERE ";
  sql += condition.text;
  if (filter.documents) sql += " AND passage.document_id IN (SELECT value FROM json_each(?))";
  Statement rows(state_->database, sql.c_str());
  const int at = condition.bind(rows, 0);
  if (filter.documents) rows.bind(at, documents);
  return rows.step() ? rows.size(0) : 0;
}

std::vector<FigureRecord> IndexReader::figures_in_passages(const std::vector<PassageId>& passages,
                                                           const FigureCondition& condition) const {
  const SqlExpression expression = sql_of(condition);
  const std::string sql =
      "SELECT * FROM figure WHERE passage_id = ? AND " + expression.text + " ORDER BY start_byte";
  Statement rows(state_->database, sql.c_str());
  std::vector<FigureRecord> figures;
  for (const PassageId passage : passages) {
    rows.reset();
    rows.bind(0, passage);
    expression.bind(rows, 1);
    while (rows.step()) figures.push_back(figure_of(rows));
  }
  return figures;
}

std::vector<std::string> IndexReader::units() const {
  const StatementLease rows = state_->statements["SELECT DISTINCT unit FROM figure ORDER BY unit"];
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
    tables.push_back({{id, rows->size(1)}, std::move(table)});
  }
  for (TableRecord& record : tables) {
    const StatementLease headers =
        state_->statements
            ["SELECT header FROM table_column WHERE document_id = ? AND table_number = ? ORDER BY number"];
    headers->bind_all(id, record.id.number);
    record.table.columns = texts_of(*headers);
  }
  return tables;
}

std::vector<Cell> IndexReader::cells(PartId table) const {
  const StatementLease rows =
      state_->statements["SELECT * FROM cell WHERE document_id = ? AND table_number = ? ORDER BY number"];
  rows->bind_all(table.document, table.number);
  std::vector<Cell> cells;
  while (rows->step()) {
    cells.push_back(
        {{rows->size(7), rows->size(8)}, rows->size(3), rows->size(4), rows->text(5), rows->text(6)});
  }
  return cells;
}

std::vector<FigureRecord> IndexReader::figures_in_table(PartId table) const {
  const StatementLease rows =
      state_->statements
          ["SELECT figure.* FROM passage JOIN figure ON figure.passage_id = passage.id"
           " WHERE passage.document_id = ?1 AND figure.table_number = ?2"
           " AND passage.start_byte < (SELECT end_byte FROM data_table WHERE document_id = ?1 "
           "AND number = ?2)"
           " ORDER BY figure.start_byte"];
  rows->bind_all(table.document, table.number);
  return figures_of(*rows);
}

std::vector<MentionRecord> IndexReader::mentions_in_passage(PassageId id) const {
  const StatementLease rows =
      state_->statements["SELECT * FROM mention WHERE passage_id = ? ORDER BY start_byte"];
  rows->bind_all(id);
  return mentions_of_rows(*rows);
}

std::vector<MentionRecord> IndexReader::mentions_of(EntityId entity, std::size_t limit) const {
  const StatementLease rows =
      state_->statements["SELECT * FROM mention WHERE entity_id = ? ORDER BY passage_id, start_byte LIMIT ?"];
  rows->bind_all(entity, limit);
  return mentions_of_rows(*rows);
}

std::optional<EntityRecord> IndexReader::entity(EntityId id) const {
  const StatementLease rows =
      state_->statements
          ["SELECT id, name, kind, (SELECT count(*) FROM mention WHERE entity_id = entity.id) "
           "FROM entity WHERE id = ?"];
  rows->bind_all(id);
  std::vector<EntityRecord> found = entities_of(*rows);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<EntityRecord> IndexReader::entities() const {
  const StatementLease rows =
      state_->statements
          ["SELECT id, name, kind, (SELECT count(*) FROM mention WHERE entity_id = entity.id) FROM entity"
           " ORDER BY name, kind"];
  return entities_of(*rows);
}

std::vector<EntityRecord> IndexReader::entities_in(DocumentId document) const {
  const StatementLease rows =
      state_->statements
          ["SELECT entity.id, entity.name, entity.kind, count(*) FROM passage"
           " JOIN mention ON mention.passage_id = passage.id JOIN entity ON entity.id = mention.entity_id"
           " WHERE passage.document_id = ? GROUP BY entity.id ORDER BY entity.name, entity.kind"];
  rows->bind_all(document);
  return entities_of(*rows);
}

std::vector<EntityRecord> IndexReader::entities_named(std::string_view folded) const {
  const StatementLease rows =
      state_->statements
          ["SELECT id, name, kind, (SELECT count(*) FROM mention WHERE entity_id = entity.id) AS mentions "
           "FROM entity"
           " WHERE id IN (SELECT entity_id FROM alias WHERE folded = ?) ORDER BY mentions DESC, name, kind"];
  rows->bind_all(folded);
  return entities_of(*rows);
}

std::vector<std::string> IndexReader::aliases(EntityId entity) const {
  const StatementLease rows = state_->statements
                                  ["SELECT DISTINCT alias FROM alias WHERE entity_id = ?1"
                                   " AND alias <> (SELECT name FROM entity WHERE id = ?1) ORDER BY alias"];
  rows->bind_all(entity);
  return texts_of(*rows);
}

std::vector<std::string> IndexReader::folded_names() const {
  const StatementLease rows = state_->statements["SELECT DISTINCT folded FROM alias ORDER BY folded"];
  return texts_of(*rows);
}

}  // namespace vraagbaak::store
