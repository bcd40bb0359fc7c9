// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/abbreviations.h"
#include "analysis/text/sentence_edges.h"
#include "model/token.h"

namespace vraagbaak::analysis {

// Groups the tokens of a Dutch text into sentences, by punctuation and by layout:
// - a full stop, question or exclamation mark ends a sentence, with the quotes and brackets that close after
// it, unless it
//   belongs to an abbreviation, an initial or a label; a label (`1.`, `a)`, `2°`) begins the sentence that
//   follows it;
// - a blank line always ends a sentence; a single line end does so unless the line was only wrapped: it is as
// wide as its
//   neighbours and the next line goes on.
// Immutable; safe to share between threads. Keeps no reference to the dictionary source.
class SentenceSplitter {
 public:
  // Reads nl/abbreviations.tsv and nl/sentence-edges.tsv; throws Error where one is broken.
  explicit SentenceSplitter(const DictionarySource& dictionaries);

  // The sentences of `text`, in order; every token lies in exactly one. `tokens` are those of
  // Tokenizer::tokenize(text). Spans are bytes of `text`, from the first byte of the first token to the last
  // of the last. Linear time.
  std::vector<Sentence> split(std::string_view text, std::span<const Token> tokens) const;

 private:
  Abbreviations abbreviations_;
  SentenceEdges edges_;
};

}  // namespace vraagbaak::analysis
