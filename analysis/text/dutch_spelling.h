// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

// What Dutch spelling does to a word when an ending comes behind it: huis -> huizen, maat -> maten, bus ->
// bussen. All words folded (normalize()), ASCII; everything here is linear in the word's length and never
// fails. Source of the rules: Leidraad of the Woordenlijst Nederlandse Taal (spelling of
// inflected forms).
namespace vraagbaak::analysis::dutch {

constexpr bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}
constexpr bool is_consonant(char c) {
  return c >= 'a' && c <= 'z' && !is_vowel(c);
}

// Vowel groups of `word`; ij counts as one. huizen 2, ambtenaar 3.
int count_syllables(std::string_view word);

// Ends in one vowel letter, that is not part of a digraph, and one consonant: `mat` of maten, not `huiz`.
bool ends_open(std::string_view word);

// `mat` -> `maat`, for the word before an ending that begins with a vowel. Only a, e, o, u double.
std::string lengthened(std::string_view word);

// `buss` -> `bus`; other words as they are.
std::string_view undoubled(std::string_view word);

// v -> f and z -> s at the end: `bedrijv` -> `bedrijf`.
std::string devoiced(std::string word);

// The infinitive or plural in -en of a stem as spelling makes it: `besteed` -> besteden, `geef` -> geven,
// `ken` -> kennen, `betaal` -> betalen, `wandel` -> wandelen with `unstressed`.
std::string with_en(std::string_view stem, bool unstressed = false);

// Whether the past ending of a stem is -te (after p t k f s ch x) rather than -de. `voiced_stem` is the stem
// as the infinitive has it: `leev` of leven.
bool takes_t(std::string_view stem);

}  // namespace vraagbaak::analysis::dutch
