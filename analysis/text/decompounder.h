// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_list.h"
#include "analysis/text/word_map.h"

namespace vraagbaak::analysis {

// Cuts a Dutch compound into the words it is made of: projectbudget -> project, budget. A part is a known
// word that serves as a part of other compounds; a linking s is left out (bedrijfsbezoeken -> bedrijf,
// bezoeken), a part may be inflected (studentenraad -> studenten, raad). Of several splits the one of fewest,
// longest and most productive parts wins; dictionaries/nl/compounds.tsv settles what that gets wrong.
// Immutable; safe to share between threads. Quadratic in the word's length, which is bounded (64 bytes).
class Decompounder {
 public:
  explicit Decompounder(const DictionarySource& source);
  Decompounder(const DictionarySource& source, WordList words);

  // The parts of a word as normalize() gives it, in order; empty where it is no compound we can see. A
  // hyphenated word is cut at its hyphens only, its parts then by themselves.
  std::vector<std::string> parts(std::string_view normalized_word) const;

 private:
  struct Split {
    std::vector<std::string_view> parts;
    double score = 0;
  };

  std::vector<std::string> split_word(std::string_view word, int depth) const;
  Split best_split(std::string_view word) const;
  std::string_view without_link(std::string_view part) const;
  double first_score(std::string_view part, std::uint64_t hash) const;
  double last_score(std::string_view part) const;

  WordList words_;
  WordMap<std::vector<std::string>> settled_;  // no parts: whole
  WordMap<std::string> first_forms_;
  WordSet never_first_;
  WordSet never_last_;
};

}  // namespace vraagbaak::analysis
