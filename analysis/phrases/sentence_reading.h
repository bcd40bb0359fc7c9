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
#include "model/figure.h"
#include "model/token.h"

namespace vraagbaak::analysis {

// What is known of words: measures, the parts of noun phrases, where clauses begin. Immutable; safe to share
// between threads.
struct PhraseGrammar {
  // Reads nl/measures.tsv, nl/phrase-words.tsv, nl/irregular-verbs.tsv, nl/clause-breaks.tsv; throws Error
  // where one is broken.
  explicit PhraseGrammar(const DictionarySource& dictionaries);

  ClauseCutter clauses;
  MeasureWords measures;
  NounPhraseFinder phrases;
};

// Words [begin, end) of a sentence.
struct WordExtent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A sentence cut into clauses, noun phrases and measures, and what it says of each of its figures. Made in
// time linear in the sentence; each question looks at some forty words to either side of the figure.
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

  // What the figure is about, on one line, without article; empty where the sentence does not say.
  std::string subject_of(const Figure& figure, WordExtent at) const;
  // A family of nl/measures.tsv; empty where none is near.
  std::string measure_of(const Figure& figure, WordExtent at) const;

  // Five years, ten days: said of a subject or of nothing, so no name or heading stands in for one.
  bool is_length_of_time(const Figure& figure) const;

 private:
  std::optional<NounPhrase> phrase_for(const Figure& figure, WordExtent at) const;
  std::optional<NounPhrase> tied_phrase(WordExtent at, std::size_t first_behind) const;
  std::string label_before(WordExtent at) const;
  std::optional<NounPhrase> phrase_before_bracket(WordExtent at) const;
  std::size_t skip_range(std::size_t at) const;
  std::size_t skip_asides(std::size_t at) const;
  bool is_stray(const NounPhrase& phrase, WordExtent at) const;
  NounPhrase counted(NounPhrase phrase, const Figure& figure) const;
  std::string text_of(const NounPhrase& phrase) const;

  const PhraseGrammar& grammar_;
  std::string_view text_;
  std::vector<PhraseWord> words_;
  std::vector<std::size_t> clause_;  // by word: the number of its clause
  std::vector<NounPhrase> phrases_;
  std::vector<MeasureHit> measures_;
};

// White space in a row as one blank; signs at the end off.
std::string one_line(std::string_view text);

}  // namespace vraagbaak::analysis
