// SPDX-License-Identifier: EUPL-1.2
#include "store/passage_search.h"

#include <charconv>

#include "store/reader_state.h"

namespace vraagbaak::store {
namespace {

// The filter as SQL that follows a WHERE; its values are bound in the same order by bind_filter().
std::string filter_sql(const SearchFilter& filter) {
  const auto one_of = [](std::size_t count) {
    std::string list = " IN (";
    for (std::size_t i = 0; i < count; ++i) list += i == 0 ? "?" : ", ?";
    return list + ")";
  };
  std::string sql;
  if (filter.document) sql += " AND passage.document_id = ?";
  if (filter.documents) sql += " AND passage.document_id IN (SELECT value FROM json_each(?))";
  if (!filter.kinds.empty()) sql += " AND passage.kind" + one_of(filter.kinds.size());
  if (!filter.types.empty()) sql += " AND document.type" + one_of(filter.types.size());
  if (filter.first_year) sql += " AND document.year >= ?";
  if (filter.last_year) sql += " AND document.year <= ?";
  if (filter.author) sql += " AND instr(document.author_folded, ?) > 0";
  return sql;
}

// The documents of a filter as SQL's json_each() reads them.
std::string json_list(const SearchFilter& filter) {
  std::string list = "[";
  for (const DocumentId id : filter.documents.value_or(std::vector<DocumentId>{})) {
    list.append(list.size() > 1 ? "," : "").append(std::to_string(id));
  }
  return list + "]";
}

// `document_list` must live as long as the statement is stepped through.
int bind_filter(Statement& statement, int at, const SearchFilter& filter, const std::string& document_list) {
  if (filter.document) statement.bind(at++, *filter.document);
  if (filter.documents) statement.bind(at++, document_list);
  for (const PassageKind kind : filter.kinds) statement.bind(at++, to_string(kind));
  for (const std::string& type : filter.types) statement.bind(at++, type);
  if (filter.first_year) statement.bind(at++, *filter.first_year);
  if (filter.last_year) statement.bind(at++, *filter.last_year);
  if (filter.author) statement.bind(at++, *filter.author);
  return at;
}

constexpr std::string_view kFrom =
    " FROM passage_fts CROSS JOIN passage ON passage.id = passage_fts.rowid"
    " CROSS JOIN document ON document.id = passage.document_id WHERE passage_fts MATCH ?";

std::string ranking_of(const SearchWeights& weights) {
  std::string text = "bm25(";
  for (const double weight : {weights.title, weights.heading, weights.body}) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, weight, std::chars_format::fixed, 6).ptr;
    if (text.back() != '(') text += ", ";
    text.append(digits, end);
  }
  return text + ")";
}

}  // namespace

std::vector<RankedPassage> PassageSearch::best(std::string_view match, std::size_t limit,
                                               const SearchFilter& filter, const SearchWeights& weights,
                                               std::size_t offset) const {
  const std::string sql = "SELECT passage.id, passage.document_id, passage_fts.rank" + std::string(kFrom) +
                          " AND passage_fts.rank MATCH ?" + filter_sql(filter) +
                          " ORDER BY passage_fts.rank LIMIT ? OFFSET ?";
  const std::string ranking = ranking_of(weights);
  Statement rows(reader_.state_->database, sql.c_str());
  rows.bind(0, match);
  rows.bind(1, ranking);
  const std::string document_list = json_list(filter);
  const int at = bind_filter(rows, 2, filter, document_list);
  rows.bind(at, limit);
  rows.bind(at + 1, offset);
  std::vector<RankedPassage> best;
  // FTS5's bm25 is lower for better.
  while (rows.step()) best.push_back({rows.number(0), rows.number(1), -rows.real(2)});
  return best;
}

std::size_t PassageSearch::count(std::string_view match, const SearchFilter& filter) const {
  const std::string narrowing = filter_sql(filter);
  const std::string sql = narrowing.empty() ? "SELECT count(*) FROM passage_fts WHERE passage_fts MATCH ?"
                                            : "SELECT count(*)" + std::string(kFrom) + narrowing;
  Statement rows(reader_.state_->database, sql.c_str());
  rows.bind(0, match);
  const std::string document_list = json_list(filter);
  bind_filter(rows, 1, filter, document_list);
  return rows.step() ? rows.size(0) : 0;
}

}  // namespace vraagbaak::store
