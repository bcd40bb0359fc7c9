// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/heading_tree.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace vraagbaak::indexer {
namespace {

enum class Style : std::uint8_t { chapter, roman, capital, decimal, plain };

// How a heading is numbered: its style, how deep its number goes and the last step of it.
struct Numbering {
  Style style = Style::plain;
  std::size_t depth = 1;
  int step = 0;
  std::string above;  // "1.2" of "1.2.3"
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int roman_value(std::string_view text) {
  int total = 0;
  int last = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    const int value = text[i] == 'I' ? 1 : text[i] == 'V' ? 5 : text[i] == 'X' ? 10 : 0;
    if (value == 0) return 0;
    total += value < last ? -value : value;
    last = std::max(last, value);
  }
  return total;
}

Numbering numbering_of(const Line& line) {
  Numbering numbering;
  const std::string_view label = line.label;
  if (line.kind == LineKind::chapter) {
    numbering.style = Style::chapter;
    return numbering;
  }
  if (label.empty()) return numbering;
  const std::size_t dot = label.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? label : label.substr(dot + 1);
  numbering.above = dot == std::string_view::npos ? "" : std::string(label.substr(0, dot));
  numbering.depth = static_cast<std::size_t>(std::ranges::count(label, '.')) + 1;
  if (is_digit(label.front())) {
    numbering.style = Style::decimal;
    for (const char c : last) numbering.step = numbering.step * 10 + (c - '0');
  } else if (last.size() == 1 && (dot != std::string_view::npos || roman_value(last) == 0)) {
    numbering.style = dot == std::string_view::npos ? Style::capital : Style::roman;
    numbering.step = last.front() - 'A' + 1;
  } else {
    numbering.style = Style::roman;
    numbering.step = roman_value(last);
  }
  return numbering;
}

// No report nests deeper; beyond it headings stand side by side.
constexpr std::size_t kDeepest = 10;

struct Open {
  Section section;
  Numbering numbering;
  int level = 0;
};

// "I." reads as a letter after "H.", as a Roman number otherwise.
void settle_letter(Numbering& numbering, std::string_view label, const std::vector<Open>& open) {
  if (label.size() != 1 || roman_value(label) == 0) return;
  const int letter = label.front() - 'A' + 1;
  const bool goes_on = std::ranges::any_of(open, [letter](const Open& above) {
    return above.numbering.style == Style::capital && above.numbering.step == letter - 1;
  });
  if (!goes_on) return;
  numbering.style = Style::capital;
  numbering.step = letter;
}

// How many of the open sections stay open above a heading numbered like this.
std::size_t kept_open(const Numbering& next, const std::vector<Open>& open) {
  if (next.style == Style::chapter) return 0;
  const auto first_plain = static_cast<std::size_t>(
      std::ranges::find(open, Style::plain, [](const Open& above) { return above.numbering.style; }) -
      open.begin());
  if (next.style == Style::plain) return first_plain;
  for (std::size_t i = open.size(); i-- > 0;) {
    const Numbering& above = open[i].numbering;
    if (above.style != next.style) continue;
    if (above.depth < next.depth) return i + 1;  // "1.2" below "1"
    if (above.depth > next.depth) continue;
    // A number that goes on; one that begins anew belongs to a new level, unless its parent's number changed.
    if (next.step > above.step || above.above != next.above) return i;
  }
  // "2." after "1.3" whose "1." was not seen: above the deeper numbers.
  if (next.style == Style::decimal)
    for (std::size_t i = 0; i < first_plain; ++i)
      if (open[i].numbering.style == Style::decimal && open[i].numbering.depth > next.depth) return i;
  return first_plain;
}

}  // namespace

void add_headings(std::string_view text, const std::vector<Line>& lines, SectionBuilder& sections) {
  std::vector<Open> open;
  const auto close_to = [&](std::size_t keep, std::size_t end) {
    while (open.size() > keep) {
      open.back().section.span.end = end;
      sections.add(std::move(open.back().section));
      open.pop_back();
    }
  };
  for (const Line& line : lines) {
    if (line.kind != LineKind::heading && line.kind != LineKind::chapter) continue;
    Numbering numbering = numbering_of(line);
    settle_letter(numbering, line.label, open);
    const auto above = [&line](const Open& outer) { return outer.level < line.level; };
    const std::size_t kept =
        line.level == 0 ? kept_open(numbering, open)
                        : static_cast<std::size_t>(std::ranges::find_if_not(open, above) - open.begin());
    close_to(std::min(kept, kDeepest), line.span.begin);
    open.push_back({{kNone, SectionKind::heading, line.label, std::string(line.ink.in(text)), line.span},
                    std::move(numbering),
                    line.level});
  }
  close_to(0, text.size());
}

}  // namespace vraagbaak::indexer
