// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_list.h"
#include "analysis/text/word_map.h"

namespace vraagbaak::analysis {

// The form that all inflected forms of a word share: bedrijven, bedrijf -> bedrijf; besteed, bestede,
// besteedde, besteden -> besteed; toegekend, toekennen -> toeken; steden, stad -> stad.
//
// Dutch: suffix rules of the Kraaij-Pohlmann kind (W. Kraaij and R. Pohlmann, "Porter's stemming algorithm
// for Dutch", 1994: suffixes by longest match, vowel doubling and final devoicing undone, participles without
// ge), restricted to inflection, for a derived word is another answer (besteding is not besteed);
// dictionaries for the irregular words; and, where the large WordList is there, a rule applies only where it
// leads to a known word.
//
// Immutable; safe to share between threads. Costs some ten look-ups a word: keep the results of common words.
class Stemmer {
 public:
  explicit Stemmer(const DictionarySource& source);
  Stemmer(const DictionarySource& source, WordList words);

  // The stem of a Dutch word as normalize() gives it. Of a hyphenated word only the last part is stemmed.
  // Words with a digit, a space or a letter outside a–z, and words longer than 64 bytes, are their own stem.
  std::string stem(std::string_view normalized_word) const;

 private:
  using Map = WordMap<std::string>;

  void read_verbs(const DictionarySource& source);
  void read_prefixes(const DictionarySource& source);

  std::string stem_dutch(std::string_view word) const;
  std::string irregular_compound(std::string_view word) const;
  std::string irregular_verb(std::string_view word) const;
  std::string participle(std::string_view word) const;
  std::string weak_participle(std::string_view word) const;
  std::string past(std::string_view word) const;
  std::string plural_en(std::string_view word) const;
  std::string plural_s(std::string_view word) const;
  std::string diminutive(std::string_view word) const;
  std::string present_participle(std::string_view word) const;
  std::string degree(std::string_view word) const;
  std::string third_person(std::string_view word) const;
  std::string final_e(std::string_view word) const;
  std::string base_before_vowel(std::string_view base, bool may_keep_e) const;
  bool is_no_participle(std::string_view word) const;
  bool is_verb_stem(std::string_view stem) const;
  bool known(std::string_view word) const { return words_.contains(word); }
  // Of the word with that ending.
  bool known(std::string_view word, std::string_view ending) const;
  bool is_noun(std::string_view word) const { return words_.find(word).as_first >= 2; }

  WordList words_;
  Map exceptions_;
  Map plurals_;      // irregular plural -> singular, also at the end of a compound
  Map verb_forms_;   // irregular form -> stem
  Map participles_;  // what follows ge- or a prefix -> stem
  // By first byte, 32 lists for all; in each the longest first.
  using Prefixes = std::array<std::vector<std::string>, 32>;
  // Those that may begin the word.
  static const std::vector<std::string>& like(std::string_view word, const Prefixes& prefixes) {
    return prefixes[word.empty() ? 0 : static_cast<unsigned char>(word.front()) % prefixes.size()];
  }
  Prefixes separable_;
  Prefixes inseparable_;
  std::size_t longest_plural_ = 0;
};

}  // namespace vraagbaak::analysis
