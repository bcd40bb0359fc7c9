// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/url.h"

#include "analysis/text/character.h"

namespace vraagbaak::analysis {
namespace {

bool encloses(char32_t c) {
  return c == '<' || c == '>' || c == '"' || c == 0xAB || c == 0xBB ||  // « »
         (c >= 0x2018 && c <= 0x201F);                                  // curly quotation marks
}

bool punctuates(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '\'' || c == ']';
}

}  // namespace

std::size_t url_end(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  bool opened = false;
  for (Character c = character_at(text, at); c.kind != CharacterKind::end; c = character_at(text, at)) {
    if (c.is_space() || encloses(c.code_point)) break;
    if (c.code_point == '(') opened = true;
    at += c.size;
  }
  while (at > begin && (punctuates(text[at - 1]) || (text[at - 1] == ')' && !opened))) --at;
  return at;
}

}  // namespace vraagbaak::analysis
