// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/dutch_spelling.h"

namespace vraagbaak::analysis::dutch {

int count_syllables(std::string_view word) {
  int count = 0;
  bool inside = false;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool vowel = is_vowel(word[at]) || (word[at] == 'j' && at > 0 && word[at - 1] == 'i');
    if (vowel && !inside) ++count;
    inside = vowel;
  }
  return count;
}

bool ends_open(std::string_view word) {
  const std::size_t size = word.size();
  if (size < 2 || !is_consonant(word[size - 1]) || !is_vowel(word[size - 2])) return false;
  if (word[size - 1] == 'j' || word[size - 1] == 'x' || word[size - 1] == 'w') return false;
  return size < 3 || !is_vowel(word[size - 3]);
}

std::string lengthened(std::string_view word) {
  std::string result(word);
  if (word.size() < 2) return result;
  const char vowel = word[word.size() - 2];
  if (vowel == 'a' || vowel == 'e' || vowel == 'o' || vowel == 'u') result.insert(word.size() - 1, 1, vowel);
  return result;
}

std::string_view undoubled(std::string_view word) {
  const std::size_t size = word.size();
  if (size >= 3 && word[size - 1] == word[size - 2] && is_consonant(word[size - 1])) word.remove_suffix(1);
  return word;
}

std::string devoiced(std::string word) {
  if (word.ends_with('v')) word.back() = 'f';
  if (word.ends_with('z')) word.back() = 's';
  return word;
}

std::string with_en(std::string_view stem, bool unstressed) {
  std::string result(stem);
  const std::size_t size = stem.size();
  if (size < 2 || !is_consonant(stem[size - 1])) return result + "en";
  const bool long_vowel = size >= 3 && stem[size - 2] == stem[size - 3] && is_vowel(stem[size - 2]);
  if (long_vowel) result.erase(size - 2, 1);
  const bool short_vowel = !long_vowel && is_vowel(stem[size - 2]) && (size < 3 || !is_vowel(stem[size - 3]));
  if (short_vowel && !unstressed && stem[size - 1] != 'j' && stem[size - 1] != 'w' && stem[size - 1] != 'x') {
    return result + result.back() + "en";
  }
  // f and s are voiced between vowels and after l, n, r: geven, huizen, wolven; not in kosten or stoffen.
  const char before = stem[size - 2];
  if (is_vowel(before) || before == 'j' || before == 'l' || before == 'r' || before == 'n') {
    if (result.back() == 'f') result.back() = 'v';
    if (result.back() == 's') result.back() = 'z';
  }
  return result + "en";
}

bool takes_t(std::string_view stem) {
  if (stem.empty()) return false;
  const char last = stem.back();
  return last == 'p' || last == 't' || last == 'k' || last == 'f' || last == 's' || last == 'x' ||
         stem.ends_with("ch") || last == 'c' || last == 'h';
}

}  // namespace vraagbaak::analysis::dutch
