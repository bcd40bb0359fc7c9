// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analysis/dictionary/dictionary_source.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// What a word tells of the answer that is wanted. Enumerators as they stand in the dictionary.
enum class QuestionWordRole : std::uint8_t {
  ask,   // opens a question: "hoeveel", "welk bedrag"
  head,  // what is measured: "kosten", "voorzitter"
  kind,  // the same, and says nothing of the subject: "aantal", "bedrag"
  hint,  // narrows: "gemiddeld"
};

struct QuestionWord {
  QuestionWordRole role = QuestionWordRole::ask;
  KindWeights kinds;
};

// The question words of one language, from dictionaries/{nl,en}/question-words.tsv. Immutable; safe to share
// between threads.
class QuestionWords {
 public:
  // `language` is "nl" or "en". Throws Error where the dictionary is broken.
  QuestionWords(const analysis::DictionarySource& dictionaries, std::string_view language);

  struct Ask {
    std::size_t words = 0;  // how many the phrase has
    const QuestionWord* word = nullptr;
  };
  // The longest phrase that asks and begins at words[0]; nullopt where none does. Words are normalized.
  std::optional<Ask> ask_at(std::span<const std::string> words) const;

  // What `word` is as a head, kind or hint: as it stands, or by the last part of a compound. nullptr:
  // nothing.
  const QuestionWord* find(std::string_view word) const;

 private:
  std::unordered_map<std::string, QuestionWord> asks_;
  std::unordered_map<std::string, QuestionWord> words_;    // whole words
  std::unordered_map<std::string, QuestionWord> endings_;  // last parts, without "-"
  std::size_t longest_ask_ = 0;                            // in words
};

}  // namespace vraagbaak::query
