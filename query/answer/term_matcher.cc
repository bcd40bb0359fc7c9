// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/term_matcher.h"

#include <algorithm>

namespace vraagbaak::query {

namespace {

// Terms of a text by position: [starts[p], starts[p + 1]) of the analyzed terms stand at the p-th position.
std::vector<std::size_t> position_starts(const std::vector<analysis::Term>& terms) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i == 0 || terms[i].position != terms[i - 1].position) starts.push_back(i);
  }
  starts.push_back(terms.size());
  return starts;
}

}  // namespace

TermMatcher::TermMatcher(const Question& question, const analysis::Analyzer& analyzer)
    : question_(question), analyzer_(analyzer) {
  for (std::size_t i = 0; i < question.terms.size(); ++i) {
    for (const TermVariant& variant : question.terms[i].variants) {
      by_first_[variant.terms.front()].push_back({i, &variant});
    }
  }
}

std::vector<TermHit> TermMatcher::find(std::string_view text) const {
  std::vector<TermHit> hits;
  if (by_first_.empty()) return hits;
  const std::vector<analysis::Term> terms = analyzer_.analyze(text);
  const std::vector<std::size_t> starts = position_starts(terms);
  const std::size_t positions = starts.size() - 1;
  const auto stands_at = [&](std::size_t position, std::string_view term) {
    if (position >= positions) return false;
    for (std::size_t i = starts[position]; i < starts[position + 1]; ++i) {
      if (terms[i].text == term) return true;
    }
    return false;
  };
  for (std::size_t position = 0; position < positions; ++position) {
    const std::size_t first_hit = hits.size();
    for (std::size_t i = starts[position]; i < starts[position + 1]; ++i) {
      const auto entries = by_first_.find(terms[i].text);
      if (entries == by_first_.end()) continue;
      for (const Entry& entry : entries->second) {
        const auto& wanted = entry.variant->terms;
        bool all = true;
        for (std::size_t k = 1; k < wanted.size() && all; ++k) all = stands_at(position + k, wanted[k]);
        if (!all) continue;
        const auto same = std::find_if(hits.begin() + static_cast<std::ptrdiff_t>(first_hit), hits.end(),
                                       [&](const TermHit& hit) { return hit.term == entry.term; });
        if (same != hits.end()) {
          same->strength = std::max(same->strength, entry.variant->strength);
        } else {
          hits.push_back(
              {entry.term, entry.variant->strength, static_cast<std::uint32_t>(position), terms[i].span});
        }
      }
    }
  }
  return hits;
}

TermStrengths TermMatcher::strengths(const std::vector<TermHit>& hits, ByteSpan span) const {
  TermStrengths strengths(term_count(), 0.0);
  for (const TermHit& hit : hits) {
    if (span.contains(hit.span.begin)) strengths[hit.term] = std::max(strengths[hit.term], hit.strength);
  }
  return strengths;
}

TermStrengths TermMatcher::strengths_in(std::string_view text) const {
  return strengths(find(text), ByteSpan{0, text.size() + 1});
}

void raise_to(TermStrengths& strengths, const TermStrengths& other, double factor) {
  for (std::size_t i = 0; i < strengths.size(); ++i) strengths[i] = std::max(strengths[i], factor * other[i]);
}

}  // namespace vraagbaak::query
