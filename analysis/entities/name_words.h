// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon/phrase_matcher.h"
#include "analysis/text/word_list.h"
#include "analysis/text/word_numbers.h"
#include "model/token.h"

namespace vraagbaak::analysis {

class EntityLexicon;

enum class WordShape : std::uint8_t {
  lower,        // kmo, starterslabo’s
  capitalised,  // Vlaanderen
  upper,        // FIT, FF55, V
  mixed,        // imec.iStart, KULeuven, iV
  number,       // 2020
  sign,         // everything that is neither letter nor digit
};

// A piece of text as names are made of: finer than a token, for the parts of a compound are names of their
// own
// ("EFRO" in "EFRO-project"). Runs of letters and digits are words, with the apostrophe or the dot inside
// them
// ("Flanders’", "Imec.istart"); every other visible character is a sign.
struct NameWord {
  ByteSpan span;
  WordShape shape = WordShape::sign;
  bool space_before = false;  // white space stands before it
  bool line_before = false;   // … with one line end or more
  bool gap_before = false;    // … with a blank line, a page end or a wide gap: no name runs over it
  bool starts_sentence =
      false;                // its capital says nothing: first of a sentence, a line of a list, a quotation
  bool caps_line = false;   // in a line that is all capitals: its capitals say nothing
  bool in_address = false;  // part of a web or mail address
  bool ordinary = false;    // with a capital, and a word of the language all the same
  bool silent = false;      // in small letters, and by all lists and endings no name begins here
  char32_t sign = 0;        // the character of a sign; curly quotes and long dashes made plain (' " -)
  WordId id = 0;            // of the folded word in the lexicon's vocabulary
  std::uint64_t key = 0;    // hash of the folded word (word_hash), to know it again in the document
  std::uint64_t shift = 1;  // what the hash of the words before it is multiplied by: name_key

  bool is_word() const { return shape != WordShape::sign && shape != WordShape::number; }
  bool has_capital() const {
    return shape == WordShape::capitalised || shape == WordShape::upper || shape == WordShape::mixed;
  }
};

// The last letters of words, in either case; a cheap look before a word's endings are looked up.
class WordEndings {
 public:
  static constexpr std::size_t kShortest = 3;  // bytes of a word

  void add(std::string_view word) { endings_[index(word)] = true; }
  // False where no word that was added ends like this one. Ends beyond ASCII may be anything.
  bool may_hold(std::string_view word) const {
    const char* const end = word.data() + word.size();
    return ((end[-1] | end[-2] | end[-3]) & 0x80) != 0 || endings_[index(word)];
  }

 private:
  static std::size_t index(std::string_view word) {
    std::size_t index = 0;
    for (const char c : word.substr(word.size() - kShortest))
      index = index * 32 + static_cast<unsigned char>(c) % 32;
    return index;
  }

  std::vector<bool> endings_ = std::vector<bool>(std::size_t{1} << 15U);
};

// What the words of a text are looked up in. Views; the owner outlives the scan.
struct NameVocabulary {
  const PhraseMatcher& names;  // gives the ids
  const WordList& language;    // says which words are ordinary
  const std::vector<bool>&
      small_words;  // by id: articles, prepositions and the like, that get glued to a name
  const std::vector<bool>& inner_words;  // by id: in small letters these begin no name
  const WordEndings& head_endings;       // of words that make a name of what they end
  const EntityLexicon& lexicon;          // says which words end like those
  std::uint64_t memo_owner = 0;          // of what a thread remembers of words
};

// Cuts text into words and signs, all of it but white space, in order. The segmentation gives the sentence
// starts, and the tokens that have a number (number_words, while a WordHold lives) save reading them; it may
// be empty. Ill-formed UTF-8 gives signs. Linear in the text.
std::vector<NameWord> scan_name_words(std::string_view text, const Segmentation& segmentation,
                                      std::span<const WordNumber> numbers, const NameVocabulary& vocabulary);

// The folded words (and the signs & + / ) of a dictionary entry, cut as scan_name_words cuts text; hyphens
// and other signs are left out, so that "Vlaams-Brabant" and "Vlaams Brabant" are the same.
std::vector<std::string> phrase_words(std::string_view entry);

}  // namespace vraagbaak::analysis
