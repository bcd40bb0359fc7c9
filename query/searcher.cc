// SPDX-License-Identifier: EUPL-1.2
#include "query/searcher.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "query/answer/snippet.h"
#include "query/understand/document_filter.h"
#include "query/understand/fts_printer.h"

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

bool is_allowed(const store::SearchFilter& filter, PassageKind kind) {
  if (filter.kinds.empty()) return kind != PassageKind::furniture;
  return std::ranges::find(filter.kinds, kind) != filter.kinds.end();
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

std::vector<FacetValue> most_frequent(const std::map<std::string, std::size_t>& counts) {
  std::vector<FacetValue> values;
  for (const auto& [value, count] : counts) values.push_back({value, count});
  std::ranges::stable_sort(values, std::ranges::greater{}, &FacetValue::count);
  return values;
}

}  // namespace

Result<SearchOutcome> Searcher::search(const SearchRequest& request) const {
  const std::size_t limit = request.limit;
  const std::size_t offset = request.offset;
  const auto planned = plan(request.query, request.narrowing);
  if (!planned) return planned.problem();
  SearchOutcome outcome;
  outcome.result.query = request.query;
  outcome.notes = planned->query.notes;
  std::vector<store::RankedPassage> ranked;
  if (planned->match) {
    const store::PassageSearch search(reader_);
    ranked = search.best(*planned->match, limit, planned->filter, kWeights, offset, request.order);
    const bool complete = offset == 0 && ranked.size() < limit;
    outcome.result.total = complete ? ranked.size() : search.count(*planned->match, planned->filter);
  } else {
    const bool of_figures = planned->filter.with_figure || !planned->filter.without_figure.empty();
    ranked =
        of_figures ? store::PassageSearch(reader_).all(planned->filter) : first_passages(planned->filter);
    outcome.result.total = ranked.size();
    ranked.erase(ranked.begin(),
                 ranked.begin() + static_cast<std::ptrdiff_t>(std::min(offset, ranked.size())));
    if (ranked.size() > limit) ranked.resize(limit);
  }
  for (const store::RankedPassage& passage : ranked) {
    outcome.result.hits.push_back(hit(passage, *planned));
  }
  return outcome;
}

Result<SearchFacets> Searcher::facets(const SearchRequest& request) const {
  const auto planned = plan(request.query, request.narrowing);
  if (!planned) return planned.problem();
  const store::PassageSearch search(reader_);
  std::map<store::DocumentId, std::size_t> counts;
  SearchFacets facets;
  if (planned->match) {
    for (const auto& [document, count] : search.count_by_document(*planned->match, planned->filter))
      counts[document] = count;
    for (const auto& [kind, count] : search.count_by_figure_kind(*planned->match, planned->filter))
      facets.figure_kinds.push_back({std::string(to_string(kind)), count});
  } else {
    const bool of_figures = planned->filter.with_figure || !planned->filter.without_figure.empty();
    const auto found = of_figures ? search.all(planned->filter) : first_passages(planned->filter);
    for (const store::RankedPassage& passage : found) ++counts[passage.document];
  }
  std::map<std::string, std::size_t> types, years, askers, ministers;
  for (const store::DocumentRecord& document : documents()) {
    const auto found = counts.find(document.id);
    if (found == counts.end()) continue;
    const Metadata& metadata = document.metadata;
    if (!metadata.type.empty()) types[metadata.type] += found->second;
    if (!metadata.author.empty()) askers[metadata.author] += found->second;
    if (!metadata.addressee.empty()) ministers[metadata.addressee] += found->second;
    if (metadata.date && metadata.date->year != 0)
      years[std::to_string(metadata.date->year)] += found->second;
  }
  facets.types = most_frequent(types);
  facets.askers = most_frequent(askers);
  facets.ministers = most_frequent(ministers);
  for (const auto& [year, count] : years) facets.years.push_back({year, count});
  return facets;
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
    const std::vector<store::PassageRecord> passages = reader_.passages(document.id);
    const auto found = std::ranges::find_if(
        passages, [&](const store::PassageRecord& passage) { return is_allowed(filter, passage.kind); });
    if (found != passages.end()) first.push_back({found->id, document.id, 0});
  }
  return first;
}

SearchHit Searcher::hit(const store::RankedPassage& ranked, const Plan& plan) const {
  const store::PassageRecord passage = reader_.passage(ranked.passage).value_or(store::PassageRecord{});
  std::vector<TermMatch> matches =
      find_matches(passage.text, sought_terms(plan.query.root, analyzer_), analyzer_);
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
  auto section = reader_.section(part);
  // A damaged index may hold a ring.
  for (int steps = 0; section && steps <= kDeepest; ++steps) {
    if (section->kind == SectionKind::question || section->kind == SectionKind::sub_question ||
        section->kind == SectionKind::answer)
      return section;
    if (!section->parent) break;
    section = reader_.section({part.document, *section->parent});
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
    const auto passages = reader_.passages_of_section(part);
    if (!passages.empty()) citations.push_back(citations_.of_passage(passages.front()));
  }
  return citations;
}

}  // namespace vraagbaak::query
