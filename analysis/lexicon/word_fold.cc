// SPDX-License-Identifier: EUPL-1.2
#include "analysis/lexicon/word_fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string fold_ascii(std::string_view word) {
  std::string folded(word);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

// Case folding alone keeps the accents, so the decomposed form loses its combining marks.
std::string fold_unicode(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return fold_ascii(word);
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(word.size(), INT32_MAX));
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), size));
  const icu::UnicodeString decomposed = decompose->normalize(fold->normalize(source, status), status);
  if (U_FAILURE(status)) return fold_ascii(word);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < decomposed.length();) {
    const UChar32 c = decomposed.char32At(i);
    i += U16_LENGTH(c);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    bare.append(c == 0x2019 || c == 0x2018 ? UChar32{'\''} : c);
  }
  std::string folded;
  bare.toUTF8String(folded);
  return folded;
}

}  // namespace

std::string fold_word(std::string_view word) {
  return is_ascii(word) ? fold_ascii(word) : fold_unicode(word);
}

}  // namespace vraagbaak::analysis
