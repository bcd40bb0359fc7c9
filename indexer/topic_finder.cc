// SPDX-License-Identifier: EUPL-1.2
#include "indexer/topic_finder.h"

#include <algorithm>
#include <vector>

#include "analysis/text/normalizer.h"
#include "indexer/section_path.h"

namespace vraagbaak::indexer {

using analysis::FigureReading;
using analysis::one_line;
using analysis::SentenceReading;

namespace {

// An item of a list, or a label with its figure.
bool is_item(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  if (text.starts_with("-") || text.starts_with("\u2022") || text.starts_with("\u2013") ||
      text.starts_with("*"))
    return true;
  const bool digit = !text.empty() && text.front() >= '0' && text.front() <= '9';
  return digit && text.size() < 40 && text.find(':') != std::string_view::npos;
}

}  // namespace

// "Tabel 8: steun per provincie" -> "steun per provincie"; "1.2. Budget" -> "Budget".
std::string without_label(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && colon < 16 && colon + 2 < text.size()) text.remove_prefix(colon + 1);
  while (!text.empty() && std::string_view(" .)-0123456789").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  return one_line(text);
}

bool says_something(std::string_view label) {
  const std::string folded = analysis::normalize(label);
  if (folded.starts_with("totaal") || folded.starts_with("total") || folded.starts_with("algemeen totaal"))
    return false;
  return std::ranges::count_if(folded, [](char c) {
           return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
         }) >= 2;
}

TopicFinder::TopicFinder(const analysis::PhraseGrammar& grammar, const Document& document,
                         const Segmentation& segmentation)
    : grammar_(grammar), document_(document), segmentation_(segmentation) {}

std::size_t TopicFinder::number_of(const Sentence& sentence) const {
  return static_cast<std::size_t>(&sentence - segmentation_.sentences.data());
}

std::string TopicFinder::of_list(const FigureReading& said, const Sentence& sentence) {
  if (std::string topic = said.topic_before(); !topic.empty()) return topic;
  constexpr std::size_t kMostItems = 40;
  const std::size_t own = number_of(sentence);
  for (std::size_t i = own; i > 0 && own - i < kMostItems; --i) {
    const Sentence& lead = segmentation_.sentences[i - 1];
    const std::string_view text = lead.span.in(document_.text);
    if (i < own && text.find_first_of("\n") == 0) return {};
    if (is_item(text)) continue;
    return of_sentence(i - 1);
  }
  return {};
}

std::string TopicFinder::of_sentence_before(const Sentence& sentence) {
  const std::size_t own = number_of(sentence);
  if (own == 0 || is_item(sentence.span.in(document_.text))) return {};
  const std::string_view text = document_.text;
  if (sentence.span.begin > 0 && text.substr(sentence.span.begin - 1).starts_with("\n")) return {};
  return of_sentence(own - 1);
}

std::string TopicFinder::of_sentence(std::size_t number) {
  const auto known = topics_.find(number);
  if (known != topics_.end()) return known->second;
  const Sentence& lead = segmentation_.sentences[number];
  const SentenceReading reading(grammar_, document_.text, segmentation_, lead, figures_in(lead.span));
  return topics_.emplace(number, analysis::topic_of(reading)).first->second;
}

std::string TopicFinder::fuller(const analysis::SubjectReading& subject, const FigureReading& said,
                                const Sentence& sentence) {
  if (subject.head.empty() || subject.head.find(' ') != std::string::npos) return {};
  // "Het betreft 49 gevallen."
  if (subject.own == subject.head &&
      grammar_.phrases.role_of(analysis::normalize(subject.head)) == analysis::WordRole::empty)
    return of_list(said, sentence);
  const std::string topic =
      is_item(sentence.span.in(document_.text)) ? of_list(said, sentence) : said.topic_before();
  const bool ends_so = topic.size() > subject.head.size() && topic.ends_with(" " + subject.head);
  return ends_so ? topic : "";
}

std::span<const Figure> TopicFinder::figures_in(ByteSpan span) const {
  const auto first = std::ranges::lower_bound(document_.figures, span.begin, {},
                                              [](const Figure& f) { return f.span.begin; });
  auto last = first;
  while (last != document_.figures.end() && last->span.begin < span.end) ++last;
  return {first, last};
}

std::string TopicFinder::heading_over(const Figure& figure) const {
  for (std::size_t section = section_at(document_, figure.span.begin), level = 0;
       section != kNone && level < kMostLevels; section = parent_of(document_, section), ++level) {
    const Section& it = document_.sections[section];
    if (it.kind != SectionKind::heading && it.kind != SectionKind::table) continue;
    if (it.heading.empty() || it.heading.size() > kLongestHeading) continue;
    std::string heading = without_label(it.heading);
    if (says_something(heading)) return heading;
  }
  return {};
}

const std::string& TopicFinder::of_table(const Table& table) {
  const auto known = of_tables_.find(&table);
  return known != of_tables_.end() ? known->second : of_tables_.emplace(&table, lead_in(table)).first->second;
}

std::string TopicFinder::lead_in(const Table& table) {
  const auto first = std::ranges::lower_bound(segmentation_.sentences, table.span.begin, {},
                                              [](const Sentence& it) { return it.span.begin; });
  const auto is_title = [&](const Sentence& sentence) {
    const std::string_view text = sentence.span.in(document_.text);
    const auto in_cell = [&](const Cell& cell) {
      return cell.span.begin < sentence.span.end && !cell.span.empty();
    };
    return text.find_first_of("0123456789") == std::string_view::npos && sentence.token_count > 2 &&
           std::ranges::none_of(table.cells, in_cell);
  };
  if (first != segmentation_.sentences.end() && first->span.begin < table.span.end && is_title(*first)) {
    std::string title = of_sentence(static_cast<std::size_t>(first - segmentation_.sentences.begin()));
    if (!title.empty()) return title;
  }
  return above(table.span.begin);
}

// Of the last sentence before a byte, in the paragraph right above.
std::string TopicFinder::above(std::size_t byte) {
  constexpr std::size_t kFarthest = 400;  // bytes
  const auto after = std::ranges::lower_bound(segmentation_.sentences, byte, {},
                                              [](const Sentence& it) { return it.span.begin; });
  for (auto at = after; at != segmentation_.sentences.begin();) {
    const Sentence& sentence = *--at;
    if (byte - sentence.span.begin > kFarthest) return {};
    if (sentence.span.in(document_.text).find_first_not_of(" \n\t") == std::string_view::npos) continue;
    return of_sentence(static_cast<std::size_t>(at - segmentation_.sentences.begin()));
  }
  return {};
}

std::string TopicFinder::name_near(const Figure& figure, const Sentence& sentence) const {
  constexpr std::ptrdiff_t kMostMentions = 16;  // to either side
  const std::vector<Mention>& mentions = document_.names.mentions;
  const auto middle = std::ranges::lower_bound(mentions, figure.span.begin, {},
                                               [](const Mention& m) { return m.span.begin; });
  const Mention* best = nullptr;
  std::size_t least = 0;
  const auto first = middle - std::min(kMostMentions, middle - mentions.begin());
  const auto last = middle + std::min(kMostMentions, mentions.end() - middle);
  for (auto at = first; at != last; ++at) {
    if (!sentence.span.contains(at->span)) continue;
    if (at->kind != EntityKind::organisation && at->kind != EntityKind::programme) continue;
    const std::size_t distance = at->span.begin < figure.span.begin
                                     ? figure.span.begin - std::min(figure.span.begin, at->span.end)
                                     : at->span.begin - figure.span.begin;
    if (best == nullptr || distance < least) {
      best = &*at;
      least = distance;
    }
  }
  return best == nullptr ? "" : one_line(best->span.in(document_.text));
}

}  // namespace vraagbaak::indexer
