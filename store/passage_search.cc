// SPDX-License-Identifier: EUPL-1.2
#include "store/passage_search.h"

#include <charconv>

#include "store/figure_condition_sql.h"
#include "store/reader_state.h"

namespace vraagbaak::store {
namespace {

// The filter as SQL that follows a WHERE, with the values it binds. Must live as long as the statement is
// stepped through.
class FilterSql {
 public:
  explicit FilterSql(const SearchFilter& filter) : filter_(filter) {
    if (filter.documents) documents_ = json_list(*filter.documents);
    if (filter.document) text_ += " AND passage.document_id = ?";
    if (filter.documents) text_ += " AND passage.document_id IN (SELECT value FROM json_each(?))";
    if (!filter.kinds.empty()) text_ += " AND passage.kind" + one_of(filter.kinds.size());
    if (!filter.types.empty()) text_ += " AND document.type" + one_of(filter.types.size());
    if (filter.first_year) text_ += " AND document.year >= ?";
    if (filter.last_year) text_ += " AND document.year <= ?";
    if (filter.author) text_ += " AND instr(document.author_folded, ?) > 0";
    if (filter.with_figure) holds_figure(" AND EXISTS", *filter.with_figure);
    for (const FigureCondition& condition : filter.without_figure) holds_figure(" AND NOT EXISTS", condition);
  }

  const std::string& text() const { return text_; }

  // Binds from parameter `at` on; the number of the parameter behind.
  int bind(Statement& statement, int at) const {
    if (filter_.document) statement.bind(at++, *filter_.document);
    if (filter_.documents) statement.bind(at++, documents_);
    for (const PassageKind kind : filter_.kinds) statement.bind(at++, to_string(kind));
    for (const std::string& type : filter_.types) statement.bind(at++, type);
    if (filter_.first_year) statement.bind(at++, *filter_.first_year);
    if (filter_.last_year) statement.bind(at++, *filter_.last_year);
    if (filter_.author) statement.bind(at++, *filter_.author);
    for (const SqlExpression& figures : figures_) at = figures.bind(statement, at);
    return at;
  }

 private:
  static std::string one_of(std::size_t count) {
    std::string list = " IN (";
    for (std::size_t i = 0; i < count; ++i) list += i == 0 ? "?" : ", ?";
    return list + ")";
  }

  void holds_figure(std::string_view exists, const FigureCondition& condition) {
    const SqlExpression& expression = figures_.emplace_back(sql_of(condition));
    text_.append(exists).append("(SELECT 1 FROM figure WHERE figure.passage_id = passage.id AND ");
    text_.append(expression.text).append(")");
  }

  const SearchFilter& filter_;
  std::string documents_;
  std::vector<SqlExpression> figures_;
  std::string text_;
};

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

std::string_view order_of(SearchOrder order) {
  switch (order) {
    case SearchOrder::relevance:
      return "passage_fts.rank";
    case SearchOrder::newest:
      return "document.date IS NULL, document.date DESC, document.path, passage.start_byte, passage.number";
    case SearchOrder::oldest:
      return "document.date IS NULL, document.date, document.path, passage.start_byte, passage.number";
  }
  return "";
}

}  // namespace

std::vector<RankedPassage> PassageSearch::best(std::string_view match, std::size_t limit,
                                               const SearchFilter& filter, const SearchWeights& weights,
                                               std::size_t offset, SearchOrder order) const {
  const FilterSql narrowing(filter);
  const std::string sql = "SELECT passage.id, passage.document_id, passage_fts.rank" + std::string(kFrom) +
                          " AND passage_fts.rank MATCH ?" + narrowing.text() + " ORDER BY " +
                          std::string(order_of(order)) + " LIMIT ? OFFSET ?";
  const std::string ranking = ranking_of(weights);
  Statement rows(reader_.state_->database, sql.c_str());
  rows.bind(0, match);
  rows.bind(1, ranking);
  const int at = narrowing.bind(rows, 2);
  rows.bind(at, limit);
  rows.bind(at + 1, offset);
  std::vector<RankedPassage> best;
  // FTS5's bm25 is lower for better.
  while (rows.step()) best.push_back({rows.number(0), rows.number(1), -rows.real(2)});
  return best;
}

std::size_t PassageSearch::count(std::string_view match, const SearchFilter& filter) const {
  const FilterSql narrowing(filter);
  const std::string sql = narrowing.text().empty()
                              ? "SELECT count(*) FROM passage_fts WHERE passage_fts MATCH ?"
                              : "SELECT count(*)" + std::string(kFrom) + narrowing.text();
  Statement rows(reader_.state_->database, sql.c_str());
  rows.bind(0, match);
  narrowing.bind(rows, 1);
  return rows.step() ? rows.size(0) : 0;
}

std::vector<std::pair<DocumentId, std::size_t>> PassageSearch::count_by_document(
    std::string_view match, const SearchFilter& filter) const {
  const FilterSql narrowing(filter);
  const std::string sql = "SELECT passage.document_id, count(*)" + std::string(kFrom) + narrowing.text() +
                          " GROUP BY passage.document_id ORDER BY passage.document_id";
  Statement rows(reader_.state_->database, sql.c_str());
  rows.bind(0, match);
  narrowing.bind(rows, 1);
  std::vector<std::pair<DocumentId, std::size_t>> counts;
  while (rows.step()) counts.emplace_back(rows.number(0), rows.size(1));
  return counts;
}

std::vector<std::pair<FigureKind, std::size_t>> PassageSearch::count_by_figure_kind(
    std::string_view match, const SearchFilter& filter) const {
  const FilterSql narrowing(filter);
  const std::string sql =
      "SELECT figure.kind, count(DISTINCT figure.passage_id) FROM figure WHERE figure.passage_id IN"
      " (SELECT passage.id" +
      std::string(kFrom) + narrowing.text() + ") GROUP BY figure.kind ORDER BY figure.kind";
  Statement rows(reader_.state_->database, sql.c_str());
  rows.bind(0, match);
  narrowing.bind(rows, 1);
  std::vector<std::pair<FigureKind, std::size_t>> counts;
  while (rows.step()) {
    if (const auto kind = figure_kind_from(rows.view(0))) counts.emplace_back(*kind, rows.size(1));
  }
  return counts;
}

std::vector<RankedPassage> PassageSearch::all(const SearchFilter& filter) const {
  const FilterSql narrowing(filter);
  const std::string sql =
      "SELECT passage.id, passage.document_id FROM document"
      " CROSS JOIN passage ON passage.id BETWEEN document.first_passage AND document.last_passage WHERE " +
      std::string(filter.kinds.empty() ? "passage.kind <> 'furniture'" : "1") + narrowing.text() +
      " ORDER BY document.path, passage.start_byte, passage.number";
  Statement rows(reader_.state_->database, sql.c_str());
  narrowing.bind(rows, 0);
  std::vector<RankedPassage> passages;
  while (rows.step()) passages.push_back({rows.number(0), rows.number(1), 0});
  return passages;
}

}  // namespace vraagbaak::store
