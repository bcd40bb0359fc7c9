// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/sentence_reading.h"

#include <algorithm>

#include "analysis/phrases/clause_frame.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kWindow = 40;       // words to either side of a figure that are looked at
constexpr std::size_t kClauseApart = 12;  // words that a clause between two is worth

// Break words that are a preposition elsewhere.
bool needs_figure(std::string_view word) {
  return word == "naar" || word == "tot" || word == "dan";
}

// A determiner that is no pronoun as well: "de streek", not "dat kost".
bool is_article(const PhraseWord& word) {
  return word.role == WordRole::determiner && word.folded != "die" && word.folded != "dat" &&
         word.folded != "dit" && word.folded != "deze" && word.folded != "het";
}

bool is_conjunction(std::string_view word) {
  return word == "en" || word == "of" || word == "alsook" || word == "evenals";
}

bool is_number_behind(const Segmentation& segmentation, const Sentence& sentence, std::size_t token) {
  constexpr std::size_t kMostHedges = 3;
  for (std::size_t t = token + 1; t < sentence.token_count && t <= token + kMostHedges; ++t) {
    if (segmentation.tokens[sentence.first_token + t].kind == TokenKind::number) return true;
  }
  return false;
}

bool is_lower(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// normalize(), for most words without asking it.
std::string folded(std::string_view word) {
  const bool is_small = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  return is_small ? std::string(word) : normalize(word);
}

}  // namespace

PhraseGrammar::PhraseGrammar(const DictionarySource& dictionaries)
    : clauses(dictionaries), measures(dictionaries), phrases(dictionaries), verbs(dictionaries) {}

std::string PhraseGrammar::without_empty_head(const std::string& label) const {
  const std::size_t space = label.find(' ');
  if (space == std::string::npos || phrases.role_of(normalize(label.substr(0, space))) != WordRole::empty)
    return label;
  std::size_t at = space + 1;
  for (const std::string_view link :
       {std::string_view("van "), std::string_view("de "), std::string_view("het ")}) {
    if (label.compare(at, link.size(), link) == 0) at += link.size();
  }
  return at < label.size() ? label.substr(at) : label;
}

SentenceReading::SentenceReading(const PhraseGrammar& grammar, std::string_view text,
                                 const Segmentation& segmentation, const Sentence& sentence,
                                 std::span<const Figure> figures)
    : grammar_(grammar), text_(text) {
  std::size_t figure = 0;
  std::size_t clause = 0;
  std::size_t last_clause = 0;
  bool after_brackets = false;     // the break behind ")" is none
  bool has_figure = false;         // since the last break
  std::vector<std::size_t> outer;  // the clauses round open brackets
  const std::vector<std::size_t> breaks_at = grammar.clauses.breaks(sentence.span.in(text));
  std::size_t next_break = 0;
  words_.reserve(sentence.token_count);
  clause_.reserve(sentence.token_count);
  depth_.reserve(sentence.token_count);
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
      word.folded = folded(said);
      word.role = grammar.phrases.role_of(word.folded);
    }
    // What stands in brackets is a clause of its own; behind them the one before goes on.
    bool breaks = false;
    for (; next_break < breaks_at.size() && breaks_at[next_break] <= token.span.begin - sentence.span.begin;
         ++next_break)
      breaks = true;
    // "naar 30 %" goes on with another figure, "naar de school" does not.
    if (breaks && needs_figure(word.folded) && !is_number_behind(segmentation, sentence, t)) breaks = false;
    // "huizen en auto's": a part without a figure of its own is none.
    if (breaks && is_conjunction(word.folded) && !has_figure) breaks = false;
    if (breaks) has_figure = false;
    if (word.role == WordRole::figure) has_figure = true;
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
    depth_.push_back(outer.size());
  }
  const std::vector<MeasureHit> hits = grammar.measures.find(words_);
  std::vector<bool> is_measure(words_.size(), false);
  for (const MeasureHit& hit : hits) is_measure[hit.word] = true;
  tell_verbs(is_measure);
  find_measures(hits);
  phrases_ = grammar.phrases.find(words_, is_measure);
  subordinates_.resize(words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) subordinates_[i] = begins_subordinate(*this, i);
}

// Verbs that no list knows, where a noun cannot stand as well.
void SentenceReading::tell_verbs(const std::vector<bool>& is_measure) {
  const auto role = [&](std::size_t at) {
    return at < words_.size() ? words_[at].role : WordRole::punctuation;
  };
  for (std::size_t i = 0; i < words_.size(); ++i) {
    PhraseWord& word = words_[i];
    // "de werken", "een streek"
    if (word.role == WordRole::verb && i > 0 && is_article(words_[i - 1]) &&
        !grammar_.verbs.has_shape_of_participle(word.folded))
      word.role = WordRole::noun;
    if (word.role != WordRole::noun) continue;
    const bool begins = i == 0 || role(i - 1) == WordRole::punctuation;
    if (!is_lower(text_[word.span.begin])) {
      // "Klopt het dat …", "Deelt u …"
      if (begins && word.folded.ends_with('t') &&
          grammar_.verbs.known_form(word.folded) == VerbWords::Known::finite)
        word.role = WordRole::verb;
      continue;
    }
    const bool determined = i > 0 && role(i - 1) == WordRole::determiner;
    if (is_attributive(i)) continue;
    const VerbWords::Known known = grammar_.verbs.known_form(word.folded);
    if (known == VerbWords::Known::infinitive || known == VerbWords::Known::noun_too) {
      const bool counted = i > 0 && (role(i - 1) == WordRole::figure ||
                                     (role(i - 1) == WordRole::noun && words_[i - 1].folded.ends_with('e')));
      const bool only_verb = known == VerbWords::Known::infinitive && !is_measure[i];
      const bool behind_modal =
          known == VerbWords::Known::infinitive && i > 0 && role(i - 1) == WordRole::modal;
      if (!determined && !counted && (only_verb || behind_modal || ends_subordinate(i)))
        word.role = WordRole::verb;
      if (word.role == WordRole::verb) continue;
    }
    if (known == VerbWords::Known::finite && !determined && !(is_measure[i] && word.folded.ends_with("en"))) {
      word.role = WordRole::verb;
      continue;
    }
    const bool before_noun = role(i + 1) == WordRole::noun;
    if (grammar_.verbs.is_participle(word.folded) || (is_measure[i] && !word.folded.ends_with("en") &&
                                                      grammar_.verbs.has_shape_of_participle(word.folded))) {
      // "een gesloten instelling", "door de politie geregistreerd wapen"
      if (!determined && !(before_noun && i > 0 && words_[i - 1].folded.ends_with('e')))
        word.role = WordRole::verb;
    } else if (!determined && grammar_.verbs.is_finite(word.folded)) {
      word.role = WordRole::verb;
    } else if (i > 0 && word.folded.ends_with("en") && (words_[i - 1].folded == "te" || is_infinitive(i))) {
      word.role = WordRole::verb;
    }
  }
}

// "excellent beoordeelde aanvragen": a participle in -e before its noun, behind what opens a noun phrase.
bool SentenceReading::is_attributive(std::size_t at) const {
  if (!words_[at].folded.ends_with('e') || at == 0 || at + 1 >= words_.size()) return false;
  const PhraseWord& next = words_[at + 1];
  if (next.role != WordRole::noun || !is_lower(text_[next.span.begin])) return false;
  const PhraseWord& before = words_[at - 1];
  // "afgehandelde dossiers": the past has no ge-
  if (grammar_.verbs.is_participle_before_noun(words_[at].folded) && words_[at].folded.find("ge") < 6)
    return true;
  if (before.folded.ends_with("ig") || before.folded.ends_with("lijk")) return true;
  return before.role == WordRole::figure || before.role == WordRole::determiner ||
         before.role == WordRole::preposition || before.role == WordRole::link ||
         is_conjunction(before.folded) || (before.role == WordRole::noun && before.folded.ends_with('e')) ||
         (at > 1 && before.role == WordRole::noun && words_[at - 2].role == WordRole::figure);
}

// "die in Gent werken", "om de scholen te bouwen": at the end of a clause that puts its verbs there.
bool SentenceReading::ends_subordinate(std::size_t at) const {
  constexpr std::size_t kFurthest = 25;  // words
  const WordRole next = at + 1 < words_.size() ? words_[at + 1].role : WordRole::punctuation;
  if (next != WordRole::punctuation && !is_verbal(next)) return false;
  for (std::size_t i = at; i > 0 && at - i < kFurthest; --i) {
    const PhraseWord& word = words_[i - 1];
    if (word.folded == ";" || word.folded == ":") return false;
    if (is_verbal(word.role)) return false;
    if (begins_subordinate(*this, i - 1)) return at - i >= 1;
  }
  return false;
}

// "die 5 miljoen zal kosten", "zal de school bouwen voor 5 miljoen": a word in -en at the end of a clause
// with a modal verb, behind its object.
bool SentenceReading::is_infinitive(std::size_t at) const {
  constexpr std::size_t kFurthest = 25;  // words
  const WordRole next = at + 1 < words_.size() ? words_[at + 1].role : WordRole::punctuation;
  if (is_nominal(next) || next == WordRole::determiner || next == WordRole::auxiliary ||
      next == WordRole::having)
    return false;
  const WordRole before = words_[at - 1].role;
  if (before == WordRole::modal)
    return next == WordRole::punctuation || grammar_.verbs.begins_with_particle(words_[at].folded);
  const bool behind_object = is_nominal(before) && !words_[at - 1].folded.ends_with('e');
  // "zal 5 miljoen euro opleveren", but "zal 300 personen"
  const std::string_view said = words_[at - 1].span.in(text_);
  const bool behind_amount = before == WordRole::figure && (said == "euro" || said == "%");
  if (!behind_object && !behind_amount && before != WordRole::filler && said != ")") return false;
  for (std::size_t i = at; i > 0 && at - i < kFurthest; --i) {
    if (words_[i - 1].role == WordRole::modal) return true;
  }
  return false;
}

void SentenceReading::find_measures(const std::vector<MeasureHit>& hits) {
  for (const MeasureHit& hit : hits) {
    const PhraseWord& word = words_[hit.word];
    MeasureWord measure{hit.word, true, std::string(hit.measure), MeasureWord::Shape::verb};
    const bool is_verb = word.role == WordRole::verb || word.role == WordRole::auxiliary ||
                         word.role == WordRole::having || word.role == WordRole::modal ||
                         word.role == WordRole::filler;
    if (!is_verb) {
      const bool ahead = hit.word + 1 < words_.size() && words_[hit.word + 1].role == WordRole::noun;
      measure.shape = grammar_.verbs.is_participle_before_noun(word.folded) && ahead
                          ? MeasureWord::Shape::before_noun
                          : MeasureWord::Shape::noun;
    }
    measures_.push_back(std::move(measure));
  }
  for (std::size_t i = 0, hit = 0; i < words_.size(); ++i) {
    if (hit < hits.size() && hits[hit].word == i) {
      ++hit;
    } else if (const std::size_t particle = particle_of(i); particle > i) {
      measures_.push_back(
          {i, false, words_[i].folded + " " + words_[particle].folded, MeasureWord::Shape::verb});
    } else if (words_[i].role == WordRole::verb) {
      measures_.push_back({i, false, words_[i].folded, MeasureWord::Shape::verb});
    } else if (words_[i].role == WordRole::noun &&
               grammar_.verbs.is_participle_before_noun(words_[i].folded)) {
      measures_.push_back({i, false, words_[i].folded, MeasureWord::Shape::before_noun});
    }
  }
  std::ranges::sort(measures_, {}, &MeasureWord::word);
}

std::size_t SentenceReading::particle_of(std::size_t verb) const {
  constexpr std::size_t kFurthest = 20;  // words
  if (words_[verb].role != WordRole::verb && words_[verb].role != WordRole::auxiliary) return verb;
  for (std::size_t i = verb + 1; i < words_.size() && i - verb < kFurthest; ++i) {
    if (is_verbal(words_[i].role)) return verb;
    const bool ends =
        i + 1 == words_.size() || words_[i + 1].role == WordRole::punctuation || clause_[i + 1] != clause_[i];
    if (ends && grammar_.verbs.is_particle(words_[i].folded)) return i;
    if (words_[i].folded == ";" || words_[i].folded == ":") return verb;
  }
  return verb;
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

std::span<const NounPhrase> SentenceReading::phrases_from(std::size_t begin) const {
  const auto first = std::ranges::upper_bound(phrases_, begin, {}, &NounPhrase::end);
  return std::span(phrases_).subspan(static_cast<std::size_t>(first - phrases_.begin()));
}

ByteSpan SentenceReading::clause_round(WordExtent at) const {
  std::size_t begin = at.begin;
  std::size_t end = at.end;
  while (begin > 0 && at.begin - begin < kWindow && clause_[begin - 1] == clause_[at.begin]) --begin;
  while (end < words_.size() && end - at.end < kWindow && clause_[end] == clause_[at.begin]) ++end;
  return {words_[begin].span.begin, words_[end - 1].span.end};
}

bool SentenceReading::begins_line(std::size_t word) const {
  if (word == 0) return true;
  const std::size_t before = words_[word - 1].span.end;
  return text_.substr(before, words_[word].span.begin - before).find('\n') != std::string_view::npos;
}

std::string SentenceReading::text_of(std::size_t begin, std::size_t end) const {
  return one_line(ByteSpan{words_[begin].span.begin, words_[end - 1].span.end}.in(text_));
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
