// SPDX-License-Identifier: EUPL-1.2
#include "query/audit/auditor.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "query/audit/precision.h"
#include "query/audit/share_auditor.h"
#include "query/audit/table_auditor.h"

namespace vraagbaak::query {
namespace {

SumCell sum_cell(const ListedCell& cell, const AuditWords& words) {
  SumCell seen;
  seen.content = SumCell::Content::unknown;
  if (cell.figures.empty()) {
    if (words.has(cell.text, AuditRole::nothing)) seen.content = SumCell::Content::empty;
    return seen;
  }
  const CellFigure& only = cell.figures.front();
  const Figure& figure = only.figure;
  const bool exact = cell.figures.size() == 1 && figure.value && !figure.approx &&
                     figure.bound == FigureBound::none && !is_temporal(figure.kind) &&
                     figure.kind != FigureKind::ordinal_ref;
  if (!exact) return seen;
  seen.content = SumCell::Content::amount;
  seen.value = *figure.value;
  seen.unit = figure.unit;
  seen.kind = figure.kind;
  seen.place = last_place(only.text, *figure.value);
  return seen;
}

// Beyond this a column is one that a damaged index names.
constexpr std::size_t kMostColumns = 1000;

SumTable sum_table(const ListedTable& table, const AuditWords& words) {
  SumTable seen;
  seen.columns = table.columns;
  for (const ListedRow& row : table.rows) {
    for (const ListedCell& cell : row.cells) {
      if (cell.cell.column >= seen.columns.size() && cell.cell.column < kMostColumns) {
        seen.columns.resize(cell.cell.column + 1);
      }
    }
  }
  for (const ListedRow& row : table.rows) {
    seen.rows.push_back(row.header);
    std::vector<SumCell>& cells = seen.cells.emplace_back(seen.columns.size());
    for (const ListedCell& cell : row.cells) {
      if (cell.cell.column < cells.size()) cells[cell.cell.column] = sum_cell(cell, words);
    }
  }
  return seen;
}

AuditFigure of_cell(const ListedTable& table, SumCheck::At place) {
  for (const ListedCell& cell : table.rows[place.row].cells) {
    if (cell.cell.column != place.column || cell.figures.empty()) continue;
    const CellFigure& figure = cell.figures.front();
    return {figure.figure, figure.text, figure.start, figure.end};
  }
  return {};
}

AuditFigure of_text(const DocumentText& document, const Figure& figure) {
  return {figure, std::string(document.clamped(figure.span).in(document.text())),
          document.code_point_at(figure.span.begin), document.code_point_at(figure.span.end)};
}

}  // namespace

Result<std::size_t> Auditor::audit(const AuditRequest& request,
                                   const std::function<void(const AuditFinding&)>& take) const {
  auto documents = named_documents(reader_, request.document);
  if (!documents) return documents.problem();
  std::size_t count = 0;
  for (store::DocumentRecord& record : documents.value()) {
    const DocumentText document(reader_, citations_, std::move(record));
    std::vector<AuditFinding> findings = in_tables(document);
    std::ranges::move(in_text(document), std::back_inserter(findings));
    for (const AuditFinding& finding : findings) {
      if (finding.arithmetic.kind == FindingKind::agrees && !request.all) continue;
      take(finding);
      ++count;
    }
  }
  return count;
}

std::vector<AuditFinding> Auditor::in_tables(const DocumentText& document) const {
  std::vector<AuditFinding> findings;
  for (const store::TableRecord& record : reader_.tables(document.record().id)) {
    const ListedTable table = tables_.read(document, record);
    for (SumCheck& check : check_sums(sum_table(table, words_), words_)) {
      AuditFinding finding;
      finding.check = check.check;
      finding.arithmetic = std::move(check.arithmetic);
      finding.stated = of_cell(table, check.total);
      for (const SumCheck::At place : check.parts) finding.parts.push_back(of_cell(table, place));
      finding.unit = finding.stated.figure.unit;
      finding.table = table.caption;
      finding.citation = table.rows[check.total.row].citation;
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

std::vector<AuditFinding> Auditor::in_text(const DocumentText& document) const {
  // Without a percentage there is nothing to reckon.
  const std::string_view text = document.text();
  if (text.find('%') == text.npos && text.find("procent") == text.npos) return {};
  std::vector<Figure> figures;
  for (const store::PassageRecord& passage : reader_.passages(document.record().id)) {
    for (store::FigureRecord& record : reader_.figures_in_passage(passage.id)) {
      if (!record.table && record.figure.span.end <= document.text().size()) {
        figures.push_back(std::move(record.figure));
      }
    }
  }
  std::vector<AuditFinding> findings;
  for (const ShareCheck& check : check_shares(document.text(), figures, words_)) {
    AuditFinding finding;
    finding.check = CheckKind::share;
    finding.arithmetic = check.arithmetic;
    finding.unit = check.amount.unit.empty() ? check.base.unit : check.amount.unit;
    finding.stated = of_text(document, check.amount);
    finding.parts = {of_text(document, check.percentage), of_text(document, check.base)};
    finding.citation = cite(document, {std::min(check.amount.span.begin, check.percentage.span.begin),
                                       std::max(check.amount.span.end, check.percentage.span.end)});
    if (!finding.citation.span.contains(check.base.span)) finding.base = cite(document, check.base.span);
    findings.push_back(std::move(finding));
  }
  return findings;
}

// The sentence, or as much of it as lies in one passage.
Citation Auditor::cite(const DocumentText& document, ByteSpan span) const {
  const auto passages = reader_.passages_in(document.record().id, span);
  if (passages.empty()) return document.cite(span, 0);
  return citations_.of_span(passages.front(), span);
}

}  // namespace vraagbaak::query
