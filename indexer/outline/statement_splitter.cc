// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/statement_splitter.h"

#include <array>

#include "indexer/outline/question_list.h"

namespace vraagbaak::indexer {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ')' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}
bool opens_sentence(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  // É, Ë … open sentences too: C3 80 – C3 9E.
  const bool accented = static_cast<unsigned char>(text[at]) == 0xC3 && at + 1 < text.size() &&
                        static_cast<unsigned char>(text[at + 1]) <= 0x9E;
  return is_upper(text[at]) || accented;
}

// What may end a statement.
constexpr std::array<bool, 256> kEnds = [] {
  std::array<bool, 256> ends{};
  for (const char c : {'\n', '.', '?', '!'}) ends[static_cast<std::size_t>(c)] = true;
  return ends;
}();

}  // namespace

std::vector<Statement> split_statements(std::string_view text, ByteSpan range, std::size_t most) {
  std::vector<Statement> statements;
  std::size_t begin = range.begin;
  bool opens_paragraph = true;
  const auto cut = [&](std::size_t at, bool paragraph) {
    const ByteSpan span = trim(text, {begin, at});
    if (!span.empty()) {
      statements.push_back({span, opens_paragraph});
      opens_paragraph = paragraph;
    } else {
      opens_paragraph = opens_paragraph || paragraph;
    }
    begin = at;
  };
  const std::string_view body = text.substr(0, range.end);
  for (std::size_t i = range.begin; i < body.size() && statements.size() + 1 < most; ++i) {
    while (i < body.size() && !kEnds[static_cast<unsigned char>(body[i])]) ++i;
    if (i == body.size()) break;
    const char c = body[i];
    if (c == '\n' && i + 1 < body.size() && (body[i + 1] == '\n' || body[i + 1] == '\r')) {
      cut(i, true);
      continue;
    }
    if (c != '.' && c != '?' && c != '!') continue;
    std::size_t next = i + 1;
    while (next < body.size() && is_space(body[next])) ++next;
    if (!opens_sentence(body, next)) continue;
    const bool glued = next == i + 1;
    // "U.S.", "K.B.": a single letter before the stop is an initial.
    const bool word = i >= range.begin + 2 && is_word(body[i - 1]) && is_word(body[i - 2]);
    if (!word) continue;
    cut(next, glued);
    i = next - 1;
  }
  cut(body.size(), true);
  return statements;
}

}  // namespace vraagbaak::indexer
