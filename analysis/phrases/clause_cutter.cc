// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/clause_cutter.h"

#include <algorithm>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::analysis {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The white-space delimited word that begins at `at`.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !is_space(text[end]) && end - at < 24) ++end;
  return text.substr(at, end - at);
}

std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && is_space(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && !is_space(text[begin - 1]) && end - begin < 24) --begin;
  return text.substr(begin, end - begin);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word[0] == '1' || word[0] == '2') && std::ranges::all_of(word, is_digit);
}

}  // namespace

ClauseCutter::ClauseCutter(const DictionarySource& dictionaries) {
  for (const DictionaryRow& row : DictionaryFile(dictionaries, "nl/clause-breaks.tsv", {"word"})) {
    const std::string word = normalize(row[0]);
    if (word.size() < 2) continue;
    words_.insert(word);
    begins_[letter_pair(word[0], word[1])] = true;
  }
}

std::vector<std::size_t> ClauseCutter::breaks(std::string_view text) const {
  std::vector<std::size_t> breaks;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char c = text[i];
    if (c == ';' || c == '(' || c == ')') {
      breaks.push_back(i + 1);
    } else if (c == ',' && is_space(text[i + 1])) {
      breaks.push_back(i + 1);
    } else if (c == '\n' && text[i + 1] == '\n') {
      breaks.push_back(i + 1);
    } else if (c == '-' && is_space(text[i + 1])) {
      breaks.push_back(i + 1);
    } else if (i > 0 && is_space(text[i - 1]) && !is_space(c) && breaks_at_word(text, i)) {
      breaks.push_back(i);
    }
    if (!is_small_letter(c)) continue;
    while (i + 1 < text.size() && is_small_letter(text[i + 1])) ++i;  // inside a word
  }
  return breaks;
}

// `at` is not the last byte.
bool ClauseCutter::breaks_at_word(std::string_view text, std::size_t at) const {
  if (!begins_[letter_pair(text[at], text[at + 1])]) return false;
  const std::string_view word = word_at(text, at);
  if (!words_.contains(word)) return false;
  // "2015 en 2016", "van 2013 tot 2016" are one time.
  const std::size_t after = at + word.size() + 1;
  return !(is_year(word_before(text, at)) && after < text.size() &&
           is_year(word_at(text, after).substr(0, 4)));
}

ByteSpan clause_round(const std::vector<std::size_t>& breaks, ByteSpan within, ByteSpan span) {
  ByteSpan clause = within;
  const auto after = std::ranges::lower_bound(breaks, span.end);
  if (after != breaks.end()) clause.end = std::min(clause.end, *after);
  const auto behind = std::ranges::upper_bound(breaks, span.begin);
  if (behind != breaks.begin()) clause.begin = std::max(clause.begin, *std::prev(behind));
  return clause;
}

}  // namespace vraagbaak::analysis
