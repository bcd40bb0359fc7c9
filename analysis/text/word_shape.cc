// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/word_shape.h"

#include <cstddef>

#include "analysis/text/character.h"

namespace vraagbaak::analysis {
namespace {

// Longer runs of initials are not names; the limit keeps a look at each full stop of a long word cheap.
constexpr std::size_t kLongestInitials = 48;

}  // namespace

bool is_one_letter(std::string_view word) {
  const Character c = character_at(word, 0);
  return c.is_letter() && c.size == word.size();
}

bool is_dotted_letters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const Character c = character_at(word, i);
    if (!c.is_letter()) return false;
    ++letters;
    i += c.size;
    if (i < word.size() && word[i++] != '.') return false;
  }
  return letters >= 2;
}

bool is_initials(std::string_view word) {
  if (word.empty() || word.size() > kLongestInitials) return false;
  for (std::size_t i = 0; i < word.size();) {
    const Character c = character_at(word, i);
    if (c.kind != CharacterKind::upper) return false;
    i += c.size;
    if (i < word.size() && word[i++] != '.') return false;
    if (i < word.size() && word[i] == '-') ++i;
  }
  return true;
}

bool is_www(std::string_view word) {
  return word == "www" || word == "WWW" || word == "Www";
}

}  // namespace vraagbaak::analysis
