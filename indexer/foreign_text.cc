// SPDX-License-Identifier: EUPL-1.2
#include "indexer/foreign_text.h"

#include <algorithm>

namespace vraagbaak::indexer {
namespace {

// Bytes from which a paragraph's words outweigh what is said of it, and from which they do alone.
constexpr std::size_t kReadable = 80;
constexpr std::size_t kPlain = 120;

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Paragraphs of text that nothing is said of: between blank lines.
void add_paragraphs(std::string_view text, ByteSpan range, std::vector<ByteSpan>& paragraphs) {
  std::size_t begin = range.begin;
  while (begin < range.end) {
    std::size_t end = begin;
    for (;;) {
      end = std::min(text.find('\n', end), range.end);
      if (end >= range.end) break;
      std::size_t next = end + 1;
      while (next < range.end && is_space(text[next]) && text[next] != '\n') ++next;
      if (next >= range.end || text[next] == '\n') break;
      end = next;
    }
    if (end > begin) paragraphs.push_back({begin, end});
    begin = end + 1;
  }
}

bool reads_french(std::string_view text, ByteSpan paragraph, std::string_view said,
                  const analysis::LanguageReading& languages) {
  if (said == "fr") {
    return paragraph.size() < kReadable || languages.guess(paragraph) != analysis::Language::nl;
  }
  if (!said.empty() || paragraph.size() < kPlain || paragraph.in(text).find('\t') != std::string_view::npos)
    return false;
  return languages.guess(paragraph) == analysis::Language::fr;
}

}  // namespace

std::vector<ByteSpan> find_french(std::string_view text, const std::vector<LanguageSpan>& given,
                                  const analysis::LanguageReading& languages) {
  std::vector<ByteSpan> french;
  const auto take = [&](ByteSpan span, std::string_view said) {
    if (!reads_french(text, span, said, languages)) return;
    // White space between two French paragraphs belongs to them.
    if (!french.empty() && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(french.back().end),
                                       text.begin() + static_cast<std::ptrdiff_t>(span.begin), is_space)) {
      french.back().end = span.end;
    } else {
      french.push_back(span);
    }
  };
  std::size_t at = 0;
  std::vector<ByteSpan> paragraphs;
  const auto take_unsaid = [&](std::size_t end) {
    paragraphs.clear();
    if (end > at) add_paragraphs(text, {at, end}, paragraphs);
    for (const ByteSpan paragraph : paragraphs) take(paragraph, "");
  };
  for (const LanguageSpan& said : given) {
    if (said.span.begin < at || said.span.end > text.size()) continue;
    take_unsaid(said.span.begin);
    take(said.span, said.language);
    at = said.span.end;
  }
  take_unsaid(text.size());
  return french;
}

std::string without(std::string_view text, const std::vector<ByteSpan>& stretches) {
  std::string left(text);
  for (const ByteSpan stretch : stretches) {
    std::fill(left.begin() + static_cast<std::ptrdiff_t>(stretch.begin),
              left.begin() + static_cast<std::ptrdiff_t>(stretch.end), ' ');
  }
  return left;
}

}  // namespace vraagbaak::indexer
