// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/label.h"

#include <algorithm>
#include <cstddef>

#include "analysis/text/character.h"

namespace vraagbaak::analysis {
namespace {

constexpr std::string_view kDegree = "°";
constexpr std::string_view kDigits = "0123456789";
// Bytes of the longest label without its mark: XVIII.12.a
constexpr std::size_t kLongestLabel = 10;

bool all_in(std::string_view part, std::string_view set) {
  return part.find_first_not_of(set) == std::string_view::npos;
}

}  // namespace

bool is_label_part(std::string_view word) {
  if (word.empty() || word.size() > kLongestLabel) return false;
  if (is_degree_label(word)) return true;
  for (std::size_t begin = 0; begin < word.size();) {
    const std::size_t end = std::min(word.find('.', begin), word.size());
    const std::string_view part = word.substr(begin, end - begin);
    const bool number = part.size() <= (begin == 0 ? 3U : 2U) && all_in(part, kDigits);
    const bool roman = part.size() <= 5 && (all_in(part, "ivx") || all_in(part, "IVX"));
    const Character letter = character_at(part, 0);
    if (!number && !roman && (letter.size != part.size() || !letter.is_letter())) return false;
    begin = end + 1;
  }
  return true;
}

bool is_degree_label(std::string_view word) {
  if (word.size() > kLongestLabel || word.size() <= kDegree.size() || !word.ends_with(kDegree)) return false;
  return all_in(word.substr(0, word.size() - kDegree.size()), kDigits);
}

bool is_label_mark(char32_t mark) {
  return mark == '.' || mark == ')' || mark == '(' || mark == ',' || mark == '&' || is_bullet(mark);
}

bool is_bullet(char32_t mark) {
  return mark == '-' || mark == '*' || mark == 0x2010 || mark == 0x2012 || mark == 0x2013 || mark == 0xB7 ||
         is_round_bullet(mark);
}

bool is_round_bullet(char32_t mark) {
  return mark == 0x2022 || mark == 0x25AA || mark == 0x25CF || mark == 0x25A0 || mark == 0x25CB;
}

}  // namespace vraagbaak::analysis
