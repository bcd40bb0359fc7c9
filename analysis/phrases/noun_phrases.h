// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/stop_words.h"
#include "analysis/text/word_map.h"
#include "model/byte_span.h"
#include "model/token.h"

namespace vraagbaak::analysis {

// A word's part in a noun phrase.
enum class WordRole : std::uint8_t {
  noun,         // or an adjective: everything that is none of the others
  determiner,   // begins a phrase
  link,         // joins a second noun to the first: renovatie van de brug
  preposition,  // this and all below end a phrase
  verb,
  auxiliary,  // a verb that does not say what was done: is, wordt, bedraagt
  having,     // such a one whose subject has what is counted: heeft, telt, omvat
  modal,      // such a one with an infinitive at the end of its clause: zal, moet
  time,       // a noun that says when
  empty,      // a noun that says nothing by itself: het bedrag van de steun
  filler,
  figure,  // a part of a figure
  punctuation,
};

constexpr bool is_nominal(WordRole role) {
  return role == WordRole::noun || role == WordRole::time || role == WordRole::empty;
}
constexpr bool is_verbal(WordRole role) {
  return role == WordRole::verb || role == WordRole::auxiliary || role == WordRole::having ||
         role == WordRole::modal;
}

// A word or sign of a sentence.
struct PhraseWord {
  ByteSpan span;       // in the document's text
  std::string folded;  // normalize
  WordRole role = WordRole::noun;
};

// A noun with what belongs to it: words [begin, end) of the sentence, determiner included.
struct NounPhrase {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t core = 0;  // where what it is about begins: behind "het bedrag van de", "totale kostprijs van"
  std::optional<std::size_t> before;  // the preposition or link right before it
  bool usable = false;                // says what something is: neither a time nor an empty noun alone
  bool has_head = false;              // an empty or measuring head was left out of the core
  std::size_t full = 0;               // as core, but behind an empty head only: "realisatie van de brug"
  bool names_thing = false;           // usable, or a measure: "onderhoud", "investeringen"
};

// Finds noun phrases by closed classes of words, without a grammar: runs of nouns and adjectives between
// determiners, prepositions, verbs and punctuation. Immutable; safe to share between threads.
class NounPhraseFinder {
 public:
  // Reads nl/phrase-words.tsv and nl/irregular-verbs.tsv; throws Error where one is broken.
  explicit NounPhraseFinder(const DictionarySource& dictionaries);

  WordRole role_of(std::string_view folded) const;
  // `is_measure`: word by word, whether it names what is measured; such a noun with "van" behind it is left
  // out of the core. Linear.
  std::vector<NounPhrase> find(std::span<const PhraseWord> words, const std::vector<bool>& is_measure) const;

 private:
  WordMap<WordRole> roles_;
  StopWords stop_words_;
};

}  // namespace vraagbaak::analysis
