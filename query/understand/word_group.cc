// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/word_group.h"

#include <algorithm>

#include "analysis/text/normalizer.h"

namespace vraagbaak::query {

namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

}  // namespace

std::vector<std::string> split_word_group(std::string_view cell) {
  std::vector<std::string> words;
  for (const std::string_view part : split(cell, " / ")) {
    std::string word = analysis::normalize(part);
    if (!word.empty() && std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> split_words(std::string_view phrase) {
  std::vector<std::string> words;
  for (const std::string_view word : split(phrase, " ")) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

}  // namespace vraagbaak::query
