// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/evidence.h"

#include <algorithm>
#include <string>

namespace vraagbaak::query {

namespace {

constexpr double kFarthestLead = 5;  // beyond it, more says nothing more

// Digits that are not noughts at the end: the more, the less likely that two figures agree by chance.
double telling_digits(const Figure& figure) {
  if (!figure.value || is_temporal(figure.kind)) return 4;
  const std::string digits = figure.value->absolute().normalized().print();
  std::string bare;
  for (const char c : digits) {
    if (c >= '0' && c <= '9') bare += c;
  }
  bare.erase(0, std::min(bare.find_first_not_of('0'), bare.size()));
  while (!bare.empty() && bare.back() == '0') bare.pop_back();
  return static_cast<double>(std::min<std::size_t>(bare.size(), 5));
}

// The terms that stand by the candidate itself: its sentence or row, the headings, the question it answers,
// the title.
TermStrengths tight_terms(const EvidenceSource& source, const AnswerCandidate& candidate) {
  const FoundPassage& passage = source.passages[candidate.passage];
  const ByteSpan own = passage.record.span;
  TermStrengths terms = source.matcher.strengths(
      passage.hits, {candidate.quote.begin - own.begin, candidate.quote.end - own.begin});
  if (candidate.figure && candidate.source == CandidateSource::cell) {
    raise_to(terms, source.matcher.strengths_in(candidate.figure->row + " . " + candidate.figure->column));
  }
  raise_to(terms, passage.document->heading_terms(passage.record.section));
  raise_to(terms, passage.document->linked_terms(passage.record.section));
  raise_to(terms, passage.document->title_terms());
  return terms;
}

}  // namespace

bool has_counted_noun(const EvidenceSource& source, const AnswerCandidate& candidate) {
  const TermStrengths tight = tight_terms(source, candidate);
  bool counts = false;
  for (std::size_t i = 0; i < tight.size(); ++i) {
    if (!source.question.terms[i].is_counted) continue;
    if (tight[i] > 0) return true;
    counts = true;
  }
  return !counts;
}

Evidence gather_evidence(const EvidenceSource& source, const AnswerCandidate& candidate,
                         const AnswerCandidate* rival, const ClaimFigure& claimed) {
  const FeatureVector& f = candidate.features;
  const bool is_cell = candidate.source == CandidateSource::cell;
  const double close = is_cell ? f[Feature::row] + f[Feature::column]
                               : f[Feature::left] + f[Feature::right] + f[Feature::sentence];
  const double lead =
      rival == nullptr ? 0 : std::clamp(candidate.score - rival->score, -kFarthestLead, kFarthestLead);
  const bool beside =
      rival != nullptr && rival->passage == candidate.passage && rival->quote == candidate.quote;

  const TermStrengths tight = tight_terms(source, candidate);
  double heaviest = 0;  // of the words that are not there
  double names = 0;
  double counted = 0.5;  // nothing is counted
  bool counts = false;
  for (std::size_t i = 0; i < tight.size(); ++i) {
    const QuestionTerm& term = source.question.terms[i];
    const double missing = source.weights.weight[i] * (1 - tight[i]);
    if (term.year == 0) heaviest = std::max(heaviest, missing);
    if (term.is_name) names = std::max(names, missing);
    if (term.is_counted) counts = true;
    if (term.is_counted) counted = tight[i];
  }
  double noun = std::max(f[Feature::counted_near], f[Feature::counted_unit]);
  if (counts && is_cell && noun == 0) noun = counted / 2;  // said by caption, heading or question at best

  Evidence evidence;
  const auto add = [&](const char* name, double value) { evidence.push_back({name, value, 0}); };
  add("bias", 1);
  add("alone", rival == nullptr ? 1 : 0);
  add("lead", lead);
  add("lead_beside", beside ? lead : 0);
  add("behind", lead < 0 ? 1 : 0);
  add("covered", 1 - f[Feature::missing]);
  add("close", close);
  add("here", is_cell ? close : std::max(f[Feature::clause], f[Feature::left] + f[Feature::right]));
  add("tight", source.weights.coverage(tight));
  add("tight_heaviest", heaviest);
  add("tight_name", names);
  add("tight_counted", counted);
  add("heaviest_missing", f[Feature::heaviest_missing]);
  add("missing_names", f[Feature::missing_names]);
  add("absent", f[Feature::absent]);
  add("year_here", f[Feature::year_here]);
  add("year_missing", f[Feature::year_missing]);
  add("year_other", f[Feature::year_other]);
  add("in_answer", f[Feature::in_answer]);
  add("in_question", f[Feature::in_question]);
  add("cell", is_cell ? 1 : 0);
  add("counted", noun);
  add("uncounted", counts ? 1 - noun : 0);
  add("loose", std::max(0.0, 0.75 - source.weights.coverage(tight)));
  add("digits", telling_digits(claimed.figure));
  add("is_time", is_temporal(claimed.figure.kind) ? 1 : 0);
  add("time_gap", is_temporal(claimed.figure.kind) ? heaviest : 0);
  return evidence;
}

}  // namespace vraagbaak::query
