// SPDX-License-Identifier: EUPL-1.2
#include "store/passage_search.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "store/figure_condition_sql.h"
#include "store/match_expression.h"
#include "store/match_tally.h"
#include "store/posting_search.h"
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

bool narrows_passages(const SearchFilter& filter) {
  return !filter.kinds.empty() || filter.with_figure || !filter.without_figure.empty();
}

// A match that is looked for: a text, and what the texts in it are that Task::groups counts.
struct Match {
  std::string text;
  std::vector<std::size_t> groups;
};

// By FTS5's own matching. False where time was over before its end.
bool run_fts5(auto& state, const Match& match, const SearchFilter& filter, const SearchWeights& weights) {
  PassageId first = 0;
  PassageId last = std::numeric_limits<PassageId>::max();
  if (const auto* within = state.tally.task().within) {
    first = within->front().first;
    last = within->back().last;
  }
  const FilterSql narrowing(filter, Part::passages);
  state.collector.begin({weights, match_phrases(match.text), match.groups,
                         narrowing.text().empty() && !narrows_documents(filter)});
  try {
    if (narrowing.text().empty()) {
      const StatementLease rows =
          state.statements
              ["SELECT 1 FROM passage_fts WHERE passage_fts MATCH ? AND rowid BETWEEN ? AND ? AND"
               " collect(passage_fts)"];
      rows->bind_all(match.text, first, last);
      while (rows->step()) {
      }
    } else {
      const std::string sql =
          "SELECT collect(passage_fts) FROM passage_fts CROSS JOIN passage ON passage.id = passage_fts.rowid"
          " WHERE passage_fts MATCH ? AND passage_fts.rowid BETWEEN ? AND ?" +
          narrowing.text();
      Statement rows(state.database, sql.c_str());
      rows.bind_all(match.text, first, last);
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

// Where a row does not match an AND that is part of something larger, as the words of a phrase stand in it
// but not together, FTS5 empties the places of all phrases in it (fts5ExprNodeTest_AND()); also of one behind
// OR that already waits at a later row, which then counts for less there. Such texts are left to FTS5.
bool forgets_places(const MatchNode& node, const std::vector<MatchPhrase>& phrases, bool is_root = true) {
  const auto holds = [](const MatchNode& in, const auto& self, const auto& wanted) -> bool {
    return wanted(in) || std::ranges::any_of(
                             in.children, [&](const MatchNode& child) { return self(child, self, wanted); });
  };
  if (!is_root && node.kind == MatchNode::Kind::all &&
      holds(node, holds, [](const MatchNode& in) { return in.kind == MatchNode::Kind::any; }) &&
      holds(node, holds, [&](const MatchNode& in) {
        return in.kind == MatchNode::Kind::phrase && phrases[in.phrase].text.find(' ') != std::string::npos;
      })) {
    return true;
  }
  return std::ranges::any_of(node.children,
                             [&](const MatchNode& child) { return forgets_places(child, phrases, false); });
}

// By lists of postings. nullopt where the match, the filter or the index is not of the kind for it; else
// whether it came to its end.
std::optional<bool> run_lists(auto& state, const Match& match, const SearchFilter& filter,
                              const SearchWeights& weights) {
  if (narrows_passages(filter)) return std::nullopt;
  const std::optional<MatchNode> root = parse_match(match.text);
  if (!root) return std::nullopt;
  const std::vector<MatchPhrase> phrases = match_phrases(match.text);
  if (!std::ranges::all_of(phrases, PhraseLists::can_read) || forgets_places(*root, phrases))
    return std::nullopt;
  try {
    return state.database.undamaged([&]() -> std::optional<bool> {
      if (!state.lists.is_readable()) return std::nullopt;
      PostingSearch search(state.lists, state.lengths, state.tally, match.groups);
      if (!search.run(*root, phrases, weights)) return std::nullopt;
      return !state.tally.is_cut_off();
    });
  } catch (const TimedOut&) {
    if (!state.database.is_late()) throw;
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
  const ReadScope scope(state.database);
  state.keep_up();
  MatchTally::Task counting;
  // One more than all is all.
  counting.keep = task.limit == 0 ? 0 : task.limit + std::min(task.offset, kAll - task.limit);
  Match match{std::string(task.match), {}};
  if (!task.together.empty()) {
    match.groups = groups_of(task.together);
    if (match.groups.empty()) return {};
    counting.groups = task.together.size();
    match.text = any_of(task.together);
    if (!task.except.empty()) match.text += " NOT (" + task.except + ")";
  }
  counting.by_place = task.order != SearchOrder::relevance;
  counting.counts_kinds = task.counts;
  counting.deadline = state.database.deadline();
  std::vector<DocumentPassages> within;
  if (counting.by_place || narrows_documents(task.filter)) {
    within = ranges_of(state.database, task.filter, task.order);
    counting.within = &within;
  } else if (task.counts || !task.together.empty()) {
    if (!state.ranges) state.ranges = ranges_of(state.database, {}, SearchOrder::relevance);
    counting.within = &*state.ranges;
  }

  SearchFindings findings;
  const std::vector<DocumentPassages>* const ranges = counting.within;
  if (ranges != nullptr && ranges->empty()) return findings;
  MatchTally& tally = state.tally;
  tally.begin(counting);
  double factor = 1;
  if (const auto by_lists = run_lists(state, match, task.filter, task.weights)) {
    findings.is_complete = *by_lists;
  } else {
    findings.is_complete = run_fts5(state, match, task.filter, task.weights);
    factor = state.collector.factor();
  }
  findings.total = tally.total();
  const std::vector<MatchTally::Found> found = tally.take_found(factor);
  const StatementLease document = state.statements["SELECT document_id FROM passage WHERE id = ?"];
  for (std::size_t i = task.offset; i < found.size(); ++i) {
    const PassageId passage = found[i].passage;
    const PassageRecord* const known = state.remembered(passage);
    findings.passages.push_back(
        {passage, known != nullptr ? known->document : document->first_number(passage).value_or(0),
         found[i].score});
  }
  if (!task.counts) return findings;
  for (std::size_t i = 0; i < tally.totals().size(); ++i) {
    if (tally.totals()[i] > 0) findings.documents.emplace_back((*ranges)[i].document, tally.totals()[i]);
  }
  std::ranges::sort(findings.documents);
  for (std::size_t kind = 0; kind < tally.kind_totals().size(); ++kind) {
    const std::size_t count = tally.kind_totals()[kind];
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
