// SPDX-License-Identifier: EUPL-1.2
#include "indexer/annex_references.h"

#include <re2/re2.h>

#include <set>
#include <string>
#include <utility>

namespace vraagbaak::indexer {
namespace {

// Annexes of the Belgian Chamber have the years of the session, the bulletin, and places in it, and stand
// against the text before them; those of officielebekendmakingen.nl and the Tweede Kamer have "blg" and "D".
constexpr const char* kPublished =
    R"((?i)(?:^|[^\pL\pN-])(\d{11,14}-\d{1,3}-\d{1,5}(?:-(?:nl|fr|de)){1,3}(?:-\d{1,2})?|blg-\d{4,8}|(?:19|20)\d\dD\d{5})(?:[^a-z\d-]|$))";
constexpr const char* kFile =
    R"((?i)(?:^|[^\pL\pN_.-])([a-z0-9][a-z0-9_.-]{0,99}\.(?:pdf|docx?|xlsx?|od[ts]|csv|rtf|zip|xml|html?|txt))(?:[^\pL\pN_-]|$))";
// The last group tells an annex of something else.
constexpr const char* kOwn =
    R"((?i)(?:^|[^\pL\pN])(?:zie|in|als|met)\s+(?:(?:de|een|bijgevoegde)\s+)?(bijlagen?)(?:\s+([a-z]?\d{1,4}|[ivx]{1,4}|[a-h]))?(?:\s+((?:bij|van|tot)\s+\pL+))?(?:[^\pL\pN]|$))";

std::string lower(std::string_view ascii) {
  std::string folded(ascii);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return folded;
}

bool is_of_answer(const std::string& what) {
  const std::string word = lower(std::string_view(what).substr(what.find_last_of(" \t\n\r") + 1));
  return word == "dit" || word == "deze" || word == "mijn" || word == "ons" || word == "onze";
}

std::set<std::string> names_in(std::string_view text) {
  static const re2::RE2 published(kPublished);
  static const re2::RE2 file(kFile);
  static const re2::RE2 own(kOwn);
  const re2::StringPiece begin(text.data(), text.size());
  std::set<std::string> names;
  for (const re2::RE2* pattern : {&published, &file}) {
    std::string name;
    for (re2::StringPiece rest = begin; re2::RE2::FindAndConsume(&rest, *pattern, &name);)
      names.insert(lower(name));
  }
  std::string word;
  std::string number;
  std::string whose;
  for (re2::StringPiece rest = begin; re2::RE2::FindAndConsume(&rest, own, &word, &number, &whose);) {
    if (!whose.empty() && !is_of_answer(whose)) continue;
    std::string name = lower(word);
    if (!number.empty()) name.append(1, ' ').append(lower(number));
    names.insert(std::move(name));
  }
  return names;
}

}  // namespace

std::vector<store::IndexEntry::Annex> annex_references(const Document& document) {
  std::vector<store::IndexEntry::Annex> found;
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    if (section.kind != SectionKind::answer) continue;
    for (const std::string& name : names_in(section.span.in(document.text))) found.push_back({i, name});
  }
  return found;
}

}  // namespace vraagbaak::indexer
