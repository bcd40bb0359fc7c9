// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/phrases/clause_cutter.h"
#include "analysis/phrases/measure_words.h"
#include "analysis/phrases/noun_phrases.h"
#include "analysis/phrases/verb_words.h"
#include "model/figure.h"
#include "model/token.h"

namespace vraagbaak::analysis {

// What is known of words: measures, the parts of noun phrases, verb forms, where clauses begin. Immutable;
// safe to share between threads.
struct PhraseGrammar {
  // Reads nl/measures.tsv, nl/phrase-words.tsv, nl/irregular-verbs.tsv, nl/verb-prefixes.tsv, nl/verbs.tsv,
  // nl/clause-breaks.tsv; throws Error where one is broken.
  explicit PhraseGrammar(const DictionarySource& dictionaries);

  ClauseCutter clauses;
  MeasureWords measures;
  NounPhraseFinder phrases;
  VerbWords verbs;

  // "Aantal bedrijven" -> "bedrijven"; the label itself where nothing is left.
  std::string without_empty_head(const std::string& label) const;
};

// Words [begin, end) of a sentence.
struct WordExtent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A word that says what was done or measured: a word of nl/measures.tsv, or another verb as it stands.
struct MeasureWord {
  enum class Shape { verb, noun, before_noun };
  std::size_t word = 0;
  bool known = false;   // of nl/measures.tsv
  std::string measure;  // the family; of other verbs the word itself, folded
  Shape shape = Shape::verb;
};

// A sentence cut into words, clauses, noun phrases and measures. Made in time linear in the sentence.
class SentenceReading {
 public:
  // Spans count bytes of `text`; `figures` are those of the sentence, in order. Grammar and text must outlive
  // the reading.
  SentenceReading(const PhraseGrammar& grammar, std::string_view text, const Segmentation& segmentation,
                  const Sentence& sentence, std::span<const Figure> figures);

  // The words of a figure; nullopt where it has none here.
  std::optional<WordExtent> extent_of(ByteSpan span) const;
  // Words between the two, and a dozen more for each of up to two clauses between.
  std::size_t distance(WordExtent from, WordExtent to) const;
  ByteSpan clause_round(WordExtent at) const;

  const PhraseGrammar& grammar() const { return grammar_; }
  std::string_view text() const { return text_; }
  std::span<const PhraseWord> words() const { return words_; }
  std::size_t clause_of(std::size_t word) const { return clause_[word]; }
  // In how many brackets a word stands.
  std::size_t depth_of(std::size_t word) const { return depth_[word]; }
  std::span<const NounPhrase> phrases() const { return phrases_; }
  // Those that end behind word `begin`.
  std::span<const NounPhrase> phrases_from(std::size_t begin) const;
  std::span<const MeasureWord> measures() const { return measures_; }
  // Whether a word begins a subordinate clause (clause_frame.h).
  bool is_subordinator(std::size_t word) const { return subordinates_[word]; }
  // "kende … toe": the particle at the end of the verb's clause; the verb itself where it has none.
  std::size_t particle_of(std::size_t verb) const;
  // Whether white space before the word holds a line end.
  bool begins_line(std::size_t word) const;
  // The words [begin, end) on one line.
  std::string text_of(std::size_t begin, std::size_t end) const;

 private:
  void tell_verbs(const std::vector<bool>& is_measure);
  bool is_infinitive(std::size_t at) const;
  bool is_attributive(std::size_t at) const;
  bool ends_subordinate(std::size_t at) const;
  void find_measures(const std::vector<MeasureHit>& hits);

  const PhraseGrammar& grammar_;
  std::string_view text_;
  std::vector<PhraseWord> words_;
  std::vector<std::size_t> clause_;  // by word: the number of its clause
  std::vector<std::size_t> depth_;
  std::vector<NounPhrase> phrases_;
  std::vector<MeasureWord> measures_;
  std::vector<bool> subordinates_;  // by word
};

// White space in a row as one blank; signs at the end off.
std::string one_line(std::string_view text);

}  // namespace vraagbaak::analysis
