// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/entities/entity_lexicon.h"
#include "analysis/entities/name_words.h"
#include "model/entity.h"

namespace vraagbaak::analysis {

// How far the place itself shows that a name stands there; where two overlap, the surer one stays.
enum class Certainty : std::uint8_t {
  guessed,  // a capital where capitals mean little: stays only where the document knows the name elsewhere
  likely,   // a capital inside a sentence
  known,    // a gazetteer, a generic word, a title before it
  defined,  // the text itself says what it stands for
  exact,    // a pattern that nothing else has: artikel 7 van de wet van …
};

// Words [first, last) of a text that may be a name.
struct NameCandidate {
  std::size_t first = 0;
  std::size_t last = 0;
  std::optional<EntityKind> kind = {};  // nothing: the document decides
  Certainty certainty = Certainty::likely;
  std::string_view rule = {};  // a literal
};

// What the finders read: a text, its words and the dictionaries. Views; the owner outlives the finders.
struct NameText {
  std::string_view text;
  const std::vector<NameWord>& words;
  const EntityLexicon& lexicon;

  const NameWord& operator[](std::size_t i) const { return words[i]; }
  std::size_t size() const { return words.size(); }
  bool has(std::size_t i, WordRole role) const { return i < words.size() && lexicon.has(words[i], role); }
  bool is_sign(std::size_t i, char32_t sign) const { return i < words.size() && words[i].sign == sign; }
  std::string_view spelling(std::size_t i) const { return words[i].span.in(text); }
  // True where words i-1 and i touch.
  bool touches(std::size_t i) const { return i > 0 && i < words.size() && !words[i].space_before; }
  ByteSpan span(const NameCandidate& name) const {
    return {words[name.first].span.begin, words[name.last - 1].span.end};
  }
};

// True where word i is a prefix that a hyphen joins to the capitalised word behind it: "al-Seeq".
inline bool joins_by_hyphen(const NameText& text, std::size_t i) {
  return text.has(i, WordRole::name_prefix) && text.is_sign(i + 1, '-') && text.touches(i + 1) &&
         text.touches(i + 2) && text[i + 2].has_capital();
}

}  // namespace vraagbaak::analysis
