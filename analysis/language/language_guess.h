// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/lexicon/word_ids.h"
#include "analysis/text/decompounder.h"
#include "analysis/text/stop_words.h"
#include "analysis/text/word_list.h"
#include "analysis/text/word_memo.h"

namespace vraagbaak::analysis {

// The language of a question or a passage: Dutch, English or French. Evidence: stop words; words, beginnings
// and endings of words, each with a weight for its language (dictionaries/language-cues.tsv); Dutch words and
// compounds. Names (a capital inside the sentence, or no lower-case letter) and numbers say nothing. In doubt
// Dutch, the language of the documents. Immutable; safe to share between threads: each remembers what the
// lists say of words.
class LanguageGuesser {
 public:
  explicit LanguageGuesser(const DictionarySource& source);

  // Reads the first 4 KiB at most; linear time; never throws on any input.
  Language guess(std::string_view text) const;

 private:
  using Scores = std::array<double, 3>;  // by language
  using Affixes = std::vector<std::pair<std::string, Scores>>;
  static constexpr std::size_t kPairs = 1024;
  // What a word of the lists says: stop words and cues.
  struct Cue {
    Scores weights{};
    bool stop_word = false;
  };
  // What the lists say of a word.
  struct Evidence {
    std::array<float, 3> of_name{};  // by language, of a word in a name
    std::array<float, 3> of_word{};
    bool stop_word = false;
    bool is_short = false;  // has no ending that says anything
  };
  // A word of the text.
  struct Piece {
    std::string_view text;  // letters only
    bool name = false;      // a capital that no sentence begins with
    bool silent = false;    // abbreviations in capitals, words with digits, endless words
  };

  void add_stop_words(const StopWords& stop_words);
  Cue& cue_of(std::string_view word);
  static std::vector<Piece> pieces_of(std::string_view text);
  Evidence evidence_of(std::string_view word) const;
  // Adds what the lists say of the word. True where its being Dutch would say something too.
  bool weigh(const Piece& piece, Scores& scores) const;

  WordList words_;
  Decompounder decompounder_;
  WordIds cue_words_;
  std::vector<Cue> cues_;                   // by number
  std::array<Affixes, kPairs> endings_;     // by their last two letters
  std::array<Affixes, kPairs> beginnings_;  // by their first two letters
  std::uint64_t memo_owner_ = new_memo_owner();
};

// The same with the dictionaries that are built in: "nl", "en" or "fr".
std::string_view guess_language(std::string_view text);

}  // namespace vraagbaak::analysis
