// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/word_numbers.h"
#include "model/byte_span.h"
#include "model/token.h"

namespace vraagbaak::analysis {

// One entry of the full-text index. The marks `~` and `#` never begin an exact term.
struct Term {
  std::string text;            // budgetten, ~budget, #270000
  ByteSpan span;               // the token it comes from; a number in groups (14 000): the whole number
  std::uint32_t position = 0;  // of the token, counting words and numbers from 0
  bool colocated = false;      // stands at the same position as the term before it
  friend bool operator==(const Term&, const Term&) = default;
};

// Takes terms one by one; `text` lives only during the call.
class TermSink {
 public:
  virtual void take(std::string_view text, ByteSpan span, std::uint32_t position, bool colocated) = 0;
  // All terms of one token at once, as term_packing.h packs them; hands them to take() one by one.
  virtual void take_packed(std::string_view packed, ByteSpan span, std::uint32_t position);

 protected:
  ~TermSink() = default;
};

// Text to terms, the same for documents and queries. A token gives
//   exact     its folded form (normalize()): budgetten
//   stem      ~budget, colocated
//   parts     of a compound or hyphenated word, each stemmed: projectbudgetten -> ~project ~budget, colocated
//   number    #270000 for 270.000, 270 000 and 270000; #2.5 for 2,5; the decimal point is a full stop,
//   superfluous
//             zeros go; of a range (1985-1987) one for each end; colocated
// A word that a line end cuts (noodza-⏎kelijk) is one word at one position. A stop word gives its exact term
// only (stem_term() says so too). Punctuation gives nothing. An exact term is cut at 128 bytes, a longer word
// has neither stem nor parts.
//
// Immutable; safe to share between threads: each thread keeps the terms of the words it met in a cache of its
// own (bounded). Never throws on any input; linear time.
class Analyzer {
 public:
  explicit Analyzer(const DictionarySource& source);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  std::vector<Term> analyze(std::string_view text) const;
  // The fast way: no string is made for a word met before. `tokens` are those of `text`, as Tokenizer gives
  // them.
  void analyze(std::string_view text, std::span<const Token> tokens, TermSink& sink) const;
  // The same of tokens that have their numbers (number_words), while a WordHold lives.
  void analyze(std::string_view text, std::span<const Token> tokens, std::span<const WordNumber> numbers,
               TermSink& sink) const;

  // For queries. Each of one word, in any spelling; the result is a term as analyze() gives it.
  std::string exact_term(std::string_view word) const;
  std::string stem_term(std::string_view word) const;  // "~bedrijf"; of a stop word: exact_term()
  std::vector<std::string> part_terms(
      std::string_view word) const;  // {"~project", "~budget"}; empty: no compound
  // "#270000"; nullopt where `word` is no number.
  static std::optional<std::string> number_term(std::string_view word);

  // Changes whenever the terms of some text may change: dictionaries, word list, program. An index made with
  // another fingerprint must be made again.
  std::string fingerprint() const;
  // For messages: which word list serves, and how large it is.
  std::string word_list_description() const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace vraagbaak::analysis
