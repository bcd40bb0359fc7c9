// SPDX-License-Identifier: EUPL-1.2
#include "query/searcher.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>

#include "query/answer/snippet.h"
#include "query/understand/document_filter.h"
#include "query/understand/fts_printer.h"
#include "store/database.h"

namespace vraagbaak::query {
namespace {

constexpr int kDeepest = 100;               // sections round a passage
constexpr std::size_t kMostAnswers = 3;     // named with a question
constexpr std::size_t kSnippetBytes = 240;  // about three lines of a terminal

// Every passage of a document has the document's title: it says which document, not which passage, so it
// weighs less than what stands in the passage itself.
constexpr store::SearchWeights kWeights = {.title = 0.3, .heading = 0.7, .body = 1.0};

bool is_allowed(const store::SearchFilter& filter, store::DocumentId document) {
  return !filter.documents || std::ranges::binary_search(*filter.documents, document);
}

// The matches, and the figures as matches of one term more; of two that overlap the figure stays.
std::vector<TermMatch> with_figures(std::vector<TermMatch> matches, const std::vector<ByteSpan>& figures) {
  std::size_t term = 0;
  for (const TermMatch& match : matches) term = std::max(term, match.term + 1);
  std::erase_if(matches, [&](const TermMatch& match) {
    const auto after = std::ranges::upper_bound(figures, match.span.begin, {}, &ByteSpan::end);
    return after != figures.end() && after->overlaps(match.span);
  });
  for (const ByteSpan figure : figures) matches.push_back({figure, term});
  std::ranges::sort(matches, {}, [](const TermMatch& match) { return match.span.begin; });
  return matches;
}

// What is said when time was over.
std::string time_note(std::chrono::milliseconds time) {
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%g", static_cast<double>(time.count()) / 1000);
  return std::string("stopped after ")
      .append(seconds)
      .append(" s: these are the best of what was looked at: ask a narrower question for all");
}

}  // namespace

Result<SearchOutcome> Searcher::search(const SearchRequest& request) const {
  const store::IndexReader::Moment moment(reader_);
  const auto planned = plan(request.query, request.narrowing);
  if (!planned) return planned.problem();
  Found found = find(*planned, request);
  SearchOutcome outcome;
  outcome.result.query = request.query;
  outcome.result.total = found.total;
  outcome.result.is_complete = found.is_complete;
  outcome.notes = planned->query.notes;
  if (!found.is_complete) {
    outcome.notes.push_back(time_note(request.time));
  }
  outcome.result.is_together = found.is_together;
  if (found.is_together) {
    outcome.notes.emplace_back(
        "no passage holds all of it: these do together with the passage beside them in the document");
  }
  outcome.facets = std::move(found.facets);
  const SoughtTerms sought = sought_terms(planned->query.root, analyzer_);
  for (const store::RankedPassage& passage : found.passages)
    outcome.result.hits.push_back(hit(passage, *planned, sought));
  return outcome;
}

Searcher::Found Searcher::find(const Plan& plan, const SearchRequest& request) const {
  const store::IndexReader::TimeLimit time(reader_, request.time);
  const store::PassageSearch search(reader_);
  Found found;
  if (plan.match) {
    const store::SearchTask task{*plan.match, request.limit, request.offset,     plan.filter,
                                 kWeights,    request.order, request.with_facets};
    store::SearchFindings findings = search.find(task);
    if (findings.total == 0 && findings.is_complete) {
      findings = find_together(plan, task);
      found.is_together = findings.total > 0;
    }
    found.passages = std::move(findings.passages);
    found.total = findings.total;
    found.is_complete = findings.is_complete;
    if (!request.with_facets) return found;
    found.facets = facets(findings.documents);
    for (const auto& [kind, count] : findings.figure_kinds)
      found.facets.figure_kinds.push_back({std::string(to_string(kind)), count});
    std::ranges::sort(found.facets.figure_kinds, {}, &FacetValue::value);
    return found;
  }
  const bool of_figures = plan.filter.with_figure || !plan.filter.without_figure.empty();
  try {
    found.passages = of_figures ? search.all(plan.filter) : first_passages(plan.filter);
  } catch (const store::TimedOut&) {
    if (!time.is_over()) throw;
    found.is_complete = false;
  }
  found.total = found.passages.size();
  if (request.with_facets) {
    std::map<store::DocumentId, std::size_t> counts;
    for (const store::RankedPassage& passage : found.passages) ++counts[passage.document];
    found.facets = facets({counts.begin(), counts.end()});
  }
  found.passages.erase(
      found.passages.begin(),
      found.passages.begin() + static_cast<std::ptrdiff_t>(std::min(request.offset, found.passages.size())));
  if (found.passages.size() > request.limit) found.passages.resize(request.limit);
  return found;
}

store::SearchFindings Searcher::find_together(const Plan& plan, store::SearchTask task) const {
  const QueryNode& root = plan.query.root;
  if (root.kind != QueryKind::all_of) return {};
  for (const QueryNode& child : root.children) {
    const bool is_excluded = child.kind == QueryKind::none_of;
    const auto text = print_fts(is_excluded ? child.children.front() : child, analyzer_);
    if (!text) continue;
    if (!is_excluded) {
      task.together.push_back(*text);
    } else {
      task.except += (task.except.empty() ? "" : " OR ") + *text;
    }
  }
  if (task.together.size() < 2) return {};
  return store::PassageSearch(reader_).find(task);
}

SearchFacets Searcher::facets(const std::vector<std::pair<store::DocumentId, std::size_t>>& counts) const {
  if (!facet_counter_) facet_counter_.emplace(documents());
  return facet_counter_->count(counts);
}

SoughtTerms Searcher::sought(std::string_view query) const {
  const auto parsed = parse_query(query);
  return parsed ? sought_terms(parsed->root, analyzer_) : SoughtTerms{};
}

Result<Searcher::FigureSelection> Searcher::select_figures(std::string_view query) const {
  auto planned = plan(query);
  if (!planned) return planned.problem();
  store::SearchFilter filter = planned->filter;
  FigureSelection selection;
  if (filter.with_figure) selection.condition = *filter.with_figure;
  if (!filter.without_figure.empty()) {
    selection.condition.children.push_back(
        {store::FigureCondition::Kind::none_of, {}, std::exchange(filter.without_figure, {})});
  }
  const store::PassageSearch search(reader_);
  if (planned->match) {
    selection.passages =
        search.best(*planned->match, search.count(*planned->match, filter), filter, kWeights);
  } else if (!filter.kinds.empty()) {
    selection.passages = search.all(filter);
  } else {
    selection.documents = filter.documents;
  }
  return selection;
}

Result<Searcher::Plan> Searcher::plan(std::string_view query, const SearchNarrowing& narrowing) const {
  auto parsed = parse_query(query);
  if (!parsed) return parsed.problem();
  Plan plan;
  plan.query = std::move(parsed).value();
  const QueryNode& root = plan.query.root;
  if (has_filter(root)) {
    auto filter = resolve_filter(root, documents(), units());
    if (!filter) return filter.problem();
    plan.filter = std::move(filter).value();
  }
  if (!is_empty(narrowing)) plan.filter = narrowed(std::move(plan.filter), narrowing, documents(), units());
  plan.match = print_fts(root, analyzer_);
  if (!plan.match && !has_filter(root)) {
    return Problem{"query", "holds no word that is searched", "give at least one word or number"};
  }
  return plan;
}

const std::vector<store::DocumentRecord>& Searcher::documents() const {
  if (!documents_) documents_ = reader_.documents();
  return *documents_;
}

const UnitNames& Searcher::units() const {
  if (!units_) units_.emplace(reader_.units(), analyzer_);
  return *units_;
}

// Of each document that is allowed its first passage that is.
std::vector<store::RankedPassage> Searcher::first_passages(const store::SearchFilter& filter) const {
  std::vector<store::RankedPassage> first;
  for (const store::DocumentRecord& document : documents()) {
    if (!is_allowed(filter, document.id)) continue;
    if (const auto passage = reader_.first_passage(document.id, filter.kinds))
      first.push_back({*passage, document.id, 0});
  }
  return first;
}

SearchHit Searcher::hit(const store::RankedPassage& ranked, const Plan& plan,
                        const SoughtTerms& sought) const {
  const store::PassageRecord passage = reader_.passage(ranked.passage).value_or(store::PassageRecord{});
  std::vector<TermMatch> matches = find_matches(passage.text, sought, analyzer_);
  if (plan.filter.with_figure) {
    std::vector<ByteSpan> figures;
    for (const auto& found : reader_.figures_in_passages({ranked.passage}, *plan.filter.with_figure)) {
      const ByteSpan span = found.figure.span;
      if (passage.span.contains(span))
        figures.push_back({span.begin - passage.span.begin, span.end - passage.span.begin});
    }
    matches = with_figures(std::move(matches), figures);
  }
  SearchHit hit;
  hit.score = ranked.score;
  hit.snippet = make_snippet(passage.text, matches, kSnippetBytes);
  const auto stretch = densest_stretch(matches, kSnippetBytes);
  hit.citation = stretch ? citations_.of_span(passage, {stretch->begin + passage.span.begin,
                                                        stretch->end + passage.span.begin})
                         : citations_.of_passage(passage);
  if (const auto turn = turn_round({passage.document, passage.section})) {
    std::vector<store::PartId> answers = {turn->id};
    if (turn->kind != SectionKind::answer) {
      answers = answers_to(*turn);
      hit.answers = beginnings(answers);
    }
    std::vector<store::PartId> annexes;
    for (const store::PartId& answer : answers)
      for (const store::DocumentId annex : reader_.annexes(answer)) annexes.push_back({annex, 0});
    std::ranges::sort(annexes);
    annexes.erase(std::unique(annexes.begin(), annexes.end()), annexes.end());
    hit.annexes = beginnings(annexes);
  }
  return hit;
}

std::optional<store::SectionRecord> Searcher::turn_round(store::PartId part) const {
  const store::SectionRecord* section = citations_.section(part);
  // A damaged index may hold a ring.
  for (int steps = 0; section != nullptr && steps <= kDeepest; ++steps) {
    if (section->kind == SectionKind::question || section->kind == SectionKind::sub_question ||
        section->kind == SectionKind::answer)
      return *section;
    if (!section->parent) break;
    section = citations_.section({part.document, *section->parent});
  }
  return std::nullopt;
}

std::vector<store::PartId> Searcher::answers_to(const store::SectionRecord& question) const {
  std::vector<store::PartId> parts;
  for (const QaPair& pair : reader_.pairs_of_question(question.id))
    parts.push_back({question.id.document, pair.answer});
  if (parts.empty()) parts = reader_.answers_elsewhere(question.id);
  if (parts.size() > kMostAnswers) parts.resize(kMostAnswers);
  return parts;
}

std::vector<Citation> Searcher::beginnings(const std::vector<store::PartId>& parts) const {
  std::vector<Citation> citations;
  for (const store::PartId& part : parts) {
    if (citations.size() == kMostAnswers) break;
    const store::SectionRecord* section = citations_.section(part);
    if (section == nullptr || section->span.empty()) continue;
    const std::size_t begin = section->span.begin;
    const auto passages = reader_.passages_in(part.document, {begin, begin + 1});
    if (!passages.empty()) citations.push_back(citations_.of_passage(passages.front()));
  }
  return citations;
}

}  // namespace vraagbaak::query
