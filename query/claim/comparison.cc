// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/comparison.h"

#include <algorithm>
#include <map>
#include <vector>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::query {

namespace {

// "dan" follows the comparative within so many words; farther on it is another word.
constexpr std::size_t kReach = 12;

struct Word {
  ByteSpan span;
  std::string folded;
};

std::vector<Word> words_of(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  constexpr std::string_view kSigns = ".,;:!?()\"'";
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    std::size_t end = i;
    while (begin < end && kSigns.find(text[begin]) != std::string_view::npos) ++begin;
    while (end > begin && kSigns.find(text[end - 1]) != std::string_view::npos) --end;
    if (begin < end) words.push_back({{begin, end}, analysis::normalize(text.substr(begin, end - begin))});
  }
  return words;
}

}  // namespace

ComparisonReader::ComparisonReader(const analysis::DictionarySource& dictionaries) {
  const std::map<std::string_view, Role> names = {
      {"more", Role::more}, {"less", Role::less},       {"than", Role::than},    {"rise", Role::rise},
      {"fall", Role::fall}, {"doubled", Role::doubled}, {"halved", Role::halved}};
  for (const analysis::DictionaryRow& row :
       analysis::DictionaryFile(dictionaries, "nl/claim-words.tsv", {"word", "role"})) {
    const auto role = names.find(row[1]);
    if (role != names.end()) roles_.emplace(analysis::normalize(row[0]), role->second);
  }
}

std::optional<Comparison> ComparisonReader::read(const Claim& claim) const {
  const std::vector<Word> words = words_of(claim.text);
  const auto role_at = [&](std::size_t i) -> std::optional<Role> {
    const auto found = roles_.find(words[i].folded);
    return found == roles_.end() ? std::nullopt : std::optional(found->second);
  };
  const auto in_figure = [&](std::size_t i) {
    return std::ranges::any_of(
        claim.figures, [&](const ClaimFigure& figure) { return figure.words.contains(words[i].span.begin); });
  };
  std::optional<Comparison> change;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto role = role_at(i);
    if (!role || in_figure(i)) continue;
    if (*role == Role::more || *role == Role::less) {
      std::size_t than = i + 1;
      while (than < words.size() && than <= i + kReach && role_at(than) != Role::than) ++than;
      // "meer dan verdubbeld"
      const bool is_times = than == i + 1 && than + 1 < words.size() &&
                            (role_at(than + 1) == Role::doubled || role_at(than + 1) == Role::halved);
      if (is_times) continue;
      if (than + 1 >= words.size() || role_at(than) != Role::than || in_figure(than + 1)) continue;
      Comparison comparison;
      comparison.claims_more = *role == Role::more;
      comparison.word = words[i].span;
      comparison.second = {words[than + 1].span.begin, claim.text.size()};
      if (than > i + 1) comparison.first = {words[i + 1].span.begin, words[than].span.begin};
      return comparison;
    }
    if (*role == Role::than) continue;
    Comparison comparison;
    comparison.is_change = true;
    comparison.word = words[i].span;
    comparison.claims_more = *role == Role::rise || *role == Role::doubled;
    if (*role == Role::doubled || *role == Role::halved) comparison.factor = Decimal(2);
    if (!change) change = comparison;
  }
  return change;
}

}  // namespace vraagbaak::query
