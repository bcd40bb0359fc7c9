// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/evidence.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace vraagbaak::query {

namespace {

constexpr double kFarthestLead = 5;  // beyond it, more says nothing more

// The terms of the candidate's own sentence or row, with its headers.
TermStrengths own_terms(const EvidenceSource& source, const AnswerCandidate& candidate) {
  const FoundPassage& passage = source.passages[candidate.passage];
  const ByteSpan own = passage.record.span;
  TermStrengths terms = source.matcher.strengths(
      passage.hits, {candidate.quote.begin - own.begin, candidate.quote.end - own.begin});
  if (candidate.figure && candidate.source == CandidateSource::cell) {
    raise_to(terms, source.matcher.strengths_in(candidate.figure->row + " . " + candidate.figure->column));
  }
  return terms;
}

// The terms that stand by the candidate itself: its sentence or row, the headings, the question it answers,
// the title.
TermStrengths tight_terms(const EvidenceSource& source, const AnswerCandidate& candidate) {
  const FoundPassage& passage = source.passages[candidate.passage];
  TermStrengths terms = own_terms(source, candidate);
  raise_to(terms, passage.document->heading_terms(passage.record.section));
  raise_to(terms, passage.document->linked_terms(passage.record.section));
  raise_to(terms, passage.document->title_terms());
  return terms;
}

// The digits of a number that say something: "45" of 4.500.000 and of 0,45.
std::string telling_digits(const Decimal& value) {
  std::string digits = value.absolute().normalized().print();
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  const std::size_t last = digits.find_last_not_of('0');
  return last == std::string::npos ? "" : digits.substr(first, last + 1 - first);
}

// Powers of ten between the two values, at most three: whoever errs seldom errs by more, but by the same
// digits ("4,2 miljard" for 4,2 miljoen).
double far_apart(const Figure& claimed, const std::optional<Figure>& stated) {
  constexpr double kMost = 3;
  if (!claimed.value || !stated || !stated->value || is_temporal(claimed.kind)) return 0;
  const double a = std::abs(claimed.value->approximate());
  const double b = std::abs(stated->value->approximate());
  if (a == 0 || b == 0) return a == b ? 0 : 1;
  if (telling_digits(*claimed.value) == telling_digits(*stated->value)) return 0;
  return std::min(kMost, std::abs(std::log10(a / b)));
}

// How telling it is that the same figure stands there: 1.346.794 does so hardly by chance, 5 easily. 0–1: six
// significant digits and more, a day; a year is worth two digits.
double precision_of(const Figure& claimed) {
  constexpr double kMostDigits = 6;
  if (is_temporal(claimed.kind)) {
    constexpr double kDay = 1;
    constexpr double kMonth = 0.7;
    constexpr double kYear = 0.33;
    const std::optional<PartialDate>& date = claimed.date ? claimed.date : claimed.from;
    if (!date) return kYear;
    return date->day != 0 ? kDay : date->month != 0 ? kMonth : kYear;
  }
  if (!claimed.value) return 0;
  const auto significant = static_cast<double>(telling_digits(*claimed.value).size());
  return std::min(significant, kMostDigits) / kMostDigits;
}

}  // namespace

bool says_matter(const EvidenceSource& source, const AnswerCandidate& candidate) {
  const TermStrengths said = own_terms(source, candidate);
  for (std::size_t i = 0; i < said.size(); ++i) {
    const QuestionTerm& term = source.question.terms[i];
    if (said[i] > 0 && !term.is_name && !term.is_number && term.year == 0) return true;
  }
  return false;
}

bool has_numbers(const EvidenceSource& source, const AnswerCandidate& candidate, const Claim& claim) {
  const FoundPassage& passage = source.passages[candidate.passage];
  for (std::size_t i = 0; i < source.question.terms.size(); ++i) {
    const QuestionTerm& term = source.question.terms[i];
    const bool is_named = std::ranges::any_of(claim.numbers_named, [&](ByteSpan number) {
      return number.contains(term.span.begin) && term.span.end <= number.end;
    });
    if (is_named && passage.own[i] <= 0 && passage.around[i] <= 0) return false;
  }
  return true;
}

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

Evidence gather_evidence(const EvidenceSource& source, const AnswerCandidate& candidate, const Rivals& rivals,
                         const ClaimFigure& claimed) {
  const AnswerCandidate* rival = rivals.best;
  const FeatureVector& f = candidate.features;
  const bool is_cell = candidate.source == CandidateSource::cell;
  const double close = is_cell ? f[Feature::row] + f[Feature::column]
                               : f[Feature::left] + f[Feature::right] + f[Feature::sentence];
  const auto lead_over = [&](const AnswerCandidate* other) {
    return other == nullptr ? 0 : std::clamp(candidate.score - other->score, -kFarthestLead, kFarthestLead);
  };
  const double lead = lead_over(rival);

  const TermStrengths tight = tight_terms(source, candidate);
  double heaviest = 0;  // of the words that are not there
  double names = 0;
  bool counts = false;
  double counted = 0;
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
  add("alone", rival == nullptr ? 1 : 0);        // nothing says otherwise
  add("lead", lead);                             // of its score over that of the best that does
  add("lead_beside", lead_over(rivals.beside));  // … of the best that does in its own sentence or row
  add("lead_near", lead_over(rivals.near));      // … in its own document
  add("tight", source.weights.coverage(tight));
  add("tight_heaviest", heaviest);
  add("tight_name", names);
  add("here", is_cell ? close : std::max(f[Feature::clause], f[Feature::left] + f[Feature::right]));
  add("missing_names", f[Feature::missing_names]);
  add("year_here", f[Feature::year_here]);
  add("year_missing", f[Feature::year_missing]);
  add("year_other", f[Feature::year_other]);
  add("in_question", f[Feature::in_question]);
  add("counted", noun);
  add("before", f[Feature::focus_before]);
  add("small", f[Feature::small]);
  add("is_year", f[Feature::is_year]);
  add("precision", precision_of(claimed.figure));
  add("far", far_apart(claimed.figure, candidate.figure));
  add("is_time", is_temporal(claimed.figure.kind) ? 1 : 0);
  return evidence;
}

}  // namespace vraagbaak::query
