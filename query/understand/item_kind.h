// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/understand/question.h"
#include "query/understand/question_words.h"

namespace vraagbaak::query {

// What the items of a list have to be that answers the question: persons, organisations or places, by the
// first plural that it asks for ("welke steden", "which insurers"), else by its question word ("wie",
// "waar"). nullopt: something else, or nothing tells. `words` are normalized, `kinds` are those of the whole
// question; `singular` gives the singular of a word that the language makes plurals of, and the word itself
// otherwise.
std::optional<AnswerKind> item_kind(std::span<const std::string> words, const std::vector<bool>& is_name,
                                    const QuestionWords& question_words, const KindWeights& kinds,
                                    const std::function<std::string(const std::string&)>& singular);

// "cities" to "city", "insurers" to "insurer"; other words as they are.
std::string english_singular(const std::string& word);

}  // namespace vraagbaak::query
