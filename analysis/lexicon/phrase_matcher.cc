// SPDX-License-Identifier: EUPL-1.2
#include "analysis/lexicon/phrase_matcher.h"

#include <algorithm>

namespace vraagbaak::analysis {

WordId PhraseMatcher::add_word(std::string_view folded_word) {
  const WordId id = word_ids_.add(folded_word);
  roots_.resize(word_ids_.size() + 1, 0);
  return id;
}

std::optional<std::uint32_t> PhraseMatcher::add(std::span<const std::string> folded_words) {
  if (folded_words.empty()) return std::nullopt;
  std::uint32_t node = 0;
  for (const std::string& word : folded_words) {
    const WordId id = add_word(word);
    std::uint32_t& next = node == 0 ? roots_[id] : edges_[edge(node, id)];
    if (next == 0) {
      next = static_cast<std::uint32_t>(phrases_.size());
      phrases_.push_back(kNoPhrase);
    }
    node = next;
  }
  if (phrases_[node] == kNoPhrase) phrases_[node] = phrase_count_++;
  longest_phrase_ = std::max(longest_phrase_, folded_words.size());
  return phrases_[node];
}

std::optional<PhraseMatch> PhraseMatcher::longest_at(std::span<const WordId> words, std::size_t at) const {
  if (at >= words.size() || words[at] >= roots_.size()) return std::nullopt;
  std::optional<PhraseMatch> longest;
  std::uint32_t node = roots_[words[at]];
  std::size_t end = at + 1;
  while (node != 0) {
    if (phrases_[node] != kNoPhrase) longest = PhraseMatch{at, end, phrases_[node]};
    if (end >= words.size() || words[end] == 0) break;
    const auto next = edges_.find(edge(node, words[end]));
    if (next == edges_.end()) break;
    node = next->second;
    ++end;
  }
  return longest;
}

std::vector<PhraseMatch> PhraseMatcher::find(std::span<const WordId> words) const {
  std::vector<PhraseMatch> found;
  for (std::size_t at = 0; at < words.size();) {
    const std::optional<PhraseMatch> match = longest_at(words, at);
    if (match) found.push_back(*match);
    at = match ? match->end : at + 1;
  }
  return found;
}

}  // namespace vraagbaak::analysis
