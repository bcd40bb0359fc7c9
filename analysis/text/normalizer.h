// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vraagbaak::analysis {

class WordList;

// The folded form in which words are compared. `text` is a token or a short phrase as it stands in a
// document.
//   - Unicode NFKC case folding: KMO -> kmo, ﬁ -> fi, ½ -> 1/2, ß -> ss; soft hyphens and other invisible
//     characters go
//   - accents off Latin, Greek and Cyrillic letters: geënt -> geent, coördinatie -> coordinatie; æ -> ae, ø
//   -> o
//   - every apostrophe and single quote is ', every double quote ", every dash or minus sign -
//   - every run of white space is one space; none at the ends
//   - a hyphen at the end of a line is undone: noodza-⏎kelijk -> noodzakelijk; it stays before a capital or a
//     digit, after a digit or an abbreviation in capitals, and between vowels that Dutch spelling keeps
//     apart: West-⏎Vlaamse -> west-vlaamse, EFRO-⏎steun -> efro-steun, zee-⏎egel -> zee-egel
// Idempotent. Ill-formed bytes become U+FFFD. Linear time; plain ASCII costs one copy. Thread-safe.
std::string normalize(std::string_view text);

// The same; a known word settles whether a line-end hyphen belongs to it.
std::string normalize(std::string_view text, const WordList& words);

}  // namespace vraagbaak::analysis
