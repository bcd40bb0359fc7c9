// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/term_matcher.h"

#include <algorithm>

namespace vraagbaak::query {

TermMatcher::TermMatcher(const Question& question, const analysis::Analyzer& analyzer,
                         const analysis::Tokenizer& tokenizer)
    : question_(question), analyzer_(analyzer), tokenizer_(tokenizer) {
  for (std::size_t i = 0; i < question.terms.size(); ++i) {
    for (const TermVariant& variant : question.terms[i].variants) {
      by_first_[variant.terms.front()].push_back({i, &variant});
    }
  }
}

// Takes a text's terms one by one and keeps what the question asks for.
class TermMatcher::Collector final : public analysis::TermSink {
 public:
  explicit Collector(const TermMatcher& matcher) : matcher_(matcher) {}

  void take(std::string_view text, ByteSpan span, std::uint32_t position, bool /*colocated*/) override {
    if (position != position_) {
      begun_ = position == position_ + 1 ? std::move(going_) : std::vector<Phrase>{};
      going_.clear();
      position_ = position;
    }
    for (const Phrase& phrase : begun_) {
      if (phrase.entry.variant->terms[phrase.matched] != text) continue;
      Phrase longer = phrase;
      ++longer.matched;
      go_on(longer);
    }
    const auto entries = matcher_.by_first_.find(text);
    if (entries == matcher_.by_first_.end()) return;
    for (const Entry& entry : entries->second) go_on({entry, 1, position, span});
  }

  std::vector<TermHit> take_hits() { return std::move(hits_); }

 private:
  // A variant of several terms, as far as the text has said it.
  struct Phrase {
    Entry entry;
    std::size_t matched = 0;
    std::uint32_t position = 0;  // of its first term
    ByteSpan span;               // likewise
  };

  void go_on(const Phrase& phrase) {
    if (phrase.matched < phrase.entry.variant->terms.size()) {
      going_.push_back(phrase);
      return;
    }
    const double strength = phrase.entry.variant->strength;
    for (auto hit = hits_.rbegin(); hit != hits_.rend() && hit->position >= phrase.position; ++hit) {
      if (hit->term != phrase.entry.term || hit->position != phrase.position) continue;
      hit->strength = std::max(hit->strength, strength);
      return;
    }
    hits_.push_back({phrase.entry.term, strength, phrase.position, phrase.span});
  }

  const TermMatcher& matcher_;
  std::vector<TermHit> hits_;
  std::vector<Phrase> begun_;  // said up to the position before this one
  std::vector<Phrase> going_;  // said up to this one
  std::uint32_t position_ = 0;
};

std::vector<TermHit> TermMatcher::find(std::string_view text) const {
  if (by_first_.empty()) return {};
  Collector collector(*this);
  analyzer_.analyze(text, tokenizer_.tokenize(text), collector);
  return collector.take_hits();
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
