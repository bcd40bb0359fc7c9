// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/note_finder.h"

#include <array>
#include <optional>

#include "analysis/text/ascii_runs.h"

namespace vraagbaak::indexer {
namespace {

// Notes in the genre run to some hundreds in a report; a page with its notes is at most so many bytes.
constexpr int kHighestNote = 399;
constexpr std::size_t kFarthestMark = 20'000;
constexpr std::size_t kMostNoteLines = 14;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

struct Number {
  int value = 0;
  std::size_t end = 0;
};

// The number of one to three digits at `at`.
std::optional<Number> number_at(std::string_view text, std::size_t at) {
  Number number{0, at};
  while (number.end < text.size() && is_digit(text[number.end])) {
    if (number.end - at == 3) return std::nullopt;
    number.value = number.value * 10 + (text[number.end++] - '0');
  }
  if (number.value < 1 || number.value > kHighestNote || text[at] == '0') return std::nullopt;
  return number;
}

// "departement47 is", "failliet?1": glued to a word or a closing mark, with nothing of a figure behind it.
bool is_mark(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin < 2) return false;
  const char before = text[begin - 1];
  const bool closes = before == ')' || before == '?' || before == '!' || before == '"' ||
                      (before == '.' && is_lower(text[begin - 2]));
  const std::string_view head = text.substr(0, begin);
  const bool quoted = head.ends_with("”") || head.ends_with("’") || head.ends_with("»");
  const bool word =
      (is_lower(before) && is_lower(text[begin - 2])) || (is_upper(before) && is_upper(text[begin - 2]));
  if (!closes && !quoted && !word) return false;
  if (end >= text.size()) return true;
  const char behind = text[end];
  return !is_digit(behind) && !is_lower(behind) && !is_upper(behind) && behind != '%' && behind != '-';
}

// "46 Voor de volledigheid", "1Krant, 24 januari": what a note opens with behind its number.
bool opens_note(std::string_view ink, std::size_t at) {
  while (at < ink.size() && ink[at] == ' ') ++at;
  if (at >= ink.size()) return false;
  const std::string_view rest = ink.substr(at);
  return is_upper(rest.front()) || rest.starts_with("http") || rest.starts_with("www.") ||
         rest.starts_with("«") || rest.starts_with("“") || rest.starts_with("‘") || rest.starts_with("\xC3");
}

}  // namespace

void mark_notes(std::string_view text, std::vector<Line>& lines) {
  // One past where each mark was last seen; 0: not yet.
  std::array<std::size_t, kHighestNote + 1> seen{};
  bool in_note = false;
  bool note_at_margin = false;
  std::size_t note_lines = 0;
  for (Line& line : lines) {
    const std::string_view ink = line.ink.in(text);
    const bool plain = line.kind == LineKind::text || line.kind == LineKind::heading;
    if (plain && !ink.empty() && is_digit(ink.front())) {
      const auto number = number_at(ink, 0);
      const std::size_t mark = number ? seen[static_cast<std::size_t>(number->value)] : 0;
      if (mark != 0 && line.ink.begin - mark < kFarthestMark && opens_note(ink, number->end)) {
        line.kind = LineKind::note;
        line.label = std::to_string(number->value);
        seen[static_cast<std::size_t>(number->value)] = 0;
        in_note = true;
        note_at_margin = line.ink.begin == line.span.begin;
        note_lines = 1;
        continue;
      }
    }
    // An indented line below a note at the margin opens the next page.
    const bool indented = note_at_margin && line.ink.begin != line.span.begin;
    if (in_note && plain && !indented && ++note_lines <= kMostNoteLines) {
      line.kind = LineKind::note;
      line.label.clear();
      continue;
    }
    in_note = false;
    // A mark that lost its place stands alone on the next line.
    if (const auto alone = ink.empty() ? std::nullopt : number_at(ink, 0);
        alone && alone->end == ink.size()) {
      seen[static_cast<std::size_t>(alone->value)] = line.ink.end;
      continue;
    }
    const std::string_view upto = text.substr(0, line.ink.end);
    for (std::size_t at = analysis::find_digit(upto, line.ink.begin); at < upto.size();) {
      std::size_t end = at;
      while (end < upto.size() && is_digit(upto[end])) ++end;
      if (const auto number = number_at(upto, at); number && is_mark(text, at, end))
        seen[static_cast<std::size_t>(number->value)] = end;
      at = analysis::find_digit(upto, end);
    }
  }
}

}  // namespace vraagbaak::indexer
