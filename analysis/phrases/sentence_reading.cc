// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/sentence_reading.h"

#include <algorithm>

#include "analysis/text/normalizer.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kWindow = 40;          // words to either side of a figure that are looked at
constexpr std::size_t kClauseApart = 12;     // words that a clause between two is worth
constexpr std::size_t kLongestSubject = 90;  // bytes; what is longer is a sentence, not a phrase

}  // namespace

PhraseGrammar::PhraseGrammar(const DictionarySource& dictionaries)
    : clauses(dictionaries), measures(dictionaries), phrases(dictionaries) {}

SentenceReading::SentenceReading(const PhraseGrammar& grammar, std::string_view text,
                                 const Segmentation& segmentation, const Sentence& sentence,
                                 std::span<const Figure> figures)
    : grammar_(grammar), text_(text) {
  std::size_t figure = 0;
  std::size_t clause = 0;
  std::size_t last_clause = 0;
  bool after_brackets = false;     // the break behind ")" is none
  std::vector<std::size_t> outer;  // the clauses round open brackets
  const std::vector<std::size_t> breaks_at = grammar.clauses.breaks(sentence.span.in(text));
  std::size_t next_break = 0;
  for (std::size_t t = 0; t < sentence.token_count; ++t) {
    const Token& token = segmentation.tokens[sentence.first_token + t];
    while (figure < figures.size() && figures[figure].span.end <= token.span.begin) ++figure;
    PhraseWord word;
    word.span = token.span;
    const std::string_view said = token.span.in(text);
    if (token.kind == TokenKind::number ||
        (figure < figures.size() && figures[figure].span.overlaps(token.span))) {
      word.role = WordRole::figure;
    } else if (token.kind == TokenKind::punctuation) {
      word.role = WordRole::punctuation;
      word.folded = said;
    } else {
      word.folded = normalize(said);
      word.role = grammar.phrases.role_of(word.folded);
    }
    // What stands in brackets is a clause of its own; behind them the one before goes on.
    bool breaks = false;
    for (; next_break < breaks_at.size() && breaks_at[next_break] <= token.span.begin - sentence.span.begin;
         ++next_break)
      breaks = true;
    if (said == "(") outer.push_back(clause);
    if (said == ")" && !outer.empty()) {
      clause = outer.back();
      outer.pop_back();
      after_brackets = true;
    } else if (breaks && !after_brackets) {
      clause = ++last_clause;
    }
    if (said != ")") after_brackets = false;
    words_.push_back(std::move(word));
    clause_.push_back(clause);
  }
  measures_ = grammar.measures.find(words_);
  std::vector<bool> is_measure(words_.size(), false);
  for (const MeasureHit& hit : measures_) is_measure[hit.word] = true;
  phrases_ = grammar.phrases.find(words_, is_measure);
}

std::optional<WordExtent> SentenceReading::extent_of(ByteSpan span) const {
  const auto at =
      std::ranges::upper_bound(words_, span.begin, {}, [](const PhraseWord& w) { return w.span.end; });
  WordExtent extent;
  extent.begin = static_cast<std::size_t>(at - words_.begin());
  extent.end = extent.begin;
  while (extent.end < words_.size() && words_[extent.end].span.begin < span.end) ++extent.end;
  return extent.end > extent.begin ? std::optional(extent) : std::nullopt;
}

std::size_t SentenceReading::distance(WordExtent from, WordExtent to) const {
  const bool before = to.begin < from.begin;
  const std::size_t words =
      before ? from.begin - std::min(from.begin, to.end - 1) : to.begin - std::min(to.begin, from.end);
  const std::size_t here = clause_[from.begin];
  const std::size_t there = clause_[to.begin];
  const std::size_t clauses = std::max(here, there) - std::min(here, there);
  return words + kClauseApart * std::min<std::size_t>(clauses, 2);
}

ByteSpan SentenceReading::clause_round(WordExtent at) const {
  std::size_t begin = at.begin;
  std::size_t end = at.end;
  while (begin > 0 && at.begin - begin < kWindow && clause_[begin - 1] == clause_[at.begin]) --begin;
  while (end < words_.size() && end - at.end < kWindow && clause_[end] == clause_[at.begin]) ++end;
  return {words_[begin].span.begin, words_[end - 1].span.end};
}

std::string SentenceReading::subject_of(const Figure& figure, WordExtent at) const {
  if (const auto phrase = phrase_for(figure, at)) return text_of(*phrase);
  return label_before(at);
}

std::string SentenceReading::measure_of(const Figure& figure, WordExtent at) const {
  constexpr std::size_t kFurthest = 22;
  std::string_view best;
  std::size_t least = kFurthest;
  for (const MeasureHit& hit : measures_) {
    if (hit.word + kWindow < at.begin) continue;
    if (hit.word > at.end + kWindow) break;
    // A length of time is seldom measured by a verb of another clause.
    if (figure.kind == FigureKind::number && clause_[hit.word] != clause_[at.begin]) continue;
    const bool before = hit.word < at.begin;
    const std::size_t away = distance(at, {hit.word, hit.word + 1}) + (before ? 0 : 1);
    if (away < least) {
      least = away;
      best = hit.measure;
    }
  }
  return std::string(best);
}

std::optional<NounPhrase> SentenceReading::phrase_for(const Figure& figure, WordExtent at) const {
  const auto first_behind = static_cast<std::size_t>(
      std::ranges::lower_bound(phrases_, at.end, {}, &NounPhrase::begin) - phrases_.begin());
  if (figure.kind == FigureKind::count && !figure.unit.empty() && first_behind < phrases_.size() &&
      phrases_[first_behind].begin <= skip_range(at.end) + 1) {
    return counted(phrases_[first_behind], figure);
  }
  // "twee miljoen ton steenkool", "30 km fietspad".
  const bool measures_stuff = (figure.kind == FigureKind::number || figure.kind == FigureKind::area) &&
                              !figure.unit.empty() && !is_length_of_time(figure);
  if (measures_stuff && first_behind < phrases_.size() && phrases_[first_behind].begin == at.end &&
      phrases_[first_behind].usable && !is_stray(phrases_[first_behind], at)) {
    return phrases_[first_behind];
  }
  if (auto tied = tied_phrase(at, first_behind)) return tied;
  if (!label_before(at).empty()) return std::nullopt;
  if (auto named = phrase_before_bracket(at)) return named;
  const std::size_t clause = clause_[at.begin];
  const NounPhrase* plain = nullptr;    // without a preposition: the subject or the object of the clause
  const NounPhrase* purpose = nullptr;  // "voor de renovatie"
  const NounPhrase* other = nullptr;
  const NounPhrase* earlier = nullptr;  // of the clauses before: the first of the nearest one
  auto phrase =
      std::ranges::lower_bound(phrases_, at.begin > kWindow ? at.begin - kWindow : 0, {}, &NounPhrase::end);
  for (; phrase != phrases_.end() && phrase->begin <= at.end + kWindow; ++phrase) {
    if (!phrase->usable || is_stray(*phrase, at)) continue;
    const std::string_view before = phrase->before ? std::string_view(words_[*phrase->before].folded) : "";
    const bool precedes = phrase->begin < at.begin;
    if (clause_[phrase->begin] != clause) {
      if (precedes && (earlier == nullptr || clause_[earlier->begin] != clause_[phrase->begin]) &&
          (before.empty() || earlier == nullptr))
        earlier = &*phrase;
      continue;
    }
    if (before == "voor") {
      if (purpose == nullptr) purpose = &*phrase;
    } else if (before.empty() && precedes) {
      if (plain == nullptr) plain = &*phrase;
    } else if (other == nullptr &&
               (before.empty() || before == "aan" || before == "van" || before == "over")) {
      other = &*phrase;
    }
  }
  if (figure.kind == FigureKind::money && purpose != nullptr) return *purpose;
  for (const NounPhrase* candidate : {plain, purpose, other, earlier}) {
    if (candidate != nullptr) return *candidate;
  }
  return std::nullopt;
}

bool SentenceReading::is_length_of_time(const Figure& figure) const {
  return figure.kind == FigureKind::number &&
         grammar_.phrases.role_of(normalize(figure.unit)) == WordRole::time;
}

// What is tied to the figure: "11 % (270.000 euro) van het budget", "5 miljoen euro aan subsidies".
std::optional<NounPhrase> SentenceReading::tied_phrase(WordExtent at, std::size_t first_behind) const {
  const std::size_t link = skip_asides(at.end);
  if (link + 1 >= words_.size() || words_[link].role != WordRole::link) return std::nullopt;
  const std::string& word = words_[link].folded;
  const bool determined = words_[link + 1].role == WordRole::determiner;
  // "5 miljoen aan de stad" says who gets it.
  if (word != "van" && word != "voor" && (word != "aan" || determined)) return std::nullopt;
  for (std::size_t i = first_behind; i < phrases_.size() && phrases_[i].begin <= link + 1; ++i) {
    if (phrases_[i].begin == link + 1 && phrases_[i].usable) return phrases_[i];
  }
  return std::nullopt;
}

// Of a phrase behind a count what belongs to the noun counted: "personen" of "personen hervestigen".
NounPhrase SentenceReading::counted(NounPhrase phrase, const Figure& figure) const {
  const std::string unit = normalize(figure.unit);
  for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
    if (words_[i].folded != unit && !words_[i].folded.ends_with(unit)) continue;
    phrase.core = std::min(phrase.core, i);
    while (phrase.core < i && words_[phrase.core].role == WordRole::determiner) ++phrase.core;
    const bool linked = i + 1 < phrase.end && words_[i + 1].role == WordRole::link;
    if (!linked) phrase.end = i + 1;
    return phrase;
  }
  return phrase;
}

// What only looks like a noun: an adjective right before the figure ("de jongste vijf jaar"), a verb that the
// dictionary does not know ("rekende", "hoopt"), a sign.
bool SentenceReading::is_stray(const NounPhrase& phrase, WordExtent at) const {
  if (phrase.begin < at.end && phrase.end > at.begin) return true;
  const PhraseWord& last = words_[phrase.end - 1];
  if (last.folded.size() < 2) return true;
  if (phrase.end == at.begin && phrase.end - phrase.core == 1 && last.folded.ends_with('e') &&
      !last.folded.ends_with("ie"))
    return true;
  const char first = text_[words_[phrase.core].span.begin];
  const bool lower = (first >= 'a' && first <= 'z') || phrase.begin == 0;
  const bool bare = phrase.end - phrase.begin == 1 && lower && !phrase.before;
  return bare && (last.folded.ends_with('t') || last.folded.ends_with("de") || last.folded.ends_with("te") ||
                  last.folded.ends_with("den") || last.folded.ends_with("ten"));
}

// "Turkije" of "uit Libanon (298) en Turkije (102)": what stands right before the bracket the figure is in.
std::optional<NounPhrase> SentenceReading::phrase_before_bracket(WordExtent at) const {
  constexpr std::size_t kFurthest = 6;  // words
  std::size_t bracket = at.begin;
  while (bracket > 0 && at.begin - bracket < kFurthest && words_[bracket - 1].folded != "(" &&
         clause_[bracket - 1] == clause_[at.begin])
    --bracket;
  if (bracket == 0 || words_[bracket - 1].folded != "(") return std::nullopt;
  const auto phrase = std::ranges::lower_bound(phrases_, bracket - 1, {}, &NounPhrase::end);
  if (phrase == phrases_.end() || phrase->end != bracket - 1 || !phrase->usable) return std::nullopt;
  return *phrase;
}

// Over the second number of a range: "300 tot 500.000".
std::size_t SentenceReading::skip_range(std::size_t at) const {
  if (at + 1 >= words_.size() || words_[at + 1].role != WordRole::figure) return at;
  const std::string& word = words_[at].folded;
  if (word != "tot" && word != "a" && word != "of" && word != "en" && word != "-") return at;
  std::size_t behind = at + 1;
  while (behind < words_.size() && words_[behind].role == WordRole::figure) ++behind;
  return behind;
}

// Over the rest of a range, brackets and fillers behind a figure.
std::size_t SentenceReading::skip_asides(std::size_t at) const {
  at = skip_range(at);
  constexpr std::size_t kLongestAside = 10;
  constexpr std::size_t kMostAsides = 4;
  for (std::size_t steps = 0; at < words_.size() && steps < kMostAsides; ++steps) {
    if (words_[at].folded == ")" || words_[at].role == WordRole::filler) {
      ++at;
      continue;
    }
    if (words_[at].folded != "(") break;
    std::size_t close = at;
    while (close < words_.size() && close - at < kLongestAside && words_[close].folded != ")") ++close;
    if (close >= words_.size() || words_[close].folded != ")") break;
    at = close + 1;
  }
  return at;
}

// "Frankrijk" of "- Frankrijk: 120", "in Gent: 12 en in Brugge: 13".
std::string SentenceReading::label_before(WordExtent at) const {
  constexpr std::size_t kLongestLabel = 8;  // words
  std::size_t colon = at.begin;
  // Hedges may stand between.
  while (colon > 0 && at.begin - colon < 3 && words_[colon - 1].folded != ":" &&
         words_[colon - 1].role == WordRole::filler)
    --colon;
  if (colon == 0 || words_[colon - 1].folded != ":") return {};
  --colon;
  std::size_t begin = colon;
  while (begin > 0 && colon - begin < kLongestLabel) {
    const PhraseWord& word = words_[begin - 1];
    if (word.role == WordRole::punctuation || word.role == WordRole::figure) break;
    if (word.role == WordRole::filler && grammar_.clauses.is_break_word(word.folded)) break;
    if (text_.substr(word.span.end, words_[begin].span.begin - word.span.end).find('\n') != std::string::npos)
      break;
    --begin;
  }
  while (begin < colon &&
         (words_[begin].role == WordRole::preposition || words_[begin].role == WordRole::determiner ||
          words_[begin].role == WordRole::link || words_[begin].role == WordRole::filler))
    ++begin;
  if (begin == colon) return {};
  const bool names = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(begin),
                                 words_.begin() + static_cast<std::ptrdiff_t>(colon),
                                 [](const PhraseWord& word) { return word.role == WordRole::noun; });
  if (!names) return {};
  return one_line(ByteSpan{words_[begin].span.begin, words_[colon - 1].span.end}.in(text_));
}

std::string SentenceReading::text_of(const NounPhrase& phrase) const {
  ByteSpan span{words_[phrase.core].span.begin, words_[phrase.end - 1].span.end};
  for (std::size_t i = phrase.end - 1; span.size() > kLongestSubject && i > phrase.core; --i)
    span.end = words_[i - 1].span.end;
  return one_line(span.in(text_));
}

// White space in a row as one blank; outer signs off.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && std::string_view(" .,:;-(").find(line.back()) != std::string_view::npos)
    line.pop_back();
  return line;
}

}  // namespace vraagbaak::analysis
