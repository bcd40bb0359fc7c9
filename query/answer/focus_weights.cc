// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/focus_weights.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace vraagbaak::query {

namespace {

// A term of the title holds for every sentence, whether it says so or not: it counts as said by this share.
constexpr double kTitleShare = 0.5;
// How much of a term's weight is how rare it is in the index; the rest is how rare it is here.
constexpr double kIndexShare = 0.5;
constexpr double kLeastFocus = 0.02;

struct Tally {
  std::size_t sentences = 0;
  std::vector<std::size_t> said;  // sentences that say each term
  DocumentView* document = nullptr;
  std::vector<std::size_t> sections;
  std::set<std::string> places;  // of its figures
};

}  // namespace

bool names_term(const Question& question, const TermStrengths& strengths) {
  for (std::size_t i = 0; i < strengths.size(); ++i) {
    if (strengths[i] > 0 && question.terms[i].year == 0) return true;
  }
  return false;
}

FocusWeights::FocusWeights(const Question& question, const TermWeights& weights,
                           std::span<const PassageReading> readings, const TermMatcher& matcher) {
  std::map<store::DocumentId, Tally> tallies;
  for (const PassageReading& reading : readings) {
    Tally& tally = tallies[reading.passage->record.document];
    tally.document = reading.passage->document.get();
    tally.said.resize(matcher.term_count());
    tally.sections.push_back(reading.passage->record.section);
    for (const store::FigureRecord& record : reading.figures) {
      if (!record.figure.place.empty()) tally.places.insert(record.figure.place);
    }
    for (const ByteSpan sentence : reading.sentences) {
      const TermStrengths strengths = matcher.strengths(reading.passage->hits, sentence);
      ++tally.sentences;
      for (std::size_t i = 0; i < strengths.size(); ++i) tally.said[i] += strengths[i] > 0 ? 1 : 0;
    }
  }
  for (auto& [id, tally] : tallies) {
    Focus& focus = by_document_[id];
    const double all = static_cast<double>(tally.sentences) + 2;
    const TermStrengths& title = tally.document->title_terms();
    double sum = 0;
    for (std::size_t i = 0; i < tally.said.size(); ++i) {
      double said = static_cast<double>(tally.said[i]) + 1;
      if (title[i] > 0) said = std::max(said, kTitleShare * all);
      const double rarity = std::max(std::log(all / said) / std::log(all), kLeastFocus);
      focus.weight.push_back(question.terms[i].weight * rarity *
                             (1 - kIndexShare + kIndexShare * weights.rarity[i]));
      sum += focus.weight.back();
    }
    for (double& weight : focus.weight) weight /= sum > 0 ? sum : 1;
    focus.has_place = std::ranges::any_of(tally.places, [&](const std::string& place) {
      return names_term(question, matcher.strengths_in(place));
    });
    for (const std::size_t section : tally.sections) {
      focus.best_linked = std::max(focus.best_linked, coverage(id, tally.document->linked_terms(section)));
    }
  }
}

bool FocusWeights::has_place(store::DocumentId document) const {
  const auto at = by_document_.find(document);
  return at != by_document_.end() && at->second.has_place;
}

std::span<const double> FocusWeights::of(store::DocumentId document) const {
  const auto at = by_document_.find(document);
  return at == by_document_.end() ? std::span<const double>{} : std::span<const double>(at->second.weight);
}

double FocusWeights::coverage(store::DocumentId document, const TermStrengths& strengths) const {
  const std::span<const double> weight = of(document);
  double sum = 0;
  for (std::size_t i = 0; i < weight.size(); ++i) sum += weight[i] * strengths[i];
  return sum;
}

double FocusWeights::linked_share(store::DocumentId document, const TermStrengths& linked) const {
  const auto at = by_document_.find(document);
  if (at == by_document_.end() || at->second.best_linked <= 0) return 0;
  return coverage(document, linked) / at->second.best_linked;
}

}  // namespace vraagbaak::query
