// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/figure_reading.h"

#include <algorithm>
#include <array>

#include "analysis/phrases/closed_class.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kLongestSubject = 90;  // bytes; what is longer is a sentence, not a phrase

// What belongs to a noun behind it: "vluchtelingen uit Burundi", "stations met lage perrons".
constexpr std::array<std::string_view, 14> kComplements = {"van",  "voor", "uit",   "met",    "in",
                                                           "op",   "bij",  "onder", "zonder", "tussen",
                                                           "naar", "over", "tegen", "per"};
constexpr std::array<std::string_view, 9> kRelative = {"die",     "dat",      "waarin",  "waarvan", "waarbij",
                                                       "waarmee", "waarvoor", "waaraan", "waarop"};

// What the phrases before word `end` speak of: a noun under an empty head ("het aantal aanvragen"), else the
// first noun without a preposition, else the first.
std::string topic_until(const SentenceReading& sentence, std::size_t end) {
  constexpr std::size_t kFurthest = 80;  // words
  const NounPhrase* plain = nullptr;
  const NounPhrase* first = nullptr;
  for (const NounPhrase& phrase : sentence.phrases_from(end > kFurthest ? end - kFurthest : 0)) {
    if (phrase.end > end) break;
    if (!phrase.names_thing) continue;
    for (std::size_t i = phrase.begin; i < phrase.full; ++i) {
      if (sentence.words()[i].role == WordRole::empty) return sentence.text_of(phrase.full, phrase.end);
    }
    if (!phrase.usable) continue;
    if (!phrase.before && plain == nullptr) plain = &phrase;
    if (first == nullptr) first = &phrase;
  }
  const NounPhrase* best = plain != nullptr ? plain : first;
  return best == nullptr ? "" : sentence.text_of(best->core, best->end);
}

}  // namespace

std::string topic_of(const SentenceReading& sentence) {
  return topic_until(sentence, sentence.words().size());
}

FigureReading::FigureReading(const SentenceReading& sentence, const Figure& figure, WordExtent at)
    : sentence_(sentence), figure_(figure), at_(at), frame_(clause_frame(sentence, at)) {}

std::string FigureReading::topic_before() const {
  return topic_until(sentence_, colon_of_list());
}

// The first colon before the figure, 0 where there is none.
std::size_t FigureReading::colon_of_list() const {
  // "…:- 2011: 166": the colon of the lead-in stands before those of the labels.
  constexpr std::size_t kLongestList = 400;  // words
  std::size_t colon = 0;
  for (std::size_t i = at_.begin; i > 0 && at_.begin - i < kLongestList; --i) {
    if (folded(i - 1) == ":") colon = i - 1;
  }
  return colon;
}

// "ouder dan 65 jaar", "tussen 18 en 54 jaar", "op de leeftijd van 12 jaar".
bool FigureReading::is_age() const {
  constexpr std::array<std::string_view, 2> kOlder = {"ouder", "jonger"};
  if (!is_length_of_time() || normalize(figure_.unit) != "jaar") return false;
  for (std::size_t i = at_.begin; i > 0 && at_.begin - i < 5; --i) {
    if (role(i - 1) == WordRole::punctuation) break;
    if (is_one_of(folded(i - 1), kOlder) || folded(i - 1) == "leeftijd") return true;
  }
  const std::string_view said = sentence_.text().substr(figure_.span.end);
  if (said.starts_with("-jarig")) return true;
  // "tussen de 18 en 54 jaar", "onder de 18 jaar", "boven de 65 jaar", "vanaf 12 jaar"
  std::size_t before = at_.begin;
  for (; before > 0 && at_.begin - before < 4; --before) {
    const std::string& word = folded(before - 1);
    if (word == "onder" || word == "boven") return true;
    if (word == "tussen") return before < at_.begin && folded(before) == "de";
    if (role(before - 1) != WordRole::figure && role(before - 1) != WordRole::determiner && word != "en")
      break;
  }
  return false;
}

// "een opbrengst van 5 miljoen", "perrons van 76 cm": what ends before "van".
std::optional<FigureReading::Words> FigureReading::before_van() const {
  constexpr std::size_t kMostHedges = 6;
  std::size_t van = at_.begin;
  while (van > 0 && at_.begin - van < kMostHedges) {
    const WordRole before = role(van - 1);
    const std::string& word = folded(van - 1);
    const bool hedge = before == WordRole::filler || before == WordRole::figure ||
                       before == WordRole::empty || word == "tot" || word == "of" || word == "tussen" ||
                       word == "de" || word == "+" || word == "/" || word == "-" || word == "en";
    if (!hedge) break;
    --van;
  }
  if (van == 0 || folded(van - 1) != "van") return std::nullopt;
  const NounPhrase* phrase = phrase_to(van - 1);
  if (phrase == nullptr || !phrase->names_thing) return std::nullopt;
  return Words{phrase->full, phrase->end};
}

// "de afgelopen vijf jaar": says when.
bool FigureReading::is_adverbial_time() const {
  constexpr std::array<std::string_view, 10> kBefore = {"afgelopen", "komende",      "laatste",    "jongste",
                                                        "volgende",  "voorbije",     "voorgaande", "eerste",
                                                        "vorige",    "eerstvolgende"};
  return is_length_of_time() && at_.begin > 0 && is_one_of(folded(at_.begin - 1), kBefore);
}

bool FigureReading::begins_with_capital(std::size_t word) const {
  const char c = sentence_.text()[sentence_.words()[word].span.begin];
  return c >= 'A' && c <= 'Z';
}

bool FigureReading::is_length_of_time() const {
  return figure_.kind == FigureKind::number &&
         sentence_.grammar().phrases.role_of(normalize(figure_.unit)) == WordRole::time;
}

std::span<const NounPhrase> FigureReading::phrases_near() const {
  return sentence_.phrases_from(at_.begin > kWindow ? at_.begin - kWindow : 0);
}

const NounPhrase* FigureReading::phrase_at(std::size_t begin) const {
  const auto phrase = std::ranges::lower_bound(sentence_.phrases(), begin, {}, &NounPhrase::begin);
  return phrase != sentence_.phrases().end() && phrase->begin == begin ? &*phrase : nullptr;
}

const NounPhrase* FigureReading::phrase_to(std::size_t end) const {
  const auto phrase = std::ranges::lower_bound(sentence_.phrases(), end, {}, &NounPhrase::end);
  return phrase != sentence_.phrases().end() && phrase->end == end ? &*phrase : nullptr;
}

// Over one "uit Burundi" behind a noun.
std::size_t FigureReading::with_complement(std::size_t end) const {
  constexpr std::size_t kLongest = 9;  // words
  if (!is_complement(folded(end))) return end;
  const NounPhrase* phrase = phrase_at(end + 1);
  if (phrase != nullptr && folded(end) == "per" && phrase->end == end + 2) return phrase->end;  // per dag
  if (phrase == nullptr || !phrase->names_thing || phrase->end - end > kLongest) return end;
  std::size_t first = phrase->begin;
  while (first < phrase->end && role(first) == WordRole::determiner) ++first;
  return role(first) == WordRole::empty ? end : phrase->end;  // "in het kader van …"
}

// Over "waarin zij deelneemt" behind a noun, without a comma between.
std::size_t FigureReading::with_relative_clause(std::size_t end) const {
  constexpr std::size_t kLongest = 10;  // words
  if (!is_relative(folded(end))) return end;
  std::size_t behind = end + 1;
  while (behind < sentence_.words().size() && role(behind) != WordRole::punctuation &&
         role(behind) != WordRole::figure && behind - end <= kLongest)
    ++behind;
  const bool whole = behind - end <= kLongest && role(behind) != WordRole::figure &&
                     sentence_.words()[behind - 1].span.end - sentence_.words()[end].span.begin < 60;
  return whole && behind > end + 1 ? behind : end;
}

// What only looks like a noun: an adjective right before the figure ("de jongste vijf jaar"), a sign.
bool FigureReading::is_stray(const NounPhrase& phrase) const {
  if (phrase.begin < at_.end && phrase.end > at_.begin) return true;
  const std::string& last = folded(phrase.end - 1);
  if (last.size() < 2) return true;
  return phrase.end == at_.begin && phrase.end - phrase.core == 1 && last.ends_with('e') &&
         !last.ends_with("ie");
}

// Over the second number of a range: "300 tot 500.000".
std::size_t FigureReading::skip_range(std::size_t at) const {
  if (role(at + 1) != WordRole::figure) return at;
  const std::string& word = folded(at);
  if (word != "tot" && word != "a" && word != "of" && word != "en" && word != "-") return at;
  std::size_t behind = at + 1;
  while (role(behind) == WordRole::figure) ++behind;
  return behind;
}

// Over the rest of a range, brackets and fillers behind a figure.
std::size_t FigureReading::skip_asides(std::size_t at) const {
  at = skip_range(at);
  constexpr std::size_t kLongestAside = 10;
  constexpr std::size_t kMostAsides = 4;
  const std::size_t count = sentence_.words().size();
  for (std::size_t steps = 0; at < count && steps < kMostAsides; ++steps) {
    if (folded(at) == ")" || role(at) == WordRole::filler) {
      ++at;
      continue;
    }
    if (folded(at) != "(") break;
    std::size_t close = at;
    while (close < count && close - at < kLongestAside && folded(close) != ")") ++close;
    if (close >= count || folded(close) != ")") break;
    at = close + 1;
  }
  return at;
}

bool FigureReading::is_complement(std::string_view word) {
  return is_one_of(word, kComplements);
}

bool FigureReading::is_relative(std::string_view word) {
  return is_one_of(word, kRelative);
}

std::string FigureReading::text_of(Words words) const {
  const auto bytes = [&] {
    return sentence_.words()[words.end - 1].span.end - sentence_.words()[words.begin].span.begin;
  };
  while (words.end > words.begin + 1 && bytes() > kLongestSubject) --words.end;
  // What was cut off leaves no preposition at the end.
  while (words.end > words.begin + 1 && !is_nominal(role(words.end - 1)) && !is_verbal(role(words.end - 1)) &&
         role(words.end - 1) != WordRole::figure)
    --words.end;
  return sentence_.text_of(words.begin, words.end);
}

WordRole FigureReading::role(std::size_t word) const {
  return word < sentence_.words().size() ? sentence_.words()[word].role : WordRole::punctuation;
}

const std::string& FigureReading::folded(std::size_t word) const {
  static const std::string none;
  return word < sentence_.words().size() ? sentence_.words()[word].folded : none;
}

}  // namespace vraagbaak::analysis
