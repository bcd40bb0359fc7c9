// SPDX-License-Identifier: EUPL-1.2
#include "indexer/place_finder.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/text/normalizer.h"
#include "indexer/section_path.h"

namespace vraagbaak::indexer {

using analysis::one_line;
using analysis::SentenceReading;
using analysis::WordExtent;

namespace {

bool parts_words(char c) {
  return c == ' ' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '/';
}

}  // namespace

PlaceFinder::PlaceFinder(const analysis::PhraseGrammar& grammar, const Document& document,
                         const Segmentation& segmentation)
    : grammar_(grammar), document_(document), segmentation_(segmentation) {
  for (const Mention& mention : document.names.mentions) {
    if (mention.kind != EntityKind::place) continue;
    const std::string_view said = mention.span.in(document.text);
    std::string folded = analysis::normalize(said);
    if (folded.empty()) continue;
    begins_.set(static_cast<unsigned char>(folded.front()));
    names_.emplace(std::move(folded), one_line(said));
  }
}

std::string PlaceFinder::near(const Figure& figure, const SentenceReading& reading, WordExtent at,
                              const Sentence& sentence) {
  // Its own clause first; of the rest of the sentence what stands before it.
  const Mention* place = nearest(figure, reading.clause_round(at));
  if (place == nullptr && reading.depth_of(at.begin) > 0)
    place = nearest(figure, {bracket_host(figure.span), figure.span.begin});
  if (place == nullptr) place = nearest(figure, {sentence.span.begin, figure.span.begin});
  if (place == nullptr) place = of_sentence_before(figure, sentence);
  if (place != nullptr) return one_line(place->span.in(document_.text));
  std::size_t section = section_at(document_, figure.span.begin);
  for (std::size_t level = 0; section != kNone && level < kMostLevels;
       section = parent_of(document_, section), ++level) {
    const Section& it = document_.sections[section];
    if (it.kind != SectionKind::heading || it.heading.size() > kLongestHeading) continue;
    if (const std::string& named = of_heading(section); !named.empty()) return named;
  }
  return {};
}

const std::string& PlaceFinder::of_heading(std::size_t section) {
  const auto known = of_headings_.find(section);
  if (known != of_headings_.end()) return known->second;
  return of_headings_.emplace(section, in(document_.sections[section].heading)).first->second;
}

// The one place that the sentence before names, in the same paragraph: "In Gent is het anders. Daar …".
const Mention* PlaceFinder::of_sentence_before(const Figure& figure, const Sentence& sentence) const {
  const auto own = static_cast<std::size_t>(&sentence - segmentation_.sentences.data());
  if (own == 0) return nullptr;
  const ByteSpan before = segmentation_.sentences[own - 1].span;
  const std::string_view between = ByteSpan{before.begin, sentence.span.begin}.in(document_.text);
  if (between.find("\n\n") != std::string_view::npos || between.size() > 4 * kLongestHeading) return nullptr;
  const Mention* place = nearest(figure, before);
  if (place == nullptr) return nullptr;
  const auto after = std::ranges::lower_bound(document_.names.mentions, before.begin, {},
                                              [](const Mention& m) { return m.span.begin; });
  for (auto at = after; at != document_.names.mentions.end() && at->span.begin < before.end; ++at) {
    if (at->kind == EntityKind::place && at->entity != place->entity) return nullptr;
  }
  return place;
}

std::string PlaceFinder::in(const std::string& label) const {
  constexpr std::size_t kMostWords = 4;  // "Sint-Pieters-Leeuw", "Brussels Hoofdstedelijk Gewest"
  if (names_.empty() || label.empty()) return {};
  const std::string folded = analysis::normalize(label);
  std::vector<ByteSpan> words;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && !parts_words(folded[end])) ++end;
    if (end > at) words.push_back({at, end});
    at = end + 1;
  }
  for (std::size_t i = 0; i < words.size() && i < 24; ++i) {
    if (!begins_[static_cast<unsigned char>(folded[words[i].begin])]) continue;
    for (std::size_t count = std::min(kMostWords, words.size() - i); count > 0; --count) {
      const auto found =
          names_.find(folded.substr(words[i].begin, words[i + count - 1].end - words[i].begin));
      if (found != names_.end()) return found->second;
    }
  }
  return {};
}

// Whether a place says where the figure is: behind a preposition, as a label, or before the figure in
// brackets ("uit Libanon (298)"), which is then where that figure is and no other. "De Verenigde Staten
// investeerden" says who.
bool PlaceFinder::says_where(ByteSpan place, ByteSpan figure, bool is_bare) const {
  const std::string_view text = document_.text;
  const std::string_view behind = text.substr(place.end, 4);
  const bool has_own = behind.size() > 2 && behind.starts_with(" (") && behind[2] >= '0' && behind[2] <= '9';
  if (has_own) return figure.begin == place.end + 2;
  if (behind.starts_with(":") || behind.starts_with(" :")) return true;
  // "namelijk Gent 104.5 en Brugge 102.8", but "telde de stad Gent 12 huizen"
  if (is_bare && figure.begin == place.end + 1 && behind.starts_with(" ")) return true;
  // "Oefening - Tinglev, Denemarken;"
  const bool closed =
      behind.empty() || std::string_view(",;.)\n").find(behind.front()) != std::string_view::npos;
  bool determined = false;
  std::size_t at = place.begin;
  for (std::size_t steps = 0; steps < 3 && at > 0; ++steps) {
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin < 32 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    const std::string word = analysis::normalize(text.substr(begin, end - begin));
    const analysis::WordRole role = grammar_.phrases.role_of(word);
    if (role == analysis::WordRole::preposition || word == "van" || word == "voor" || word == "rond")
      return word != "door" && word != "met";
    const bool passes = role == analysis::WordRole::determiner || word == "en" || word == "of" ||
                        (role == analysis::WordRole::noun && steps == 0) || word.ends_with(",");
    if (steps == 0 && role == analysis::WordRole::determiner) determined = true;
    if (!passes) break;
    at = begin;
  }
  return closed && !determined;
}

// Where the words before the bracket that holds the figure begin to count.
std::size_t PlaceFinder::bracket_host(ByteSpan figure) const {
  constexpr std::size_t kFurthest = 48;  // bytes
  const std::size_t from = figure.begin > kFurthest ? figure.begin - kFurthest : 0;
  const std::size_t bracket = document_.text.rfind('(', figure.begin);
  if (bracket == std::string::npos || bracket < from) return figure.begin;
  return bracket > kFurthest ? bracket - kFurthest : 0;
}

// The place in `within` that stands nearest to the figure.
const Mention* PlaceFinder::nearest(const Figure& of, ByteSpan within) const {
  const ByteSpan figure = of.span;
  constexpr std::ptrdiff_t kMostMentions = 16;  // to either side
  const std::vector<Mention>& mentions = document_.names.mentions;
  const auto middle =
      std::ranges::lower_bound(mentions, figure.begin, {}, [](const Mention& m) { return m.span.begin; });
  const Mention* best = nullptr;
  std::size_t least = 0;
  const auto first = middle - std::min(kMostMentions, middle - mentions.begin());
  const auto last = middle + std::min(kMostMentions, mentions.end() - middle);
  for (auto at = first; at != last; ++at) {
    if (!within.contains(at->span) || at->kind != EntityKind::place ||
        !says_where(at->span, figure, of.unit.empty()))
      continue;
    const std::size_t distance = at->span.begin < figure.begin
                                     ? figure.begin - std::min(figure.begin, at->span.end)
                                     : at->span.begin - figure.begin;
    if (best == nullptr || distance < least) {
      best = &*at;
      least = distance;
    }
  }
  return best;
}

}  // namespace vraagbaak::indexer
