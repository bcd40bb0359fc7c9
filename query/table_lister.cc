// SPDX-License-Identifier: EUPL-1.2
#include "query/table_lister.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace vraagbaak::query {
namespace {

// One term for each word of the query: its stem, or the word itself where it has none.
std::vector<std::string> query_terms(const analysis::Analyzer& analyzer, const std::string& query) {
  std::vector<std::string> terms;
  for (const analysis::Term& term : analyzer.analyze(query)) {
    if (term.colocated) continue;
    const auto number = analysis::Analyzer::number_term(term.span.in(query));
    terms.push_back(number ? *number : analyzer.stem_term(term.span.in(query)));
  }
  return terms;
}

CellFigure placed(const DocumentText& document, const Figure& figure) {
  const ByteSpan span = document.clamped(figure.span);
  return {figure, std::string(span.in(document.text())), document.code_point_at(span.begin),
          document.code_point_at(span.end)};
}

// The lines from the first cell of the row to its last.
void cite_row(const DocumentText& document, std::size_t section, ListedRow& row) {
  ByteSpan span = row.cells.front().cell.span;
  for (const ListedCell& cell : row.cells) {
    span.begin = std::min(span.begin, cell.cell.span.begin);
    span.end = std::max(span.end, cell.cell.span.end);
  }
  row.citation = document.cite(document.lines_round(span), section);
}

}  // namespace

Result<std::size_t> TableLister::list(const TableRequest& request,
                                      const std::function<void(const ListedTable&)>& take) const {
  auto documents = named_documents(reader_, request.document);
  if (!documents) return documents.problem();
  const std::vector<std::string> terms = query_terms(analyzer_, request.query);
  std::size_t count = 0;
  for (store::DocumentRecord& record : documents.value()) {
    const std::vector<store::TableRecord> tables = reader_.tables(record.id);
    if (tables.empty()) continue;
    const DocumentText document(reader_, citations_, std::move(record));
    for (const store::TableRecord& table : tables) {
      if (!terms.empty() && !matches(document, table, terms)) continue;
      const bool is_behind = request.limit > 0 && count >= request.offset + request.limit;
      if (is_behind && !request.count_all) return count;
      if (!is_behind && count >= request.offset) take(read(document, table));
      ++count;
    }
  }
  return count;
}

ListedTable TableLister::read(const DocumentText& document, const store::TableRecord& record) const {
  const Table& table = record.table;
  const std::size_t section = table.section == kNone ? 0 : table.section;
  ListedTable listed{
      record.id.number + 1, table.caption, table.unit, table.scale_power, table.columns, {}, {}};
  listed.citation = document.cite(table.span, section);

  const std::vector<Cell> cells = reader_.cells(record.id);
  std::vector<std::vector<CellFigure>> figures(cells.size());
  for (const store::FigureRecord& figure : reader_.figures_in_table(record.id)) {
    if (figure.cell && *figure.cell < figures.size()) {
      figures[*figure.cell].push_back(placed(document, figure.figure));
    }
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const ByteSpan span = document.clamped(cells[i].span);
    if (span.empty()) continue;
    if (listed.rows.empty() || listed.rows.back().cells.front().cell.row != cells[i].row) {
      listed.rows.push_back({cells[i].row_header, {}, {}});
    }
    listed.rows.back().cells.push_back({cells[i], std::string(span.in(document.text())),
                                        document.code_point_at(span.begin), document.code_point_at(span.end),
                                        "", std::move(figures[i])});
  }
  for (ListedRow& row : listed.rows) {
    cite_row(document, section, row);
    if (row.citation.cell.empty()) continue;
    for (ListedCell& cell : row.cells) {
      if (auto place = reader_.cell_at(record.id.document, cell.cell.span.begin)) cell.place = place->cell;
    }
  }
  return listed;
}

bool TableLister::matches(const DocumentText& document, const store::TableRecord& record,
                          const std::vector<std::string>& terms) const {
  const Table& table = record.table;
  std::string said = table.caption + "\n" + document.record().metadata.title + "\n" +
                     citations_.section_name(document.record().id, table.section);
  for (const std::string& column : table.columns) said.append("\n").append(column);
  said.append("\n").append(document.clamped(table.span).in(document.text()));
  std::unordered_set<std::string> known;
  for (analysis::Term& term : analyzer_.analyze(said)) known.insert(std::move(term.text));
  return std::ranges::all_of(terms, [&](const std::string& term) { return known.contains(term); });
}

}  // namespace vraagbaak::query
