// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <span>
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
#include "analysis/text/word_numbers.h"
#include "model/byte_span.h"
#include "model/token.h"

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
  friend class LanguageReading;

  // Points for each language, in quarters.
  using Scores = std::array<std::int32_t, 3>;
  using Affixes = std::vector<std::pair<std::string, Scores>>;
  static constexpr std::size_t kPairs = 1024;
  // What a word of the lists says: stop words and cues.
  struct Cue {
    Scores weights{};
    bool stop_word = false;
  };
  // What the lists say of a word.
  struct Evidence {
    Scores of_name{};  // of a word in a name
    Scores of_word{};
    bool stop_word = false;
    bool is_short = false;  // has no ending that says anything
    bool is_piece = false;  // letters only: else it says nothing
    bool capital = false;   // begins with one
    bool mute = false;      // capitals, or endless: silent wherever it stands
  };
  using Memo = NumberedMemo<Evidence>;
  // A word of the text: letters only.
  struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    WordNumber number = 0;  // 0 for silent ones, and where there are too many words
    bool capital = false;
    bool name = false;    // a capital that no sentence begins with
    bool silent = false;  // abbreviations in capitals, words with digits, endless words

    std::uint32_t size() const { return end - begin; }
    std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
  };

  void add_stop_words(const StopWords& stop_words);
  Cue& cue_of(std::string_view word);
  // The words of a text of less than 4 GiB. `tokens` and their `numbers` (number_words) save looking words
  // up, and may be left out.
  std::vector<Piece> pieces_of(std::string_view text, std::span<const Token> tokens,
                               std::span<const WordNumber> numbers) const;
  // The memo of this thread, open.
  Memo& memo() const;
  Evidence evidence_of(std::string_view word) const;
  Evidence evidence_of(const Piece& piece, std::string_view text, Memo& memo) const;

  WordList words_;
  Decompounder decompounder_;
  WordIds cue_words_;
  std::vector<Cue> cues_;                   // by number
  std::array<Affixes, kPairs> endings_;     // by their last two letters
  std::array<Affixes, kPairs> beginnings_;  // by their first two letters
  std::uint64_t memo_owner_ = new_memo_owner();
};

// The words of a text, read once for the guesses about its parts. Needs a WordHold as long as it lives.
class LanguageReading {
 public:
  // All of them must outlive it; `tokens` are those of `text`, `numbers` theirs (number_words).
  LanguageReading(const LanguageGuesser& guesser, std::string_view text, std::span<const Token> tokens,
                  std::span<const WordNumber> numbers);

  // As guesser.guess(part.in(text)).
  Language guess(ByteSpan part) const;

 private:
  const LanguageGuesser& guesser_;
  std::string_view text_;
  std::vector<LanguageGuesser::Piece> pieces_;
};

// The same with the dictionaries that are built in: "nl", "en" or "fr".
std::string_view guess_language(std::string_view text);

}  // namespace vraagbaak::analysis
