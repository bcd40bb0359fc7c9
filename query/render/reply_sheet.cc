// SPDX-License-Identifier: EUPL-1.2
#include "query/render/reply_sheet.h"

#include <initializer_list>

#include "query/answer/snippet.h"

namespace vraagbaak::query::render {
namespace {

SheetCell number(std::size_t value) {
  return Decimal(static_cast<std::int64_t>(value));
}

// To three places, as people read it.
SheetCell rounded(double share) {
  constexpr int kPerMille = 1000;
  const auto value = Decimal::from_parts(static_cast<Decimal::Mantissa>(share * kPerMille + 0.5), 3);
  return value ? SheetCell(*value) : SheetCell();
}

constexpr std::size_t kCitationColumns = 9;

std::vector<std::string> with_citation(std::initializer_list<const char*> before) {
  std::vector<std::string> columns(before.begin(), before.end());
  for (const char* name : {"document", "title", "section", "page", "sheet", "cell", "start", "end", "quote"})
    columns.emplace_back(name);
  return columns;
}

// `start`, `end`: of what is stated, within the quote.
void add_citation(SheetRow& row, const Citation& citation, std::size_t start, std::size_t end) {
  row.emplace_back(citation.document);
  row.emplace_back(citation.title);
  row.emplace_back(citation.section);
  row.emplace_back(citation.page ? SheetCell(Decimal(*citation.page)) : SheetCell());
  row.emplace_back(citation.sheet);
  row.emplace_back(citation.cell);
  row.push_back(number(start));
  row.push_back(number(end));
  row.emplace_back(citation.quote);
}

SheetRow candidate_row(const Candidate& candidate, const char* role) {
  std::string text = candidate.text;
  for (const std::string& item : candidate.items) text.append(text.empty() ? "" : "; ").append(item);
  SheetRow row = {std::string(role), std::move(text)};
  const bool has_value = candidate.figure && candidate.figure->value;
  row.emplace_back(has_value ? SheetCell(*candidate.figure->value) : SheetCell());
  row.emplace_back(candidate.figure ? candidate.figure->unit : std::string());
  row.push_back(rounded(candidate.confidence));
  add_citation(row, candidate.citation, candidate.start, candidate.end);
  return row;
}

}  // namespace

const std::vector<std::string>& answer_columns() {
  static const std::vector<std::string> columns =
      with_citation({"role", "text", "value", "unit", "confidence"});
  return columns;
}

std::vector<SheetRow> answer_rows(const Answer& answer) {
  std::vector<SheetRow> rows;
  if (!answer.best) return rows;
  rows.push_back(candidate_row(*answer.best, "answer"));
  for (const Candidate& operand : answer.best->operands) rows.push_back(candidate_row(operand, "operand"));
  for (const Candidate& other : answer.also)
    rows.push_back(candidate_row(other, other.same_fact ? "same fact" : "also stated"));
  return rows;
}

const std::vector<std::string>& verdict_columns() {
  static const std::vector<std::string> columns =
      with_citation({"claim", "verdict", "confidence", "explanation", "found"});
  return columns;
}

SheetRow verdict_row(const Verdict& verdict) {
  SheetRow row = {verdict.claim, std::string(to_string(verdict.verdict)), rounded(verdict.confidence),
                  verdict.explanation};
  if (verdict.found) {
    row.emplace_back(verdict.found->text);
    add_citation(row, verdict.found->citation, verdict.found->start, verdict.found->end);
  } else {
    row.resize(row.size() + 1 + kCitationColumns);
  }
  return row;
}

const std::vector<std::string>& hit_columns() {
  static const std::vector<std::string> columns = with_citation({"score", "snippet"});
  return columns;
}

SheetRow hit_row(const SearchHit& hit) {
  SheetRow row = {rounded(hit.score), mark_matches(hit.snippet, "**", "**")};
  add_citation(row, hit.citation, hit.citation.start, hit.citation.end);
  return row;
}

}  // namespace vraagbaak::query::render
