// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/item_kind.h"

#include <algorithm>
#include <array>

namespace vraagbaak::query {

namespace {

// The noun that is asked for stands within as many words.
constexpr std::size_t kReach = 6;
// A noun or question word that names the kind at least this surely decides.
constexpr double kSure = 0.5;

constexpr std::array<AnswerKind, 3> kNamed{AnswerKind::person, AnswerKind::organisation, AnswerKind::place};

std::optional<AnswerKind> named_kind(const KindWeights& kinds) {
  const AnswerKind likeliest = std::ranges::max(kNamed, {}, [&](AnswerKind kind) { return kinds[kind]; });
  return kinds[likeliest] >= kSure ? std::optional(likeliest) : std::nullopt;
}

}  // namespace

std::string english_singular(const std::string& word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) return word.substr(0, word.size() - 1);
  return word;
}

std::optional<AnswerKind> item_kind(std::span<const std::string> words, const std::vector<bool>& is_name,
                                    const QuestionWords& question_words, const KindWeights& kinds,
                                    const std::function<std::string(const std::string&)>& singular) {
  for (std::size_t i = 0; i < std::min(words.size(), kReach); ++i) {
    if (const auto ask = question_words.ask_at(words.subspan(i, 1))) {
      if (const auto asked = named_kind(ask->word->kinds)) return asked;
      continue;
    }
    if (is_name[i]) continue;
    const std::string one = singular(words[i]);
    if (one == words[i]) continue;
    const QuestionWord* const known = question_words.find(one);
    return known == nullptr ? std::nullopt : named_kind(known->kinds);
  }
  return named_kind(kinds);
}

}  // namespace vraagbaak::query
