// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/decompounder.h"

#include <algorithm>
#include <array>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/word_table.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kShortestPart = 3;
constexpr int kDeepest = 4;  // compounds of compounds of …
constexpr double kImpossible = -1e9;

// The scores are logarithms of how often a word serves as a part (WordList ranks are steps of 3) plus a bonus
// a letter, as in the builder of the list. The constants were set on the compounds of the UD treebanks'
// development files.
constexpr double kRankStep = 1.1;
constexpr std::size_t kLongEnough = 6;  // letters beyond these say nothing more
constexpr double kPartCost = 9.0;       // of each part but one: fewer parts are better
constexpr double kMissingLink =
    2.5;                           // of a part that should have a linking s: omgang-s-taal, not omgang-staal
constexpr double kLinkCost = 0.5;  // of a linking s
// Ranks as first and as last part together from which a word is one idea of its own, whatever it was made of:
// ziekenhuis, leeftijd. Of the treebanks' words from here on, three in four are no compounds there.
constexpr int kLexicalised = 3;
constexpr double kUnknownThreshold = -1.0;  // to split a word that is not in the list
constexpr double kKnownThreshold = 1.0;     // to split one that is

bool is_letters(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Parts that are followed by a linking s as a rule. Source: Algemene Nederlandse Spraakkunst, on compounding.
bool takes_s(std::string_view part) {
  for (const std::string_view ending : {"ing", "heid", "teit", "schap", "gang", "tuig"}) {
    if (part.ends_with(ending)) return true;
  }
  return false;
}

double part_score(int rank, std::size_t size) {
  return kRankStep * rank + static_cast<double>(std::min(size, kLongEnough));
}

}  // namespace

Decompounder::Decompounder(const DictionarySource& source) : Decompounder(source, WordList(source)) {}

Decompounder::Decompounder(const DictionarySource& source, WordList words) : words_(std::move(words)) {
  const DictionaryFile file(source, "nl/compounds.tsv", {"form", "use", "parts"});
  for (const DictionaryRow& row : file) {
    if (row[1] == "no_part" || row[1] == "no_first" || row[1] == "no_last") {
      if (row[1] != "no_last") never_first_.insert(row[0]);
      if (row[1] != "no_first") never_last_.insert(row[0]);
    } else if (row[1] == "first" && !row[2].empty()) {
      first_forms_.emplace(row[0], std::string(row[2]));
    } else if (row[1] == "whole") {
      settled_.emplace(row[0], {});
    } else if (row[1] == "split" && !row[2].empty()) {
      std::vector<std::string>& parts = settled_[row[0]];
      for (std::string_view rest = row[2]; !rest.empty();) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        if (space > 0) parts.emplace_back(rest.substr(0, space));
        rest.remove_prefix(std::min(space + 1, rest.size()));
      }
    } else {
      file.reject(row, "unknown use \"" + std::string(row[1]) + "\"",
                  "write whole, no_part, no_first, no_last, or first or split with its parts");
    }
  }
}

std::vector<std::string> Decompounder::parts(std::string_view normalized_word) const {
  if (normalized_word.size() > kLongestWord) return {};
  if (normalized_word.find('-') == std::string_view::npos) {
    return is_letters(normalized_word) ? split_word(normalized_word, 0) : std::vector<std::string>{};
  }
  std::vector<std::string> parts;
  for (std::string_view rest = normalized_word; !rest.empty();) {
    const std::size_t hyphen = std::min(rest.find('-'), rest.size());
    const std::string_view piece = rest.substr(0, hyphen);
    if (std::vector<std::string> inner =
            is_letters(piece) ? split_word(piece, 0) : std::vector<std::string>{};
        !inner.empty()) {
      std::ranges::move(inner, std::back_inserter(parts));
    } else if (!piece.empty()) {
      parts.emplace_back(piece);
    }
    rest.remove_prefix(std::min(hyphen + 1, rest.size()));
  }
  if (parts.size() < 2) parts.clear();
  return parts;
}

std::vector<std::string> Decompounder::split_word(std::string_view word, int depth) const {
  if (const std::vector<std::string>* parts = settled_.find(word)) return *parts;
  if (word.size() < 2 * kShortestPart || depth > kDeepest) return {};
  const WordList::Entry entry = words_.find(word);
  if (entry.name || entry.as_first + entry.as_last >= kLexicalised) return {};
  const Split split = best_split(word);
  if (split.parts.size() < 2 || split.score < (entry.known ? kKnownThreshold : kUnknownThreshold)) return {};
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < split.parts.size(); ++at) {
    const std::string_view part =
        at + 1 < split.parts.size() ? without_link(split.parts[at]) : split.parts[at];
    if (std::vector<std::string> inner = split_word(part, depth + 1); !inner.empty()) {
      std::ranges::move(inner, std::back_inserter(parts));
    } else {
      parts.emplace_back(part);
    }
  }
  return parts;
}

// staats, overheids stand in the list as words; as first parts they are staat, overheid with a
// linking s. The s of plaats, kans, prijs is their own: it stays before a plural in -en.
std::string_view Decompounder::without_link(std::string_view part) const {
  if (const std::string* form = first_forms_.find(part)) return *form;  // kinder: kind
  if (part.size() <= kShortestPart || !part.ends_with('s')) return part;
  const std::string_view base = part.substr(0, part.size() - 1);
  if (words_.find(base).as_first == 0) return part;
  const bool own_s =
      words_.contains(std::string(part).append("en")) || words_.contains(std::string(base).append("zen"));
  return own_s ? part : base;
}

double Decompounder::first_score(std::string_view part, std::uint64_t hash) const {
  const int rank = words_.find_hash(hash).as_first;
  return rank == 0 || never_first_.contains(part) ? kImpossible : part_score(rank, part.size());
}

double Decompounder::last_score(std::string_view part) const {
  const int rank = words_.find(part).as_last;
  return rank == 0 || never_last_.contains(part) ? kImpossible : part_score(rank, part.size());
}

// Dynamic programming from the left: best[i] is the best cut of word[0, i) into first parts.
Decompounder::Split Decompounder::best_split(std::string_view word) const {
  struct State {
    double score = kImpossible;
    std::size_t from = 0;      // where the last part begins
    std::size_t part_end = 0;  // its end, before a linking s
  };
  std::array<State, kLongestWord + 1> best{};
  best[0].score = 0;
  State last;
  for (std::size_t begin = 0; begin + kShortestPart <= word.size(); ++begin) {
    if (best[begin].score <= kImpossible) continue;
    WordHash hash;
    for (std::size_t end = begin + 1; end + kShortestPart <= word.size(); ++end) {
      hash.extend(word[end - 1]);
      if (end - begin < kShortestPart) continue;
      const double score = first_score(word.substr(begin, end - begin), hash.value());
      if (score <= kImpossible) continue;
      const double total = best[begin].score + score - kPartCost;
      const double unlinked =
          total - (word[end] == 's' && takes_s(word.substr(begin, end - begin)) ? kMissingLink : 0);
      if (unlinked > best[end].score) best[end] = {unlinked, begin, end};
      if (word[end] == 's' && total - kLinkCost > best[end + 1].score)
        best[end + 1] = {total - kLinkCost, begin, end};
    }
    if (begin == 0) continue;
    const double score = last_score(word.substr(begin));
    if (score > kImpossible && best[begin].score + score > last.score)
      last = {best[begin].score + score, begin, word.size()};
  }
  Split split;
  if (last.score <= kImpossible) return split;
  split.score = last.score - static_cast<double>(kLongEnough);
  for (State at = last;; at = best[at.from]) {
    split.parts.push_back(word.substr(at.from, at.part_end - at.from));
    if (at.from == 0) break;
  }
  std::ranges::reverse(split.parts);
  return split;
}

}  // namespace vraagbaak::analysis
