// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/phrases/closed_class.h"
#include "analysis/text/word_map.h"
#include "model/byte_span.h"

namespace vraagbaak::analysis {

// Cuts a text into the parts that speak of one figure each: "335 gevallen in 2016 | 323 gevallen in 2015 | en
// 295 in 2014", "- 2012: 37 |- 2013: 93". A colon does not cut: the label belongs to its figure. Documents
// and questions are cut alike. Immutable; safe to share between threads.
class ClauseCutter {
 public:
  // Reads nl/clause-breaks.tsv; throws Error where it is broken.
  explicit ClauseCutter(const DictionarySource& dictionaries);

  // The byte offsets at which parts begin, in order; 0 is not among them. Linear.
  std::vector<std::size_t> breaks(std::string_view text) const;
  // Whether a part begins before this word, folded.
  bool is_break_word(std::string_view folded) const { return words_.contains(folded); }

 private:
  bool breaks_at_word(std::string_view text, std::size_t at) const;

  WordSet words_;
  std::array<bool, 1024> begins_{};  // by letter_pair of its first letters: some word begins so
};

// The part of `within` round `span` that no break cuts through.
ByteSpan clause_round(const std::vector<std::size_t>& breaks, ByteSpan within, ByteSpan span);

}  // namespace vraagbaak::analysis
