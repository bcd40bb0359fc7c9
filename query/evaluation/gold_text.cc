// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/gold_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace vraagbaak::query {

std::string fold_for_comparison(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status) != 0) return std::string(text);  // ICU's own data is broken
  const auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const icu::UnicodeString decomposed = nfkd->normalize(source, status);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_getCombiningClass(c) == 0) bare.append(c);
  }
  bare.foldCase();
  icu::UnicodeString folded;
  for (std::int32_t i = 0; i < bare.length(); i = bare.moveIndex32(i, 1)) {
    const UChar32 c = bare.char32At(i);
    if (c == U'_' || c == U'%' || is_alphanumeric(static_cast<char32_t>(c))) {
      folded.append(c);
    } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != u' ') {
      folded.append(u' ');
    }
  }
  std::string out;
  folded.toUTF8String(out);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

WordCounts count_words(std::string_view folded) {
  WordCounts counts;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) ++counts[std::string(folded.substr(at, end - at))];
    at = end + 1;
  }
  return counts;
}

std::size_t total(const WordCounts& counts) {
  std::size_t sum = 0;
  for (const auto& [word, count] : counts) sum += count;
  return sum;
}

std::size_t common(const WordCounts& a, const WordCounts& b) {
  std::size_t sum = 0;
  for (const auto& [word, count] : a) {
    const auto found = b.find(word);
    if (found != b.end()) sum += std::min(count, found->second);
  }
  return sum;
}

bool is_blank(char32_t code_point) {
  return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0 || (code_point >= 0x1C && code_point <= 0x1F);
}

bool is_alphanumeric(char32_t code_point) {
  return (U_MASK(u_charType(static_cast<UChar32>(code_point))) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

}  // namespace vraagbaak::query
