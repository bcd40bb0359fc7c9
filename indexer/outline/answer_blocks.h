// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/outline/enumerator.h"
#include "indexer/outline/question_list.h"

namespace vraagbaak::indexer {

// A stretch of an answer and the parts of the question it answers, in the question's own numbering.
struct AnswerBlock {
  ByteSpan span;                  // number included, outer white space trimmed
  std::vector<PartNumber> parts;  // what it answers; letter 0: the whole question
  std::string label;              // the number as the answer writes it: "2.a", "3-4", "1,3"
};

// The label of several parts: "2.a", "3-5", "2.a-b", "1,3".
std::string label_of(const std::vector<PartNumber>& parts);

// Divides an answer by its numbers and letters. The numbering of an answer is often wrong by one (1, 2, 2, 3
// for four questions) and lists inside an answer count as well, so that reading of the numbers is taken which
// serves most questions in order. Empty where the answer is not numbered. Linear in the number of enumerators
// times the number of questions.
std::vector<AnswerBlock> divide_answer(std::string_view text, ByteSpan range,
                                       const std::vector<Enumerator>& enumerators,
                                       const std::vector<Question>& questions);

}  // namespace vraagbaak::indexer
