// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <span>
#include <string_view>
#include <vector>

#include "analysis/text/character.h"
#include "model/token.h"

namespace vraagbaak::testing_support {

// The token contract, checked in one place: tokens stand in order, are not empty, do not overlap, hold every
// character that is not white space and none that is (so no code point is split). Returns what is wrong
// first, or success.
inline ::testing::AssertionResult keeps_token_contract(std::string_view text, std::span<const Token> tokens) {
  std::size_t token = 0;
  for (std::size_t at = 0; at < text.size();) {
    const analysis::Character c = analysis::character_at(text, at);
    const std::size_t end = at + c.size;
    while (token < tokens.size() && tokens[token].span.end <= at) ++token;
    const bool held = token < tokens.size() && tokens[token].span.begin <= at;
    if (held && tokens[token].span.end < end) {
      return ::testing::AssertionFailure() << "token " << token << " splits the character at byte " << at;
    }
    if (!held && token < tokens.size() && tokens[token].span.begin < end) {
      return ::testing::AssertionFailure()
             << "token " << token << " begins within the character at byte " << at;
    }
    if (held == c.is_space()) {
      return ::testing::AssertionFailure()
             << (held ? "a token holds the white space at byte " : "no token holds the character at byte ")
             << at;
    }
    at = end;
  }
  std::size_t before = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].span.begin < before || tokens[i].span.empty() || tokens[i].span.end > text.size()) {
      return ::testing::AssertionFailure()
             << "token " << i << " is empty, overlaps the one before or leaves the text";
    }
    before = tokens[i].span.end;
  }
  return ::testing::AssertionSuccess();
}

// Every token lies in exactly one sentence, sentences stand in order, and the span of each runs from its
// first token to its last.
inline ::testing::AssertionResult keeps_sentence_contract(const Segmentation& segmentation) {
  std::size_t next = 0;
  for (const Sentence& sentence : segmentation.sentences) {
    if (sentence.first_token != next || sentence.token_count == 0 ||
        next + sentence.token_count > segmentation.tokens.size()) {
      return ::testing::AssertionFailure()
             << "the sentence that should begin with token " << next << " does not";
    }
    next += sentence.token_count;
    const ByteSpan wanted = {segmentation.tokens[sentence.first_token].span.begin,
                             segmentation.tokens[next - 1].span.end};
    if (sentence.span != wanted) {
      return ::testing::AssertionFailure()
             << "the span of the sentence that ends before token " << next << " is off";
    }
  }
  if (next != segmentation.tokens.size()) {
    return ::testing::AssertionFailure() << "token " << next << " lies in no sentence";
  }
  return ::testing::AssertionSuccess();
}

// The text of each token, for comparison with a list of words.
inline std::vector<std::string_view> texts_of(std::string_view text, std::span<const Token> tokens) {
  std::vector<std::string_view> texts;
  for (const Token& token : tokens) texts.push_back(token.span.in(text));
  return texts;
}

}  // namespace vraagbaak::testing_support
