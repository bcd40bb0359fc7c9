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

bool reads_finite(std::string_view word, std::string_view stem) {
  if (word.size() < kShortest) return false;
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
  return stem == without(word, ending);
}

}  // namespace

VerbWords::VerbWords(const DictionarySource& dictionaries) : stemmer_(dictionaries) {
  for (const DictionaryRow& row : DictionaryFile(dictionaries, "nl/verb-prefixes.tsv", {"prefix", "kind"})) {
    if (row[1] != "inseparable") separable_.add(row[0]);
    if (row[1] != "separable") inseparable_.add(row[0]);
  }
  const DictionaryFile verbs(dictionaries, "nl/verbs.tsv", {"infinitive", "also"});
  for (const DictionaryRow& row : verbs) {
    if (!row[1].empty() && row[1] != "noun")
      verbs.reject(row, std::string("the second column is unknown"), "write noun or leave it empty");
    infinitives_.emplace(row[0], row[1] == "noun");
    known_stems_.insert(stemmer_.stem(row[0]));
  }
}

VerbWords::Known VerbWords::known_form(std::string_view word) const {
  return shape_of(word).known;
}
bool VerbWords::is_participle(std::string_view word) const {
  return shape_of(word).participle;
}
bool VerbWords::is_participle_before_noun(std::string_view word) const {
  return word.ends_with('e') && shape_of(word).participle_before_noun;
}
bool VerbWords::is_finite(std::string_view word) const {
  return shape_of(word).finite;
}

VerbWords::Shape VerbWords::shape_of(std::string_view word) const {
  thread_local WordMemo<Shape, 32768> memo;
  return memo.find(memo_owner_, word, [&] { return read_shape(word); });
}

VerbWords::Shape VerbWords::read_shape(std::string_view word) const {
  Shape shape;
  if (word.size() + 1 < kShortest) return shape;
  const std::string stem = stemmer_.stem(word);
  shape.participle_before_noun = reads_participle_before_noun(word, stem);
  if (word.size() > kLongest) return shape;
  shape.known = read_known_form(word, stem);
  shape.participle = reads_participle(word, stem);
  shape.finite = reads_finite(word, stem);
  return shape;
}

VerbWords::Known VerbWords::read_known_form(std::string_view word, std::string_view stem) const {
  if (word.ends_with("en")) {
    const auto found = infinitive(word);
    if (found != Known::no) return found;
    // "werkten", "verbleven"; behind a particle such a form is as often a noun ("afspraken", "uitgaven")
    if (!word.ends_with("den") && !word.ends_with("ten") && (begins_with_particle(word) || word.size() < 6))
      return Known::no;
  }
  if (!is_known_stem(stem)) return Known::no;
  if (stem != word) return Known::finite;
  // "vergoed", "verspreid": a participle without an ending of its own; "besluit" is a noun as well
  const bool participle = (word.ends_with('d') || word.ends_with('t')) && has_unstressed_prefix(word);
  return participle && infinitive_of_stem(word) == Known::infinitive ? Known::finite : Known::no;
}

// Of a stem in -eed, -eid, -oet: "vergoed" -> vergoeden, "besteed" -> besteden.
VerbWords::Known VerbWords::infinitive_of_stem(std::string_view stem) const {
  std::string form = std::string(stem) + "en";
  const Known whole = infinitive(form);
  if (whole != Known::no || stem.size() < 4 || stem[stem.size() - 2] != stem[stem.size() - 3]) return whole;
  form.erase(stem.size() - 2, 1);
  return infinitive(form);
}

VerbWords::Known VerbWords::infinitive(std::string_view word) const {
  const auto look_up = [&](std::string_view it) {
    const bool* found = infinitives_.find(it);
    return found == nullptr ? Known::no : *found ? Known::noun_too : Known::infinitive;
  };
  if (const Known whole = look_up(word); whole != Known::no) return whole;
  Known behind = Known::no;
  separable_.any(word, [&](std::string_view rest) {
    behind = look_up(rest);
    return behind != Known::no;
  });
  return behind;
}

bool VerbWords::is_known_stem(std::string_view stem) const {
  if (known_stems_.contains(stem)) return true;
  return separable_.any(stem, [&](std::string_view rest) { return known_stems_.contains(rest); });
}

// Where "ge-" stands, at the beginning or behind a particle; npos where it does not.
std::size_t VerbWords::ge_in(std::string_view word) const {
  if (word.starts_with("ge")) return 0;
  if (word.find("ge") == std::string_view::npos) return std::string_view::npos;  // most words
  std::size_t at = std::string_view::npos;
  separable_.any(word, [&](std::string_view rest) {
    if (rest.starts_with("ge")) at = word.size() - rest.size();
    return at != std::string_view::npos;
  });
  return at;
}

bool VerbWords::has_unstressed_prefix(std::string_view word) const {
  const auto begins = [this](std::string_view rest) {
    return inseparable_.any(rest, [](std::string_view) { return true; });
  };
  return begins(word) || separable_.any(word, begins);
}

bool VerbWords::is_particle(std::string_view word) const {
  return separable_.any(word, [](std::string_view rest) { return rest.empty(); });
}

bool VerbWords::begins_with_particle(std::string_view word) const {
  constexpr std::size_t kShortestVerb = 4;
  return separable_.any(word, [](std::string_view rest) { return rest.size() >= kShortestVerb; });
}

bool VerbWords::has_shape_of_participle(std::string_view word) const {
  if (word.ends_with("en")) return ge_in(word) != std::string_view::npos;
  return (word.ends_with('d') || word.ends_with('t')) &&
         (ge_in(word) != std::string_view::npos || has_unstressed_prefix(word));
}

bool VerbWords::reads_participle(std::string_view word, std::string_view stem) const {
  if (word.size() < kShortest || word.size() > kLongest || !has_shape_of_participle(word)) return false;
  if (stem == word) return false;
  // "gebouwen" and "gelegenheden" only lose an ending; a participle loses its "ge" or its -d.
  const std::size_t ge = ge_in(word);
  const bool lost_ge =
      ge != std::string_view::npos && !stem.substr(std::min(ge, stem.size())).starts_with("ge");
  return lost_ge || (!word.ends_with("en") && stem == without(word, 1));
}

bool VerbWords::reads_participle_before_noun(std::string_view word, std::string_view stem) const {
  if (!word.ends_with('e') || word.size() < kShortest + 1) return false;
  if (stem == word) return false;  // "gemeente"
  const std::string_view bare = without(word, 1);
  return (bare.ends_with('d') || bare.ends_with('t')) && reads_participle(bare, stemmer_.stem(bare));
}

}  // namespace vraagbaak::analysis
