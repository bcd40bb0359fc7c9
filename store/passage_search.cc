// SPDX-License-Identifier: EUPL-1.2
#include "store/passage_search.h"

#include <algorithm>
#include <limits>

#include "store/figure_condition_sql.h"
#include "store/match_collector.h"
#include "store/reader_state.h"

namespace vraagbaak::store {
namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

// Which conditions of a filter.
enum class Part : std::uint8_t {
  documents,  // those on the document
  passages,   // those on the passage and its figures
  all,
};

// The filter as SQL that follows a WHERE, with the values it binds. Must live as long as the statement is
// stepped through.
class FilterSql {
 public:
  FilterSql(const SearchFilter& filter, Part part)
      : filter_(filter), of_documents_(part != Part::passages), of_passages_(part != Part::documents) {
    if (of_documents_) {
      if (filter.documents) documents_ = json_list(*filter.documents);
      if (filter.document) text_ += " AND document.id = ?";
      if (filter.documents) text_ += " AND document.id IN (SELECT value FROM json_each(?))";
      if (!filter.types.empty()) text_ += " AND document.type" + one_of(filter.types.size());
      if (filter.first_year) text_ += " AND document.year >= ?";
      if (filter.last_year) text_ += " AND document.year <= ?";
      if (filter.author) text_ += " AND instr(document.author_folded, ?) > 0";
    }
    if (of_passages_) {
      if (!filter.kinds.empty()) text_ += " AND passage.kind" + one_of(filter.kinds.size());
      if (filter.with_figure) holds_figure(" AND EXISTS", *filter.with_figure);
      for (const FigureCondition& condition : filter.without_figure)
        holds_figure(" AND NOT EXISTS", condition);
    }
  }

  const std::string& text() const { return text_; }

  // Binds from parameter `at` on; the number of the parameter behind.
  int bind(Statement& statement, int at) const {
    if (of_documents_) {
      if (filter_.document) statement.bind(at++, *filter_.document);
      if (filter_.documents) statement.bind(at++, documents_);
      for (const std::string& type : filter_.types) statement.bind(at++, type);
      if (filter_.first_year) statement.bind(at++, *filter_.first_year);
      if (filter_.last_year) statement.bind(at++, *filter_.last_year);
      if (filter_.author) statement.bind(at++, *filter_.author);
    }
    if (of_passages_) {
      for (const PassageKind kind : filter_.kinds) statement.bind(at++, to_string(kind));
      for (const SqlExpression& figures : figures_) at = figures.bind(statement, at);
    }
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
    text_.append(exists).append("(SELECT 1 FROM figure WHERE figure.passage_id = passage.id AND (");
    // As one whole, or SQLite would look the condition up in an index, over all figures for each passage.
    text_.append(expression.text).append(") IS TRUE)");
  }

  const SearchFilter& filter_;
  const bool of_documents_;
  const bool of_passages_;
  std::string documents_;
  std::vector<SqlExpression> figures_;
  std::string text_;
};

std::string_view order_of(SearchOrder order) {
  switch (order) {
    case SearchOrder::relevance:
      return "document.id";
    case SearchOrder::newest:
      return "document.date IS NULL, document.date DESC, document.path";
    case SearchOrder::oldest:
      return "document.date IS NULL, document.date, document.path";
  }
  return "";
}

// The passages of the documents that the filter allows, by id; `place` counts the documents in that order.
std::vector<DocumentPassages> ranges_of(const Database& database, const SearchFilter& filter,
                                        SearchOrder order) {
  const FilterSql narrowing(filter, Part::documents);
  const std::string sql =
      "SELECT first_passage, last_passage, id FROM document WHERE first_passage <= last_passage" +
      narrowing.text() + " ORDER BY " + std::string(order_of(order));
  Statement rows(database, sql.c_str());
  narrowing.bind(rows, 0);
  std::vector<DocumentPassages> ranges;
  while (rows.step()) ranges.push_back({rows.number(0), rows.number(1), rows.number(2), ranges.size()});
  std::ranges::sort(ranges, {}, &DocumentPassages::first);
  return ranges;
}

bool narrows_documents(const SearchFilter& filter) {
  return filter.document || filter.documents || !filter.types.empty() || filter.first_year ||
         filter.last_year || filter.author;
}

// Runs the match through the collector. False where time was over before its end.
bool collect(auto& state, std::string_view match, const SearchFilter& filter, MatchCollector::Task task) {
  PassageId first = 0;
  PassageId last = std::numeric_limits<PassageId>::max();
  const FilterSql narrowing(filter, Part::passages);
  if (task.within != nullptr) {
    if (task.within->empty()) {
      state.collector.begin({});
      return true;
    }
    first = task.within->front().first;
    last = task.within->back().last;
  }
  task.sees_all_matches = narrowing.text().empty() && !narrows_documents(filter);
  task.deadline = state.database.deadline();
  state.collector.begin(std::move(task));
  try {
    if (narrowing.text().empty()) {
      const StatementLease rows =
          state.statements
              ["SELECT 1 FROM passage_fts WHERE passage_fts MATCH ? AND rowid BETWEEN ? AND ? AND"
               " collect(passage_fts)"];
      rows->bind_all(match, first, last);
      while (rows->step()) {
      }
    } else {
      const std::string sql =
          "SELECT collect(passage_fts) FROM passage_fts CROSS JOIN passage ON passage.id = passage_fts.rowid"
          " WHERE passage_fts MATCH ? AND passage_fts.rowid BETWEEN ? AND ?" +
          narrowing.text();
      Statement rows(state.database, sql.c_str());
      rows.bind_all(match, first, last);
      narrowing.bind(rows, 3);
      while (rows.step()) {
      }
    }
    return true;
  } catch (const TimedOut&) {
    if (!state.database.is_late()) throw;  // somebody else interrupted it
    return false;
  }
}

}  // namespace

namespace {

std::string any_of(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts)
    joined.append(joined.empty() ? "((" : " OR (").append(text).append(")");
  return joined + ")";
}

// Of each phrase the text it is part of. Empty where that cannot be told.
std::vector<std::size_t> groups_of(const std::vector<std::string>& texts) {
  std::vector<std::size_t> groups;
  if (texts.size() > 32) return groups;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::size_t phrases = match_phrases(texts[i]).size();
    if (phrases == 0) return {};
    groups.insert(groups.end(), phrases, i);
  }
  return groups;
}

}  // namespace

SearchFindings PassageSearch::find(const SearchTask& task) const {
  auto& state = *reader_.state_;
  state.keep_up();
  MatchCollector::Task collecting;
  // One more than all is all.
  collecting.keep = task.limit == 0 ? 0 : task.limit + std::min(task.offset, kAll - task.limit);
  collecting.weights = task.weights;
  std::string match(task.match);
  if (!task.together.empty()) {
    collecting.groups = groups_of(task.together);
    if (collecting.groups.empty()) return {};
    match = any_of(task.together);
    if (!task.except.empty()) match += " NOT (" + task.except + ")";
  }
  collecting.phrases = match_phrases(match);
  collecting.by_place = task.order != SearchOrder::relevance;
  collecting.counts_kinds = task.counts;
  std::vector<DocumentPassages> within;
  if (collecting.by_place || narrows_documents(task.filter)) {
    within = ranges_of(state.database, task.filter, task.order);
    collecting.within = &within;
  } else if (task.counts || !task.together.empty()) {
    if (!state.ranges) state.ranges = ranges_of(state.database, {}, SearchOrder::relevance);
    collecting.within = &*state.ranges;
  }

  SearchFindings findings;
  const std::vector<DocumentPassages>* const ranges = collecting.within;
  findings.is_complete = collect(state, match, task.filter, std::move(collecting));
  MatchCollector& collector = state.collector;
  findings.total = collector.total();
  const std::vector<MatchCollector::Found> found = collector.take_found();
  const StatementLease document = state.statements["SELECT document_id FROM passage WHERE id = ?"];
  for (std::size_t i = task.offset; i < found.size(); ++i) {
    const auto id = document->first_number(found[i].passage);
    findings.passages.push_back({found[i].passage, id.value_or(0), found[i].score});
  }
  if (!task.counts) return findings;
  for (std::size_t i = 0; i < collector.totals().size(); ++i) {
    if (collector.totals()[i] > 0)
      findings.documents.emplace_back((*ranges)[i].document, collector.totals()[i]);
  }
  std::ranges::sort(findings.documents);
  for (std::size_t kind = 0; kind < collector.kind_totals().size(); ++kind) {
    const std::size_t count = collector.kind_totals()[kind];
    if (count > 0) findings.figure_kinds.emplace_back(static_cast<FigureKind>(kind), count);
  }
  return findings;
}

SearchFindings PassageSearch::find_in_time(const SearchTask& task) const {
  SearchFindings findings = find(task);
  if (!findings.is_complete) reader_.state_->database.fail_late();
  return findings;
}

std::vector<RankedPassage> PassageSearch::best(std::string_view match, std::size_t limit,
                                               const SearchFilter& filter, const SearchWeights& weights,
                                               std::size_t offset, SearchOrder order) const {
  return find_in_time({match, limit, offset, filter, weights, order}).passages;
}

std::size_t PassageSearch::count(std::string_view match, const SearchFilter& filter) const {
  return find_in_time({match, 0, 0, filter}).total;
}

std::vector<RankedPassage> PassageSearch::all(const SearchFilter& filter) const {
  const FilterSql narrowing(filter, Part::all);
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
