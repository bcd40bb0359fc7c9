// SPDX-License-Identifier: EUPL-1.2
#include "analysis/language/language_guess.h"

#include <algorithm>
#include <charconv>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kEnoughText = 4096;
constexpr std::size_t kLongestWord = 64;
// Weights, set by hand: a stop word of one language alone is worth three times a plain Dutch word, for every
// language borrows words and none borrows its articles.
constexpr double kStopWord = 3;
constexpr double kKnownDutchWord = 1;
constexpr double kDutchCompound = 2;
// Of a capitalised word: Belgian and January are English, but Flanders stands in Dutch questions as well.
constexpr double kNameShare = 0.5;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Piece {
  std::string_view text;  // letters only
  bool name = false;      // a capital that no sentence begins with
  bool silent = false;    // abbreviations in capitals, words with digits, endless words
};

// The small words of a name say nothing either: Gateway to the Sea, Life-on-Chip.
void silence_inside_names(std::vector<Piece>& pieces) {
  constexpr std::size_t kMostSmallWords = 3;
  constexpr std::size_t kLongestSmallWord = 4;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (!pieces[at].name) continue;
    std::size_t next = at + 1;
    while (next < pieces.size() && next - at <= kMostSmallWords && !pieces[next].name &&
           pieces[next].text.size() <= kLongestSmallWord) {
      ++next;
    }
    if (next == pieces.size() || !pieces[next].name) continue;
    for (std::size_t inside = at + 1; inside < next; ++inside) pieces[inside].silent = true;
  }
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool first = true;  // of a sentence
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      first = first || text[at] == '.' || text[at] == '?' || text[at] == '!' || text[at] == '\n';
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_word_byte(text[at])) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    const bool digits = (begin > 0 && is_digit(text[begin - 1])) || (at < text.size() && is_digit(text[at]));
    const bool capitals = word.size() > 1 && is_capital(word[0]) && is_capital(word[1]);
    const bool joined =
        begin > 0 && text[begin - 1] == '-' && !pieces.empty() && is_capital(pieces.back().text[0]);
    pieces.push_back(
        {.text = word,
         .name = is_capital(word[0]) && (!first || joined || (at < text.size() && text[at] == '-')),
         .silent = word.size() > kLongestWord || digits || capitals});
    first = false;
  }
  silence_inside_names(pieces);
  return pieces;
}

}  // namespace

LanguageGuesser::LanguageGuesser(const DictionarySource& source)
    : words_(source), decompounder_(source, words_), stop_words_(source) {
  const DictionaryFile file(source, "language-cues.tsv", {"cue", "language", "weight"});
  for (const DictionaryRow& row : file) {
    std::size_t language = 0;
    while (language < 3 && row[1] != to_string(static_cast<Language>(language))) ++language;
    if (language == 3)
      file.reject(row, std::string("unknown language ").append(row[1]), "write nl, en or fr");
    int weight = 0;
    const auto [end, error] = std::from_chars(row[2].data(), row[2].data() + row[2].size(), weight);
    if (error != std::errc() || end != row[2].data() + row[2].size()) {
      file.reject(row, std::string(row[2]).append(" is no weight"), "write a whole number");
    }
    std::string_view cue = row[0];
    Scores scores{};
    scores[language] = weight;
    if (cue.starts_with('-')) {
      endings_.emplace_back(cue.substr(1), scores);
    } else if (cue.ends_with('-')) {
      beginnings_.emplace_back(cue.substr(0, cue.size() - 1), scores);
    } else {
      word_cues_[std::string(cue)][language] += weight;
    }
  }
}

Language LanguageGuesser::guess(std::string_view text) const {
  Scores scores{};
  for (const Piece& piece : pieces_of(text.substr(0, kEnoughText))) {
    if (!piece.silent) weigh(normalize(piece.text), piece.name, scores);
  }
  std::size_t best = 0;
  for (const std::size_t other : {std::size_t{1}, std::size_t{2}}) {
    if (scores[other] > scores[best]) best = other;
  }
  return static_cast<Language>(best);
}

void LanguageGuesser::weigh(std::string_view word, bool name, Scores& scores) const {
  const double share = name ? kNameShare : 1;
  const auto add = [&](const Scores& weights) {
    for (std::size_t language = 0; language < scores.size(); ++language) {
      scores[language] += share * weights[language];
    }
  };
  std::array<bool, 3> stops{};
  int languages = 0;
  for (const std::size_t language : {0, 1, 2}) {
    stops[language] = stop_words_.contains(word, static_cast<Language>(language));
    languages += stops[language] ? 1 : 0;
  }
  for (const std::size_t language : {0, 1, 2}) {
    if (stops[language]) scores[language] += share * kStopWord / languages;
  }
  if (const auto cue = word_cues_.find(word); cue != word_cues_.end()) add(cue->second);
  if (name || languages > 0 || word.size() < 4) return;
  for (const auto& [ending, weights] : endings_) {
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) add(weights);
  }
  for (const auto& [beginning, weights] : beginnings_) {
    if (word.size() > beginning.size() + 1 && word.starts_with(beginning)) add(weights);
  }
  const WordList::Entry entry = words_.find(word);
  if (entry.known && !entry.name) {
    scores[0] += kKnownDutchWord;
  } else if (!entry.known && word.size() >= 8 && !decompounder_.parts(word).empty()) {
    scores[0] += kDutchCompound;
  }
}

std::string_view guess_language(std::string_view text) {
  static const LanguageGuesser guesser(DictionarySource::built_in());
  return to_string(guesser.guess(text));
}

}  // namespace vraagbaak::analysis
