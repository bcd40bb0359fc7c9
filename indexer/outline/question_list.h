// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "indexer/outline/enumerator.h"

namespace vraagbaak::indexer {

// A lettered part of a question.
struct SubQuestion {
  char letter = 'a';
  ByteSpan span;
};

// One numbered question; `span` holds number and parts, without outer white space. Where a question half has
// only letters, each lettered part is a question with number 1, 2 … and `letter` set.
struct Question {
  int number = 0;
  ByteSpan span;
  std::vector<SubQuestion> parts;
};

// The numbered questions in `range`: the run 1, 2, 3 … that holds most question marks; of two equal ones the
// later (an introduction may count its arguments). Empty where nothing is numbered.
std::vector<Question> find_questions(std::string_view text, ByteSpan range,
                                     const std::vector<Enumerator>& enumerators);

// `span` without white space at its ends.
ByteSpan trim(std::string_view text, ByteSpan span);

}  // namespace vraagbaak::indexer
