// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/decompounder.h"
#include "analysis/text/stop_words.h"
#include "analysis/text/word_list.h"

namespace vraagbaak::analysis {

// The language of a question or a passage: Dutch, English or French. Evidence: stop words; words, beginnings
// and endings of words, each with a weight for its language (dictionaries/language-cues.tsv); Dutch words and
// compounds. Names (a capital inside the sentence, or no lower-case letter) and numbers say nothing. In doubt
// Dutch, the language of the documents. Immutable; safe to share between threads.
class LanguageGuesser {
 public:
  explicit LanguageGuesser(const DictionarySource& source);

  // Reads the first 4 KiB at most; linear time; never throws on any input.
  Language guess(std::string_view text) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  using Scores = std::array<double, 3>;
  using Cues = std::unordered_map<std::string, Scores, Hash, std::equal_to<>>;

  void weigh(std::string_view word, bool name, Scores& scores) const;

  WordList words_;
  Decompounder decompounder_;
  StopWords stop_words_;
  Cues word_cues_;
  std::vector<std::pair<std::string, Scores>> endings_;
  std::vector<std::pair<std::string, Scores>> beginnings_;
};

// The same with the dictionaries that are built in: "nl", "en" or "fr".
std::string_view guess_language(std::string_view text);

}  // namespace vraagbaak::analysis
