// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon/word_ids.h"

namespace vraagbaak::analysis {

// A phrase found in a sequence of words: words [begin, end), and the number add() gave the phrase.
struct PhraseMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t phrase = 0;

  friend bool operator==(const PhraseMatch&, const PhraseMatch&) = default;
};

// Finds phrases of one or more words (gazetteers, multiword units) in running text, word by word. The caller
// folds words (word_fold.h) and looks each one up once with word_id(); matching then compares numbers only.
// add() while building; afterwards const use is safe from many threads.
class PhraseMatcher {
 public:
  // Adds a word that belongs to no phrase, so that it has an id too. Gives its id.
  WordId add_word(std::string_view folded_word);
  // Adds a phrase. Gives its number, counted from 0; the number it had where it was there already. Empty
  // phrases are not kept and give nothing.
  std::optional<std::uint32_t> add(std::span<const std::string> folded_words);

  WordId word_id(std::string_view folded_word) const { return word_ids_.find(folded_word); }
  // The same where the caller has word_hash(folded_word).key.
  WordId word_id(std::uint64_t key) const { return word_ids_.find(key); }
  // Whether a phrase begins with the word: a cheap gate before longest_at().
  bool begins_phrase(WordId word) const { return word < roots_.size() && roots_[word] != 0; }
  std::size_t phrase_count() const { return phrase_count_; }
  // How many words have an id; the highest one.
  std::size_t word_count() const { return word_ids_.size(); }
  // The number of words in the longest phrase.
  std::size_t longest_phrase() const { return longest_phrase_; }

  // The longest phrase that begins at words[at]. At most longest_phrase() steps.
  std::optional<PhraseMatch> longest_at(std::span<const WordId> words, std::size_t at) const;
  // From left to right the longest phrase, then on behind it: none overlaps another.
  std::vector<PhraseMatch> find(std::span<const WordId> words) const;

 private:
  static constexpr std::uint32_t kNoPhrase = UINT32_MAX;
  static std::uint64_t edge(std::uint32_t node, WordId word) {
    return (static_cast<std::uint64_t>(node) << 32U) | word;
  }

  WordIds word_ids_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // (node, word) -> node
  std::vector<std::uint32_t> roots_ = {0};                  // by word: the node of its one-word prefix, or 0
  std::vector<std::uint32_t> phrases_ = {kNoPhrase};        // by node: the phrase that ends there
  std::uint32_t phrase_count_ = 0;
  std::size_t longest_phrase_ = 0;
};

}  // namespace vraagbaak::analysis
