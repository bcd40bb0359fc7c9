// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/segmenter.h"
#include "tests/fuzz/fuzz_target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vraagbaak;
  static const analysis::Segmenter segmenter(analysis::DictionarySource::built_in());
  const std::string_view text = fuzz::as_text(data, size);
  const Segmentation found = segmenter.segment(text);
  std::size_t at = 0;
  for (const Token& token : found.tokens) {
    fuzz::require(token.span.begin >= at && token.span.begin < token.span.end && token.span.end <= size,
                  "tokens are in order, not empty and inside the text");
    at = token.span.end;
  }
  std::size_t next = 0;
  for (const Sentence& sentence : found.sentences) {
    fuzz::require(sentence.first_token == next && sentence.token_count > 0,
                  "each token lies in one sentence");
    next += sentence.token_count;
    fuzz::require(next <= found.tokens.size(), "a sentence holds tokens that are there");
    fuzz::require(sentence.span.contains(found.tokens[sentence.first_token].span) &&
                      sentence.span.contains(found.tokens[next - 1].span),
                  "a sentence reaches over its tokens");
  }
  fuzz::require(next == found.tokens.size(), "no token is left over");
  return 0;
}
