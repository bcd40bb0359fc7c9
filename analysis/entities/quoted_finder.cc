// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/quoted_finder.h"

#include <algorithm>

namespace vraagbaak::analysis {
namespace {

// Longer quotations are sentences.
constexpr std::size_t kLongestQuotation = 12;

bool is_quote(const NameText& text, std::size_t i) {
  return text.is_sign(i, '"') || text.is_sign(i, '\'');
}

bool opens(const NameText& text, std::size_t i) {
  if (!is_quote(text, i) || i + 1 >= text.size() || !text.touches(i + 1)) return false;
  return i == 0 || text[i].space_before || text[i - 1].sign != 0;
}

// The closing mark of the quotation that opens at `open`, or `open` where it is none, too long or several
// sentences.
std::size_t closing(const NameText& text, std::size_t open) {
  for (std::size_t i = open + 1; i < text.size() && i - open <= kLongestQuotation; ++i) {
    if (text[i].gap_before) return open;
    if (text[i].sign == text[open].sign && text.touches(i)) {
      // ’ inside a word is part of the word; behind one it closes where nothing touches it.
      if (i + 1 >= text.size() || text[i + 1].space_before || text[i + 1].sign != 0) return i;
    }
    if (text[i].sign == '.' || text[i].sign == '?' || text[i].sign == ':' || text[i].sign == ';') return open;
  }
  return open;
}

bool announced(const NameText& text, std::size_t open) {
  if (open == 0) return false;
  std::size_t before = open - 1;
  if (text.has(before, WordRole::article) && before > 0) --before;
  return text.has(before, WordRole::programme_before);
}

}  // namespace

std::vector<NameCandidate> find_quoted_names(const NameText& text) {
  std::vector<NameCandidate> found;
  for (std::size_t open = 0; open < text.size(); ++open) {
    if (!opens(text, open)) continue;
    const std::size_t close = closing(text, open);
    if (close == open) continue;
    std::size_t words = 0;
    std::size_t small = 0;  // content words without a capital
    for (std::size_t i = open + 1; i < close; ++i) {
      words += text[i].is_word();
      small += text[i].shape == WordShape::lower && !text.has(i, WordRole::link) &&
               !text.has(i, WordRole::conjunction) && !text.has(i, WordRole::article);
    }
    if (words == 0) continue;
    if (announced(text, open)) {
      found.push_back({open + 1, close, EntityKind::programme, Certainty::known, "quotation.announced"});
    } else if (words > 1 && words <= 5 && small > 0 && text[open + 1].has_capital() &&
               !text[open].starts_sentence && open > 0 && text[open - 1].is_word()) {
      found.push_back({open + 1, close, EntityKind::programme, Certainty::known, "quotation"});
    } else {
      continue;
    }
    open = close;
  }
  return found;
}

}  // namespace vraagbaak::analysis
