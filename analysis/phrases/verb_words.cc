// SPDX-License-Identifier: EUPL-1.2
#include "analysis/phrases/verb_words.h"

#include <algorithm>

#include "analysis/dictionary/dictionary_file.h"

namespace vraagbaak::analysis {

namespace {

constexpr std::size_t kShortest = 5;  // shorter forms are as often nouns: kant, punt
constexpr std::size_t kLongest = 24;  // longer words are compounds

std::string_view without(std::string_view word, std::size_t tail) {
  return word.substr(0, word.size() - tail);
}

}  // namespace

VerbWords::VerbWords(const DictionarySource& dictionaries) : stemmer_(dictionaries) {
  for (const DictionaryRow& row : DictionaryFile(dictionaries, "nl/verb-prefixes.tsv", {"prefix", "kind"})) {
    if (row[1] != "inseparable") separable_.emplace_back(row[0]);
    if (row[1] != "separable") inseparable_.emplace_back(row[0]);
  }
}

// Where "ge-" stands, at the beginning or behind a particle; npos where it does not.
std::size_t VerbWords::ge_in(std::string_view word) const {
  if (word.starts_with("ge")) return 0;
  if (word.find("ge") == std::string_view::npos) return std::string_view::npos;  // most words
  for (const std::string& particle : separable_) {
    if (word.starts_with(particle) && word.substr(particle.size()).starts_with("ge")) return particle.size();
  }
  return std::string_view::npos;
}

bool VerbWords::has_unstressed_prefix(std::string_view word) const {
  const auto begins = [&](std::string_view rest) {
    return std::ranges::any_of(inseparable_, [&](const std::string& it) { return rest.starts_with(it); });
  };
  return begins(word) || std::ranges::any_of(separable_, [&](const std::string& particle) {
           return word.starts_with(particle) && begins(word.substr(particle.size()));
         });
}

bool VerbWords::is_particle(std::string_view word) const {
  return std::ranges::find(separable_, word) != separable_.end();
}

bool VerbWords::begins_with_particle(std::string_view word) const {
  constexpr std::size_t kShortestVerb = 4;
  return std::ranges::any_of(separable_, [&](const std::string& particle) {
    return word.starts_with(particle) && word.size() >= particle.size() + kShortestVerb;
  });
}

bool VerbWords::has_shape_of_participle(std::string_view word) const {
  if (word.ends_with("en")) return ge_in(word) != std::string_view::npos;
  return (word.ends_with('d') || word.ends_with('t')) &&
         (ge_in(word) != std::string_view::npos || has_unstressed_prefix(word));
}

bool VerbWords::is_participle(std::string_view word) const {
  if (word.size() < kShortest || word.size() > kLongest || !has_shape_of_participle(word)) return false;
  const std::string stem = stemmer_.stem(word);
  if (stem == word) return false;
  // "gebouwen" and "gelegenheden" only lose an ending; a participle loses its "ge" or its -d.
  const std::size_t ge = ge_in(word);
  const bool lost_ge = ge != std::string_view::npos &&
                       !std::string_view(stem).substr(std::min(ge, stem.size())).starts_with("ge");
  return lost_ge || (!word.ends_with("en") && stem == without(word, 1));
}

bool VerbWords::is_participle_before_noun(std::string_view word) const {
  if (!word.ends_with('e') || word.size() < kShortest + 1) return false;
  if (stemmer_.stem(word) == word) return false;  // "gemeente"
  const std::string_view bare = without(word, 1);
  return (bare.ends_with('d') || bare.ends_with('t')) && is_participle(bare);
}

bool VerbWords::is_finite(std::string_view word) const {
  if (word.size() < kShortest || word.size() > kLongest) return false;
  std::size_t ending = 0;
  if (word.ends_with("den") || word.ends_with("ten")) {
    ending = 3;
  } else if (word.ends_with("de") || word.ends_with("te")) {
    ending = 2;
  } else if (word.ends_with('t')) {
    ending = 1;
  } else {
    return false;
  }
  return stemmer_.stem(word) == without(word, ending);
}

}  // namespace vraagbaak::analysis
