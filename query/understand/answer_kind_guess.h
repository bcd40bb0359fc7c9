// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/text/stop_words.h"
#include "query/understand/question.h"
#include "query/understand/question_words.h"

namespace vraagbaak::query {

// What the words of a question tell of its answer.
struct AnswerKindGuess {
  KindWeights kinds;
  bool has_question_word = false;
  bool asks_why = false;
  std::optional<int> list_size;        // "drie redenen"
  std::optional<std::size_t> counted;  // index of the noun that is counted
  std::vector<bool> is_consumed;       // for each word: it only asks ("hoeveel", "when") and names nothing
};

// `words` are normalized, `is_name` tells for each whether it is written like a name; `question_words` are
// those of the question's language.
AnswerKindGuess guess_answer_kind(std::span<const std::string> words, const std::vector<bool>& is_name,
                                  const QuestionWords& question_words, const analysis::StopWords& stop_words,
                                  bool is_english);

}  // namespace vraagbaak::query
