// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/stemmer.h"
#include "analysis/text/word_map.h"
#include "analysis/text/word_memo.h"

namespace vraagbaak::analysis {

// Tells verb forms by their shape and their stem, for the verbs that no list names. A form that is also a
// noun ("bericht") is no verb here. Words as normalize() gives them. Immutable; safe to share between
// threads: each remembers what it was told of a word.
class VerbWords {
 public:
  // Reads what the stemmer reads, nl/verb-prefixes.tsv and nl/verbs.tsv; throws Error where one is broken.
  explicit VerbWords(const DictionarySource& dictionaries);

  // "hervestigd", "uitbetaald", "gekregen": as it stands behind zijn, worden or hebben.
  bool is_participle(std::string_view word) const;
  // "aan", "bij", "op": what may stand apart from its verb.
  bool is_particle(std::string_view word) const;
  // "terugbetalen", "opleveren".
  bool begins_with_particle(std::string_view word) const;
  // Whether it has the shape of one, for words that are known to be verbs or nouns of verbs: "besteed".
  bool has_shape_of_participle(std::string_view word) const;
  // "geregistreerde", "bevraagde": a participle before a noun.
  bool is_participle_before_noun(std::string_view word) const;
  // "registreert", "rekende", "hoopten".
  bool is_finite(std::string_view word) const;
  // A form of a verb of nl/verbs.tsv, also with a particle before it: "krijgt", "bezitten", "verbleef". Not
  // the bare stem, which is as often a noun ("steun"). noun_too: the plural of a noun as well ("plannen").
  enum class Known { no, finite, infinitive, noun_too };
  Known known_form(std::string_view word) const;

 private:
  // What a stem has to be made for.
  struct Shape {
    Known known = Known::no;
    bool participle = false;
    bool participle_before_noun = false;
    bool finite = false;
  };

  Shape shape_of(std::string_view word) const;
  Shape read_shape(std::string_view word) const;
  Known read_known_form(std::string_view word, std::string_view stem) const;
  bool reads_participle(std::string_view word, std::string_view stem) const;
  bool reads_participle_before_noun(std::string_view word, std::string_view stem) const;
  Known infinitive(std::string_view word) const;
  Known infinitive_of_stem(std::string_view stem) const;
  bool is_known_stem(std::string_view stem) const;
  std::size_t ge_in(std::string_view word) const;
  bool has_unstressed_prefix(std::string_view word) const;

  // By their first letter, in the order of the dictionary.
  class Prefixes {
   public:
    void add(std::string_view prefix) {
      if (!prefix.empty()) by_letter_[letter_of(prefix)].emplace_back(prefix);
    }
    // Whether `takes(rest)` is true of what stands behind one of those that the word begins with.
    template <typename Takes>
    bool any(std::string_view word, const Takes& takes) const {
      if (word.empty()) return false;
      for (const std::string& prefix : by_letter_[letter_of(word)]) {
        if (word.starts_with(prefix) && takes(word.substr(prefix.size()))) return true;
      }
      return false;
    }

   private:
    static std::size_t letter_of(std::string_view word) {
      return static_cast<unsigned char>(word.front()) % 32U;
    }
    std::array<std::vector<std::string>, 32> by_letter_;
  };

  Stemmer stemmer_;
  Prefixes separable_;
  Prefixes inseparable_;
  WordMap<bool> infinitives_;  // -> whether it is a noun as well
  WordSet known_stems_;
  std::uint64_t memo_owner_ = new_memo_owner();
};

}  // namespace vraagbaak::analysis
