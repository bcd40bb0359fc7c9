// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/question_words.h"

#include <algorithm>
#include <charconv>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::query {

namespace {

// A compound's first part has at least three letters, and so has an ending that is looked for inside a word.
constexpr std::size_t kShortestPart = 3;

std::optional<QuestionWordRole> role_from(std::string_view name) {
  if (name == "ask") return QuestionWordRole::ask;
  if (name == "head") return QuestionWordRole::head;
  if (name == "kind") return QuestionWordRole::kind;
  if (name == "noun") return QuestionWordRole::noun;
  if (name == "unit") return QuestionWordRole::unit;
  if (name == "last") return QuestionWordRole::last;
  if (name == "hint") return QuestionWordRole::hint;
  if (name == "asker") return QuestionWordRole::asker;
  if (name == "numbered") return QuestionWordRole::numbered;
  if (name == "answerer") return QuestionWordRole::answerer;
  return std::nullopt;
}

// "money:0.8 count:0.2"
std::optional<KindWeights> parse_kinds(std::string_view text) {
  KindWeights kinds;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view item = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (item.empty()) continue;
    const std::size_t colon = item.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto kind = answer_kind_from(item.substr(0, colon));
    double weight = 0;
    const auto [end, error] = std::from_chars(item.data() + colon + 1, item.data() + item.size(), weight);
    if (!kind || error != std::errc{} || end != item.data() + item.size() || weight < 0) return std::nullopt;
    kinds[*kind] += weight;
  }
  kinds.normalize();
  return kinds;
}

}  // namespace

QuestionWords::QuestionWords(const analysis::DictionarySource& dictionaries, std::string_view language) {
  const analysis::DictionaryFile file(dictionaries, std::string(language) + "/question-words.tsv",
                                      {"form", "role", "kinds"});
  for (const analysis::DictionaryRow& row : file) {
    const auto role = role_from(row[1]);
    if (!role)
      file.reject(row, std::string(row[1]).append(" is no role"),
                  "write ask, head, kind, noun, unit, last, hint, asker, answerer or numbered");
    if (std::unordered_set<std::string>* words = plain_words(*role)) {
      words->insert(analysis::normalize(row[0]));
      continue;
    }
    const auto kinds = parse_kinds(row[2]);
    if (!kinds) file.reject(row, "the kinds are not readable", "write them as money:0.8 count:0.2");
    const QuestionWord word{*role, *kinds};
    if (row[0].starts_with('-')) {
      endings_[analysis::normalize(row[0].substr(1))] = word;
    } else if (*role == QuestionWordRole::ask) {
      const std::string form = analysis::normalize(row[0]);
      longest_ask_ = std::max(longest_ask_, 1 + static_cast<std::size_t>(std::ranges::count(form, ' ')));
      asks_[form] = word;
    } else {
      words_[analysis::normalize(row[0])] = word;
    }
  }
}

std::unordered_set<std::string>* QuestionWords::plain_words(QuestionWordRole role) {
  switch (role) {
    case QuestionWordRole::asker:
      return &askers_;
    case QuestionWordRole::answerer:
      return &answerers_;
    case QuestionWordRole::numbered:
      return &numbered_;
    default:
      return nullptr;
  }
}

std::optional<QuestionWords::Ask> QuestionWords::ask_at(std::span<const std::string> words) const {
  std::optional<Ask> found;
  std::string phrase;
  for (std::size_t i = 0; i < std::min(words.size(), longest_ask_); ++i) {
    if (i > 0) phrase += ' ';
    phrase += words[i];
    if (const auto at = asks_.find(phrase); at != asks_.end()) found = Ask{i + 1, &at->second};
  }
  return found;
}

const QuestionWord* QuestionWords::find(std::string_view word) const {
  const std::string key(word);
  if (const auto at = words_.find(key); at != words_.end()) return &at->second;
  if (const auto at = endings_.find(key); at != endings_.end()) return &at->second;
  // The longest ending first; words are short, so every cut is tried.
  for (std::size_t cut = kShortestPart; cut + kShortestPart <= word.size(); ++cut) {
    const auto at = endings_.find(key.substr(cut));
    if (at != endings_.end()) return &at->second;
  }
  return nullptr;
}

}  // namespace vraagbaak::query
