// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/surroundings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace vraagbaak::query {

namespace {

// The features count so far; what is more makes no difference.
constexpr double kExtraWords = 8;
constexpr double kSmall = 10;  // numbers below are seldom the answer

// Between these a figure and its words belong together.
constexpr std::array<std::string_view, 8> kPartMarks{", ", "; ",   ": ",        "(",
                                                     ")",  " en ", " waarvan ", " terwijl "};

// The part of `within` round the candidate, between two marks.
ByteSpan part_round(std::string_view text, ByteSpan within, ByteSpan span) {
  ByteSpan part = within;
  const std::string_view before = ByteSpan{within.begin, span.begin}.in(text);
  const std::string_view behind = ByteSpan{span.end, within.end}.in(text);
  for (const std::string_view mark : kPartMarks) {
    if (const std::size_t at = before.rfind(mark); at != std::string_view::npos)
      part.begin = std::max(part.begin, within.begin + at + mark.size());
    if (const std::size_t at = behind.find(mark); at != std::string_view::npos)
      part.end = std::min(part.end, span.end + at);
  }
  part.begin = std::min(part.begin, span.begin);
  return part;
}

// The content words that begin in `within`; they stand in the order of the text.
std::span<const ContentWord> words_in(const PassageReading& reading, ByteSpan within) {
  const std::vector<ContentWord>& words = reading.passage->words;
  const auto begin_of = [](const ContentWord& word) { return word.span.begin; };
  const auto first = std::ranges::lower_bound(words, within.begin, {}, begin_of);
  return {first, std::ranges::lower_bound(first, words.end(), within.end, {}, begin_of)};
}

// Likewise the figures.
std::span<const store::FigureRecord> figures_in(const PassageReading& reading, ByteSpan within) {
  const ByteSpan place = reading.in_document(within);
  const auto begin_of = [](const store::FigureRecord& record) { return record.figure.span.begin; };
  const auto first = std::ranges::lower_bound(reading.figures, place.begin, {}, begin_of);
  return {first, std::ranges::lower_bound(first, reading.figures.end(), place.end, {}, begin_of)};
}

bool overlap(ByteSpan a, ByteSpan b) {
  return a.begin < b.end && b.begin < a.end;
}

}  // namespace

void add_sentence(FeatureVector& features, const PassageReading& reading, ByteSpan sentence) {
  const std::string_view text = sentence.in(reading.text());
  double words = 0;
  double said = 0;
  for (const ContentWord& word : words_in(reading, sentence)) {
    ++words;
    said += word.said;
  }
  if (words > 0) features[Feature::sentence_extra] = 1 - said / words;
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  if (last != std::string_view::npos && text[last] == ':') features[Feature::announces] = 1;
}

void add_neighbours(FeatureVector& features, const PassageReading& reading, const CandidatePlace& place) {
  const std::string_view text = reading.text();
  const ByteSpan part = part_round(text, place.sentence, place.span);
  double words = 0;
  double extra = 0;
  for (const ContentWord& word : words_in(reading, part)) {
    if (overlap(word.span, place.span)) continue;
    ++words;
    extra += 1 - word.said;
  }
  if (words > 0) {
    features[Feature::clause_extra] = extra / words;
    features[Feature::clause_extra_words] = std::min(extra, kExtraWords) / kExtraWords;
  } else {
    features[Feature::clause_bare] = 1;
  }
  const std::span<const store::FigureRecord> records = figures_in(reading, place.sentence);
  const std::size_t figures = records.size();
  const bool is_first =
      records.empty() || reading.local(records.front().figure.span).begin >= place.span.begin;
  features[Feature::alone] = figures <= 1 ? 1 : 0;
  features[Feature::first_figure] = is_first ? 1 : 0;
  features[Feature::figures_here] = std::log(1 + static_cast<double>(figures));
  const std::string_view head = ByteSpan{place.sentence.begin, place.span.begin}.in(text);
  const std::size_t open = head.rfind('(');
  const std::size_t close = head.rfind(')');
  const bool is_open = open != std::string_view::npos && (close == std::string_view::npos || close < open);
  features[Feature::bracketed] = is_open ? 1 : 0;
}

void add_rate(FeatureVector& features, const PassageReading& reading, const CandidatePlace& place,
              const RateWords& words, const std::set<std::string>& asked) {
  // The words behind the figure, up to the next one, and the one before it: "maandelijks 250 euro".
  constexpr std::size_t kBehind = 32;  // bytes
  constexpr std::size_t kBefore = 14;
  const std::string_view text = reading.text();
  const std::size_t end = std::min(std::max(place.right, place.span.end), place.span.end + kBehind);
  const std::size_t begin = std::max(std::min(place.left, place.span.begin),
                                     place.span.begin - std::min(place.span.begin, kBefore));
  std::set<std::string> said = words.in(ByteSpan{place.span.end, std::min(end, text.size())}.in(text));
  said.merge(words.in(ByteSpan{begin, place.span.begin}.in(text)));
  if (said.empty()) return;
  if (asked.empty()) {
    features[Feature::rate_unasked] = 1;
    return;
  }
  const bool is_asked =
      std::ranges::any_of(said, [&](const std::string& rate) { return asked.contains(rate); });
  features[is_asked ? Feature::rate_said : Feature::rate_other] = 1;
}

void add_size(FeatureVector& features, const Figure& figure, std::string_view text) {
  if (!figure.value || is_temporal(figure.kind)) return;
  const double value = std::abs(figure.value->approximate());
  const bool is_number = figure.kind == FigureKind::count || figure.kind == FigureKind::number;
  if (is_number && value < kSmall) features[Feature::small] = 1;
  if (text.find_first_of("0123456789") == std::string_view::npos) features[Feature::spelled] = 1;
}

}  // namespace vraagbaak::query
