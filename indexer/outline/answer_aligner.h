// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "indexer/outline/answer_blocks.h"
#include "indexer/outline/question_list.h"

namespace vraagbaak::indexer {

// Divides an answer without numbers over the questions by the words they share: the questions are answered in
// order, each by whole sentences, preferably whole paragraphs. Where the words say nothing (a reference, a
// refusal in one sentence) the whole answer serves all questions. Empty where the answer only repeats the
// text of the question. `asked` is the question half, introduction included. Time is linear in the text times
// the number of questions.
std::vector<AnswerBlock> align_answer(std::string_view text, ByteSpan asked, ByteSpan answer,
                                      const std::vector<Question>& questions);

}  // namespace vraagbaak::indexer
