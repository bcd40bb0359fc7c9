// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_map.h"

namespace vraagbaak::analysis {

// How an abbreviation behaves. Enumerators as they stand in the dictionary.
enum class AbbreviationUse : std::uint8_t {
  title,   // stands before a name and never ends a sentence: dr. prof. St.
  number,  // an abbreviation only where a number follows, for it is a word as well: art. 3, p. 12, min. 5
  inner,   // the sentence goes on after it, whatever follows: o.a. bijv. i.v.m.
  final,   // may end the sentence; it does where a new one seems to begin: enz. e.d. jl.
};

// The abbreviations of dictionaries/nl/abbreviations.tsv. Immutable; safe to share between threads.
class Abbreviations {
 public:
  // Throws Error where the dictionary is missing or broken.
  explicit Abbreviations(const DictionarySource& dictionaries);

  // The use of `word`, written with or without its last full stop (`nr` = `nr.`), as the dictionary has it or
  // with a capital first (`Nr.`). nullopt where it is no abbreviation. Only whole words: of `oud-dir` the
  // caller looks up the last part.
  std::optional<AbbreviationUse> find(std::string_view word) const;

 private:
  WordMap<AbbreviationUse> uses_;  // without last full stop
  std::size_t longest_ = 0;        // bytes of the longest key
};

}  // namespace vraagbaak::analysis
