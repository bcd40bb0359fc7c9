// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "model/byte_span.h"

namespace vraagbaak::analysis {

// Cuts runs of scripts written without spaces (Chinese, Japanese, Thai …) into words, with ICU's word
// BreakIterator. One object serves one thread; making it costs nothing before the first run comes.
class UnspacedWords {
 public:
  UnspacedWords();
  ~UnspacedWords();
  UnspacedWords(const UnspacedWords&) = delete;
  UnspacedWords& operator=(const UnspacedWords&) = delete;

  // The words of `run` in text (well-formed UTF-8 there); they tile it. Where ICU fails, the whole run is one
  // word.
  std::vector<ByteSpan> split(std::string_view text, ByteSpan run);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
};

}  // namespace vraagbaak::analysis
