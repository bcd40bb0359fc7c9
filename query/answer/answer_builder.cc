// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/answer_builder.h"

#include <algorithm>
#include <cmath>

namespace vraagbaak::query {

namespace {

constexpr std::size_t kPassagesShown = 10;
constexpr std::size_t kAlsoShown = 5;
constexpr std::size_t kAbsentNamed = 8;  // words that no document has, named in the reason
// A word of less weight only says what kind of answer is wanted ("aantal"); that it is absent explains
// nothing.
constexpr double kTellingWeight = 0.5;
// Candidates this far below the best are not worth showing beside it.
constexpr double kAlsoReach = 4.0;
// A second figure in brackets right behind the first says the same in another unit: "11,11% (ca. 270.000
// euro)".
constexpr std::size_t kBracketReach = 24;  // bytes between the two

std::string in_words(const Shortfall& shortfall) {
  const auto detail = [&](std::size_t i) { return shortfall.details.at(i); };
  if (shortfall.kind == "no_word") return "the question has no word to look for";
  if (shortfall.kind == "no_passage") return "no document has any of the words asked for";
  if (shortfall.kind == "absent") return "no document mentions: " + detail(0);
  if (shortfall.kind == "absent_more")
    return "no document mentions: " + detail(0) + " and " + detail(1) + " more words";
  if (shortfall.kind == "no_kind") return "passages about it were found, but no " + detail(0) + " in them";
  if (shortfall.kind == "no_year")
    return "nothing is said of it for " + detail(0) + "; nearest: " + detail(1);
  return "no passage says it clearly; nearest: " + detail(0);
}

}  // namespace

bool say_the_same(const AnswerCandidate& a, const AnswerCandidate& b) {
  if (a.figure.has_value() != b.figure.has_value()) return false;
  if (a.figure) {
    if (a.figure->value && b.figure->value) return *a.figure->value == *b.figure->value && a.kind == b.kind;
    return a.figure->value.has_value() == b.figure->value.has_value() && a.figure->date == b.figure->date &&
           a.figure->from == b.figure->from && a.figure->to == b.figure->to;
  }
  return a.span == b.span && a.passage == b.passage;
}

AnswerBuilder::AnswerBuilder(const Question& question, const TermWeights& weights,
                             std::span<const FoundPassage> passages, const CitationBuilder& citations,
                             const Scorer& scorer, const FigurePhrase& phrase)
    : question_(question),
      weights_(weights),
      passages_(passages),
      citations_(citations),
      scorer_(scorer),
      phrase_(phrase) {}

std::string AnswerBuilder::text_of(const FoundPassage& passage, ByteSpan span) const {
  const ByteSpan own = passage.record.span;
  return std::string(ByteSpan{span.begin - own.begin, span.end - own.begin}.in(passage.record.text));
}

Candidate AnswerBuilder::shown(const AnswerCandidate& candidate, double confidence, bool explain) const {
  const FoundPassage& passage = passages_[candidate.passage];
  Candidate shown;
  ByteSpan span = candidate.span;
  if (candidate.figure) {
    const std::size_t base = passage.record.span.begin;
    span = phrase_.around(passage.record.text, {span.begin - base, span.end - base}, *candidate.figure);
    span = {span.begin + base, span.end + base};
  }
  const Citation place = citations_.of_exactly(passage.record, span);
  shown.text = place.quote;
  shown.start = place.start;
  shown.end = place.end;
  shown.figure = candidate.figure;
  shown.items = candidate.items;
  shown.confidence = confidence;
  shown.citation = candidate.table ? citations_.of_row(passage.record, *candidate.table, candidate.span)
                                   : citations_.of_exactly(passage.record, candidate.quote);
  if (explain) {
    shown.features = scorer_.explain(candidate);
    shown.features.push_back({"source", static_cast<double>(candidate.source), candidate.score});
    if (candidate.is_excluded) shown.features.push_back({"excluded", 1, 0});
  }
  return shown;
}

Certainty AnswerBuilder::certainty_of(std::span<const AnswerCandidate> candidates) const {
  Certainty certainty;
  if (candidates.empty()) return certainty;
  const AnswerCandidate& best = candidates.front();
  double total = 0;
  double same = 0;
  certainty.lead = 5;  // nothing else there
  for (const AnswerCandidate& candidate : candidates) {
    const double weight = std::exp(std::clamp(candidate.score - best.score, -50.0, 50.0));
    total += weight;
    if (say_the_same(best, candidate)) {
      same += weight;
    } else {
      certainty.lead = std::min(certainty.lead, best.score - candidate.score);
    }
  }
  certainty.share = same / total;
  const FeatureVector& f = best.features;
  certainty.kind = f[Feature::kind];
  certainty.close = best.source == CandidateSource::cell
                        ? f[Feature::row] + f[Feature::column]
                        : f[Feature::left] + f[Feature::right] + f[Feature::sentence];
  certainty.covered = 1 - f[Feature::missing];
  certainty.missing_names = f[Feature::missing_names];
  certainty.year_missing = f[Feature::year_missing];
  certainty.year_other = f[Feature::year_other];
  certainty.absent = f[Feature::absent];
  certainty.kind_first = f[Feature::kind_first];
  certainty.focus = f[Feature::focus] + f[Feature::focus_upto] + f[Feature::focus_sentence];
  certainty.focus_all = certainty.focus + f[Feature::focus_before] + f[Feature::focus_linked];
  certainty.is_cell = best.source == CandidateSource::cell ? 1 : 0;
  certainty.heaviest_missing = f[Feature::heaviest_missing];
  return certainty;
}

Shortfall AnswerBuilder::shortfall(std::span<const AnswerCandidate> candidates) const {
  std::string absent;
  std::size_t absent_count = 0;
  for (std::size_t i = 0; i < question_.terms.size(); ++i) {
    if (!weights_.is_absent[i] || question_.terms[i].weight < kTellingWeight) continue;
    if (i > 0 && weights_.is_absent[i - 1] && question_.terms[i].span == question_.terms[i - 1].span)
      continue;
    if (++absent_count > kAbsentNamed) continue;
    if (!absent.empty()) absent += ", ";
    absent += question_.terms[i].word;
  }
  if (question_.terms.empty()) return {"no_word", {}};
  if (passages_.empty()) return {"no_passage", {}};
  if (absent_count > kAbsentNamed)
    return {"absent_more", {absent, std::to_string(absent_count - kAbsentNamed)}};
  if (!absent.empty()) return {"absent", {absent}};
  if (candidates.empty()) return {"no_kind", {std::string(to_string(question_.kinds.likeliest()))}};
  const AnswerCandidate& best = candidates.front();
  const std::string nearest = text_of(passages_[best.passage], best.span);
  if (best.features[Feature::year_missing] > 0 && !question_.years.empty())
    return {"no_year", {std::to_string(question_.years.front()), nearest}};
  return {"unclear", {nearest}};
}

Answer AnswerBuilder::build(std::span<const AnswerCandidate> candidates, AnswerDetail detail) const {
  const bool explain = detail != AnswerDetail::plain;
  Answer answer;
  answer.question = question_.text;
  answer.language = question_.language;
  for (const FoundPassage& passage : passages_.first(std::min(passages_.size(), kPassagesShown))) {
    answer.passages.push_back(citations_.of_exactly(passage.record, passage.record.span));
  }
  const Certainty certainty = certainty_of(candidates);
  const double confidence = candidates.empty() ? 0 : scorer_.confidence(certainty);
  const bool is_sure = confidence >= scorer_.threshold() || detail == AnswerDetail::candidates;
  const bool is_possible = !candidates.empty() && !candidates.front().is_excluded;
  if (candidates.empty() || !is_sure || (!is_possible && detail != AnswerDetail::candidates)) {
    answer.shortfall = shortfall(candidates);
    answer.reason = in_words(answer.shortfall);
    return answer;
  }
  const AnswerCandidate& best = candidates.front();
  answer.status = AnswerStatus::answered;
  answer.best = shown(best, confidence, explain);
  if (explain) {
    for (FeatureValue& value : named_values(certainty)) {
      value.name = "certainty." + value.name;
      answer.best->features.push_back(std::move(value));
    }
  }
  if (detail == AnswerDetail::candidates) {
    for (const AnswerCandidate& candidate : candidates.subspan(1))
      answer.also.push_back(shown(candidate, 0, true));
    return answer;
  }

  std::vector<const AnswerCandidate*> also;
  const auto is_new = [&](const AnswerCandidate& candidate) {
    return !say_the_same(best, candidate) && std::ranges::none_of(also, [&](const AnswerCandidate* other) {
      return say_the_same(*other, candidate);
    });
  };
  for (const AnswerCandidate& candidate : candidates.subspan(1)) {  // the same fact in another unit
    const bool near = candidate.passage == best.passage && candidate.quote == best.quote &&
                      candidate.figure && best.figure && candidate.kind != best.kind &&
                      std::max(candidate.span.begin, best.span.begin) <
                          std::min(candidate.span.end, best.span.end) + kBracketReach;
    if (near && is_new(candidate)) also.push_back(&candidate);
  }
  const std::size_t same_fact = also.size();
  for (const AnswerCandidate& candidate : candidates.subspan(1)) {
    if (also.size() >= kAlsoShown || candidate.is_excluded) break;
    if (best.score - candidate.score > kAlsoReach) break;
    if (is_new(candidate)) also.push_back(&candidate);
  }
  for (const AnswerCandidate* candidate : also) {
    const bool is_same_fact = answer.also.size() < same_fact;
    const double share = is_same_fact ? 1 : std::exp(std::min(candidate->score - best.score, 0.0));
    answer.also.push_back(shown(*candidate, confidence * share, explain));
    answer.also.back().same_fact = is_same_fact;
  }
  return answer;
}

}  // namespace vraagbaak::query
