// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/text/tokenizer.h"
#include "model/byte_span.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// A place in a text that says a term of the question.
struct TermHit {
  std::size_t term = 0;        // index in Question::terms
  double strength = 0;         // of the best variant that stands there
  std::uint32_t position = 0;  // in words of the text
  std::uint32_t words = 1;     // that it takes from there
  ByteSpan span;               // of the first of them, in the text
};

// A word that says something by itself: no function word and no number.
struct ContentWord {
  ByteSpan span;    // in the text
  double said = 0;  // how strongly the question says it too, 0–1
};

// What a text says: of the question, and besides.
struct TextTerms {
  std::vector<TermHit> hits;
  std::vector<ContentWord> words;  // in the order of the text
};

// The best strength with which each term of a question occurs somewhere; 0: it does not.
using TermStrengths = std::vector<double>;

// Finds the terms of one question in texts. What it is given must outlive the matcher.
class TermMatcher {
 public:
  TermMatcher(const Question& question, const analysis::Analyzer& analyzer,
              const analysis::Tokenizer& tokenizer);

  // The hits in `text`, in the order in which they are complete; at most one a term and position. Linear in
  // the text.
  std::vector<TermHit> find(std::string_view text) const { return read(text).hits; }
  // The same, with all content words of the text.
  TextTerms read(std::string_view text) const;
  // The best strength of each term among hits that begin in `span`.
  TermStrengths strengths(const std::vector<TermHit>& hits, ByteSpan span) const;
  TermStrengths strengths_in(std::string_view text) const;
  // Compound parts of a word, as index terms ("~project"); none where it is no compound.
  std::vector<std::string> parts_of(std::string_view word) const { return analyzer_.part_terms(word); }
  // A word that says nothing by itself: the index has no stem of it.
  bool is_function_word(std::string_view word) const {
    return analyzer_.stem_term(word) == analyzer_.exact_term(word) && !analysis::Analyzer::number_term(word);
  }
  std::size_t term_count() const { return question_.terms.size(); }
  // The strength of each term where its best variant is said.
  const TermStrengths& strongest() const { return strongest_; }

 private:
  class Collector;
  static constexpr std::size_t kSigns = 4096;
  static std::size_t sign_of(std::string_view term);
  struct Entry {
    std::size_t term = 0;
    const TermVariant* variant = nullptr;
  };

  const Question& question_;
  const analysis::Analyzer& analyzer_;
  const analysis::Tokenizer& tokenizer_;
  std::unordered_map<std::string_view, std::vector<Entry>> by_first_;  // variants by their first index term
  std::bitset<kSigns> may_begin_;                                      // signs of those terms
  TermStrengths strongest_;
};

// Takes the larger of both for each term.
void raise_to(TermStrengths& strengths, const TermStrengths& other, double factor = 1);

}  // namespace vraagbaak::query
