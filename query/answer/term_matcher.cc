// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/term_matcher.h"

#include <algorithm>
#include <utility>

#include "analysis/term_packing.h"

namespace vraagbaak::query {

namespace {

constexpr std::size_t kShortestWord = 3;  // bytes

}  // namespace

TermMatcher::TermMatcher(const Question& question, const analysis::Analyzer& analyzer,
                         const analysis::Tokenizer& tokenizer)
    : question_(question), analyzer_(analyzer), tokenizer_(tokenizer) {
  for (std::size_t i = 0; i < question.terms.size(); ++i) {
    strongest_.push_back(0);
    for (const TermVariant& variant : question.terms[i].variants) {
      strongest_.back() = std::max(strongest_.back(), variant.strength);
      by_first_[variant.terms.front()].push_back({i, &variant});
      may_begin_.set(sign_of(variant.terms.front()));
    }
  }
}

// A number for a term that few others have.
std::size_t TermMatcher::sign_of(std::string_view term) {
  if (term.empty()) return 0;
  const auto byte = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(term[i]));
  };
  const std::size_t middle = byte(term.size() / 2);
  return (term.size() * 89 + byte(0) * 7 + middle * 31 + byte(term.size() - 1) * 251) % kSigns;
}

// Takes a text's terms one by one and keeps what the question asks for.
class TermMatcher::Collector final : public analysis::TermSink {
 public:
  explicit Collector(const TermMatcher& matcher) : matcher_(matcher) {}

  void take_packed(std::string_view packed, ByteSpan span, std::uint32_t position) override {
    analysis::for_each_packed_term(packed, [&](std::string_view term, bool /*colocated*/) {
      take_term(term, span, position);
      return true;
    });
  }
  void take(std::string_view text, ByteSpan span, std::uint32_t position, bool /*colocated*/) override {
    take_term(text, span, position);
  }

  TextTerms take_terms() {
    std::vector<double> said(words_.empty() ? 0 : words_.back().second + 1, 0.0);  // by position
    for (const TermHit& hit : hits_) {
      for (std::size_t at = hit.position; at < std::min<std::size_t>(hit.position + hit.words, said.size());
           ++at)
        said[at] = std::max(said[at], hit.strength);
    }
    TextTerms terms;
    for (const auto& [span, position] : words_) terms.words.push_back({span, said[position]});
    terms.hits = std::move(hits_);
    return terms;
  }

 private:
  // A variant of several terms, as far as the text has said it.
  struct Phrase {
    Entry entry;
    std::size_t matched = 0;
    std::uint32_t position = 0;  // of its first term
    ByteSpan span;               // likewise
  };

  void take_term(std::string_view text, ByteSpan span, std::uint32_t position) {
    if (position != position_) {
      begun_.clear();
      if (position == position_ + 1) std::swap(begun_, going_);
      going_.clear();
      position_ = position;
    }
    note_word(text, span, position);
    for (const Phrase& phrase : begun_) {
      if (phrase.entry.variant->terms[phrase.matched] != text) continue;
      Phrase longer = phrase;
      ++longer.matched;
      go_on(longer);
    }
    if (!matcher_.may_begin_.test(sign_of(text))) return;
    const auto entries = matcher_.by_first_.find(text);
    if (entries == matcher_.by_first_.end()) return;
    for (const Entry& entry : entries->second) go_on({entry, 1, position, span});
  }

  // Only a content word has a stem beside its exact form.
  void note_word(std::string_view term, ByteSpan span, std::uint32_t position) {
    if (!term.starts_with('~') || span.size() < kShortestWord) return;
    if (words_.empty() || words_.back().second != position) words_.emplace_back(span, position);
  }

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
    const auto words = static_cast<std::uint32_t>(phrase.entry.variant->terms.size());
    hits_.push_back({phrase.entry.term, strength, phrase.position, words, phrase.span});
  }

  const TermMatcher& matcher_;
  std::vector<TermHit> hits_;
  std::vector<std::pair<ByteSpan, std::uint32_t>> words_;  // content words with their positions
  std::vector<Phrase> begun_;                              // said up to the position before this one
  std::vector<Phrase> going_;                              // said up to this one
  std::uint32_t position_ = 0;
};

TextTerms TermMatcher::read(std::string_view text) const {
  if (by_first_.empty()) return {};
  Collector collector(*this);
  analyzer_.analyze(text, tokenizer_.tokenize(text), collector);
  return collector.take_terms();
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
