// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/figure_phrase.h"

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::query {
namespace {

constexpr int kMostHedgeWords = 3;        // "een kleine", "niet minder dan"
constexpr int kMostNounWords = 3;         // adjectives between a figure and the noun it counts, and the noun
constexpr std::size_t kLongestRate = 12;  // bytes of what a figure is told for each of: "MWh", "maand"
constexpr std::string_view kSpace = " \n\r\t";
constexpr std::string_view kWordEdge = " \n\r\t([\"";

// `words` as the dictionary writes them: folded, without the full stop of an abbreviation.
std::string folded(std::string_view words) {
  std::string key = analysis::normalize(words);
  while (key.ends_with('.')) key.pop_back();
  return key;
}

// Behind the "/MWh" of "4.500 euro/MWh"; `at` where none stands there.
std::size_t rate_end(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != '/') return at;
  std::size_t end = at + 1;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  while (end < text.size() && is_letter(text[end])) ++end;
  const std::size_t letters = end - at - 1;
  return letters > 0 && letters <= kLongestRate ? end : at;
}

}  // namespace

FigurePhrase::FigurePhrase(const analysis::DictionarySource& dictionaries) {
  const analysis::DictionaryFile file(dictionaries, "nl/approximators.tsv", {"form", "place", "effect"});
  for (const analysis::DictionaryRow& row : file) {
    const bool loosens = row[2] == "approx" || row[2] == "min" || row[2] == "max";
    if (row[1] == "before" && loosens) hedges_.insert(folded(row[0]));
  }
}

ByteSpan FigurePhrase::around(std::string_view text, ByteSpan span, const Figure& figure) const {
  ByteSpan shown = span;
  if (figure.approx || figure.bound != FigureBound::none) {
    std::size_t begin = span.begin;
    for (int words = 0; words < kMostHedgeWords; ++words) {
      const std::size_t end = text.substr(0, begin).find_last_not_of(kSpace);
      if (end == std::string_view::npos) break;
      const std::size_t edge = text.substr(0, end + 1).find_last_of(kWordEdge);
      begin = edge == std::string_view::npos ? 0 : edge + 1;
      if (begin > end) break;
      if (hedges_.contains(folded(text.substr(begin, span.begin - begin)))) shown.begin = begin;
    }
  }
  const bool has_noun = figure.kind == FigureKind::count || figure.kind == FigureKind::number;
  if (has_noun && !figure.unit.empty() && figure.row.empty()) {
    std::size_t at = span.end;
    for (int words = 0; words < kMostNounWords; ++words) {
      const std::size_t begin = text.find_first_not_of(kSpace, at);
      if (begin == std::string_view::npos || begin == at) break;
      at = std::min(text.find_first_of(" \n\r\t.,;:)]", begin), text.size());
      if (analysis::normalize(text.substr(begin, at - begin)) == analysis::normalize(figure.unit)) {
        shown.end = at;
        break;
      }
      if (at == text.size() || kSpace.find(text[at]) == std::string_view::npos) break;
    }
  }
  const bool may_be_rate = figure.kind == FigureKind::money || figure.kind == FigureKind::number;
  if (may_be_rate && !figure.unit.empty()) shown.end = rate_end(text, shown.end);
  return shown;
}

}  // namespace vraagbaak::query
