// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/abbreviations.h"
#include "analysis/text/clitics.h"
#include "model/token.h"

namespace vraagbaak::analysis {

// Consecutive tokens of a text: tokens [first, last).
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Cuts Dutch text into words, numbers and punctuation, the way the Universal Dependencies treebanks of Dutch
// do:
// - a word keeps its inner hyphens, slashes, ampersands, apostrophes and brackets (`Vlaams-Brabant`, `en/of`,
// `CD&V`,
//   `kmo's`, `(tbs-)behandeling`, `gemeente(n)`) and a hanging hyphen (`land-`); `'t`, `'s`, `'30` are one
//   token;
// - a number keeps separators, sign, range and per cent sign (`2.000.051,75`, `17/06/2022`, `1985-1987`,
// `11,11%`); a currency
//   sign is a token of its own;
// - an abbreviation or initial keeps its full stop (`o.a.`, `nr.`, `J.`); an e-mail address or URL is one
// token;
// - `...`, `--`, `,,`, `''` are one token; every other punctuation mark is one by itself;
// - text glued at a sentence end is cut (`Gewest?2.` → `Gewest` `?` `2` `.`).
// Immutable; safe to share between threads. Keeps no reference to the dictionary source.
class Tokenizer {
 public:
  // Reads nl/abbreviations.tsv and nl/clitics.tsv; throws Error where one is broken.
  explicit Tokenizer(const DictionarySource& dictionaries);

  // The tokens of `text` in order; spans are bytes of `text`. Never throws on any bytes: an ill-formed part
  // is a punctuation token of its own. Linear time.
  std::vector<Token> tokenize(std::string_view text) const;

  // Which of the tokens of a text are those that tokenize(part.in(text)) gives, with their spans in `text`;
  // nothing where the part by itself may be cut otherwise, which is rare for sentences and lines. Reads
  // little but the end of the part.
  std::optional<TokenRange> range_of(std::string_view text, ByteSpan part,
                                     std::span<const Token> tokens) const;

 private:
  Abbreviations abbreviations_;
  Clitics clitics_;
};

}  // namespace vraagbaak::analysis
