// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/line_classifier.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace vraagbaak::indexer {
namespace {

// The longest line that can be a heading; titles in the genre run to two lines of print.
constexpr std::size_t kLongestHeading = 160;
// A short line that comes back this often at a page's edge is a running header or footer.
constexpr std::size_t kRunningLineRepeats = 3;
constexpr std::size_t kLongestRunningLine = 120;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// UTF-8 no-break space and the zero-width marks that PDF readers leave.
std::size_t wide_space_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xC2\xA0")) return 2;
  if (rest.starts_with("\xEF\xBB\xBF") || rest.starts_with("\xE2\x80\x8B")) return 3;
  return 0;
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  while (span.begin < span.end) {
    const std::size_t wide = wide_space_at(text, span.begin);
    if (is_space(text[span.begin])) {
      ++span.begin;
    } else if (wide != 0 && span.begin + wide <= span.end) {
      span.begin += wide;
    } else {
      break;
    }
  }
  while (span.begin < span.end) {
    if (is_space(text[span.end - 1])) {
      --span.end;
    } else if (span.size() >= 2 && text.substr(span.end - 2, 2) == "\xC2\xA0") {
      span.end -= 2;
    } else {
      break;
    }
  }
  return span;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  const bool has_pages = text.find('\f') != std::string_view::npos;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    if (has_pages) end = std::min(text.substr(0, end).find('\f', begin), end);
    Line line;
    line.span = {begin, end > begin && text[end - 1] == '\r' ? end - 1 : end};
    line.ink = trimmed(text, line.span);
    if (line.ink.empty()) line.kind = LineKind::blank;
    lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

bool is_bullet(std::string_view ink) {
  static constexpr std::array<std::string_view, 9> kMarks{"-", "–", "−", "•", "*", "o", "▪", "·", "➢"};
  return std::ranges::any_of(kMarks, [ink](std::string_view mark) {
    return ink.size() > mark.size() + 1 && ink.starts_with(mark) && ink[mark.size()] == ' ';
  });
}

struct HeadingNumber {
  std::string label;
  std::size_t title_at = 0;
};

// "1", "1.2", "1.2.3.", "IV.", "IV.B.", "A.", "B)" and where the title begins behind it.
std::optional<HeadingNumber> heading_number(std::string_view ink) {
  std::size_t at = 0;
  int depth = 0;
  while (at < ink.size() && is_digit(ink[at])) {
    const std::size_t first = at;
    while (at < ink.size() && is_digit(ink[at])) ++at;
    if (at - first > 2) return std::nullopt;
    ++depth;
    if (at + 1 < ink.size() && ink[at] == '.' && is_digit(ink[at + 1]))
      ++at;
    else
      break;
  }
  if (depth > 0) {
    HeadingNumber number{std::string(ink.substr(0, at)), 0};
    const bool marked = at < ink.size() && (ink[at] == '.' || ink[at] == ')');
    if (marked) ++at;
    // "6 Pacten met clusters" counts pacts.
    if (at >= ink.size() || ink[at] != ' ' || (depth == 1 && !marked)) return std::nullopt;
    number.title_at = ink.find_first_not_of(' ', at);
    return number;
  }
  while (at < ink.size() && (ink[at] == 'I' || ink[at] == 'V' || ink[at] == 'X')) ++at;
  const bool roman = at > 0 && at < 6 && at + 1 < ink.size() && ink[at] == '.';
  if (roman) {
    HeadingNumber number{std::string(ink.substr(0, at)), 0};
    ++at;
    if (is_upper(ink[at]) && at + 1 < ink.size() && ink[at + 1] == '.') {
      number.label.append(1, '.').append(1, ink[at]);
      at += 2;
    }
    if (at >= ink.size() || ink[at] != ' ') return std::nullopt;
    number.title_at = ink.find_first_not_of(' ', at);
    return number;
  }
  if (ink.size() > 3 && is_upper(ink[0]) && (ink[1] == '.' || ink[1] == ')') && ink[2] == ' ') {
    return HeadingNumber{std::string(1, ink[0]), ink.find_first_not_of(' ', 2)};
  }
  return std::nullopt;
}

bool begins_upper(std::string_view text) {
  if (text.empty()) return false;
  const auto c = static_cast<unsigned char>(text[0]);
  // Upper-case Latin-1 letters: U+00C0–U+00DE are C3 80 – C3 9E.
  if (c == 0xC3 && text.size() > 1) return static_cast<unsigned char>(text[1]) <= 0x9E;
  if (text.starts_with("‘") || text.starts_with("“") || text.starts_with("’")) return true;
  return is_upper(text[0]) || text[0] == '\'' || text[0] == '"';
}

// "4 Pacten met clusters".
bool begins_with_count(std::string_view ink) {
  std::size_t at = 0;
  while (at < ink.size() && is_digit(ink[at])) ++at;
  return at > 0 && at < 3 && at + 1 < ink.size() && ink[at] == ' ' && begins_upper(ink.substr(at + 1));
}

bool ends_like_prose(std::string_view ink) {
  static constexpr std::string_view kEnds = ".;,:-";
  return kEnds.find(ink.back()) != std::string_view::npos || ink.ends_with("…") || ink.ends_with("–");
}

bool has_letters(std::string_view ink) {
  int letters = 0;
  for (const char c : ink) {
    const bool is_letter = (c >= 'a' && c <= 'z') || is_upper(c) || static_cast<unsigned char>(c) >= 0xC3;
    if (is_letter && ++letters == 3) return true;
  }
  return false;
}

bool ends_in_figure(std::string_view ink) {
  if (ink.ends_with("%") || ink.ends_with("€")) return true;
  const std::size_t space = ink.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? ink : ink.substr(space + 1);
  // A year may end a title: "Stand van zaken 2021".
  const bool year = last.size() == 4 && (last.starts_with("19") || last.starts_with("20"));
  return is_digit(last.back()) && !year;
}

bool goes_on_small(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  for (std::size_t next = i + 1; next < lines.size() && next <= i + 3; ++next) {
    if (lines[next].kind == LineKind::blank) continue;
    const char c = text[lines[next].ink.begin];
    return lines[next].kind == LineKind::text && c >= 'a' && c <= 'z' && lines[next].ink.size() > 1 &&
           text[lines[next].ink.begin + 1] != ')' && text[lines[next].ink.begin + 1] != '.';
  }
  return false;
}

// The heading's second line: short, with nothing behind it, and no end of a sentence.
bool wraps_once(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  constexpr std::size_t kShort = 50;
  if (i + 1 >= lines.size() || lines[i + 1].kind != LineKind::text) return false;
  const std::string_view ink = lines[i + 1].ink.in(text);
  const bool alone = i + 2 >= lines.size() || lines[i + 2].kind == LineKind::blank;
  return alone && ink.size() <= kShort && !ends_like_prose(ink) && ink.back() != '?';
}

// A page number that stands alone, with at least two blank lines above and one below.
void mark_lone_numbers(std::string_view text, std::vector<Line>& lines) {
  constexpr std::size_t kMostDigits = 4;
  for (std::size_t i = 2; i + 1 < lines.size(); ++i) {
    const std::string_view ink = lines[i].ink.in(text);
    if (lines[i].kind != LineKind::text || ink.size() > kMostDigits || !std::ranges::all_of(ink, is_digit))
      continue;
    if (lines[i - 1].kind == LineKind::blank && lines[i - 2].kind == LineKind::blank &&
        (lines[i + 1].kind == LineKind::blank || lines[i + 1].ink.size() < 30))
      lines[i].kind = LineKind::furniture;
  }
}

void mark_headings(std::string_view text, std::vector<Line>& lines) {
  const auto quiet = [&lines](std::size_t i) {
    return i >= lines.size() || lines[i].kind == LineKind::blank || lines[i].kind == LineKind::furniture;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.kind != LineKind::text || line.ink.size() > kLongestHeading) continue;
    const std::string_view ink = line.ink.in(text);
    if (ends_like_prose(ink) || ends_in_figure(ink) || !has_letters(ink)) continue;
    const bool open_above = i == 0 || quiet(i - 1);
    // A line that goes on in small letters below, even past a blank line, is prose.
    const bool open_below = quiet(i + 1) && !goes_on_small(text, lines, i);
    if (const auto number = heading_number(ink)) {
      const std::string_view title = ink.substr(std::min(number->title_at, ink.size()));
      // A question mark ends a heading only behind a letter: "B. Wie doet wat?"; "2. Hoeveel?" is a question.
      if (!begins_upper(title) || (ink.back() == '?' && is_digit(number->label.front()))) continue;
      if (!open_below && !(open_above && wraps_once(text, lines, i))) continue;
      line.kind = LineKind::heading;
      line.label = number->label;
    } else if (open_above && open_below && (begins_upper(ink) || begins_with_count(ink)) &&
               ink.size() <= kLongestHeading / 2 && ink.back() != '?') {
      line.kind = LineKind::heading;
    }
  }
}

// Short lines that come back with only their digits changed, next to a page edge where pages are known.
void mark_running_lines(std::string_view text, const std::vector<Page>& pages, std::vector<Line>& lines) {
  if (pages.size() < kRunningLineRepeats) return;
  std::unordered_map<std::string, std::vector<std::size_t>> seen;
  std::size_t page = 0;
  constexpr std::size_t kEdgeLines = 3;
  std::vector<std::size_t> inked;
  const auto close_page = [&] {
    for (std::size_t k = 0; k < inked.size(); ++k) {
      if (k >= kEdgeLines && k + kEdgeLines < inked.size()) continue;
      const std::string_view ink = lines[inked[k]].ink.in(text);
      if (ink.size() > kLongestRunningLine) continue;
      std::string shape;
      for (const char c : ink) {
        if (!is_digit(c))
          shape += c;
        else if (shape.empty() || shape.back() != '0')
          shape += '0';
      }
      seen[shape].push_back(inked[k]);
    }
    inked.clear();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    while (page < pages.size() && lines[i].span.begin >= pages[page].span.end) {
      close_page();
      ++page;
    }
    if (lines[i].kind != LineKind::blank) inked.push_back(i);
  }
  close_page();
  for (const auto& [shape, where] : seen) {
    if (where.size() < kRunningLineRepeats) continue;
    for (const std::size_t i : where) lines[i].kind = LineKind::furniture;
  }
}

}  // namespace

LineClassifier::LineClassifier(const OutlineRules& rules)
    : rules_(rules),
      furniture_(rules.kind("furniture")),
      question_number_(rules.kind("question_number")),
      answer_number_(rules.kind("answer_number")),
      question_(rules.kind("question")),
      answer_(rules.kind("answer")),
      reference_number_(rules.kind("reference.number")),
      chapter_(rules.kind("chapter")),
      caption_(rules.kind("caption")),
      figure_caption_(rules.kind("figure_caption")),
      source_(rules.kind("source")) {}

std::vector<Line> LineClassifier::classify(std::string_view text, const std::vector<Page>& pages) const {
  std::vector<Line> lines = split_lines(text);
  for (Line& line : lines) {
    if (line.kind != LineKind::blank) tell_kind(line, line.ink.in(text));
  }
  mark_running_lines(text, pages, lines);
  mark_lone_numbers(text, lines);
  mark_headings(text, lines);
  return lines;
}

void LineClassifier::tell_kind(Line& line, std::string_view ink) const {
  if (is_bullet(ink)) {
    line.kind = LineKind::bullet;
  } else if (rules_.matches(furniture_, ink)) {
    line.kind = LineKind::furniture;
  } else if (const auto numbered = rules_.match(question_number_, ink)) {
    line.kind = LineKind::question_number;
    line.label = std::string(numbered->groups.at(0));
  } else if (const auto answered = rules_.match(answer_number_, ink)) {
    line.kind = LineKind::answer_number;
    line.label = std::string(answered->groups.at(0));
  } else if (rules_.matches(question_, ink)) {
    line.kind = LineKind::question_header;
  } else if (rules_.matches(answer_, ink)) {
    line.kind = LineKind::answer_header;
  } else if (rules_.matches(reference_number_, ink)) {
    line.kind = LineKind::answer_reference;
  } else if (const auto chapter = rules_.match(chapter_, ink)) {
    line.kind = LineKind::chapter;
    line.label = chapter->groups.at(0);
  } else if (const auto table = rules_.match(caption_, ink)) {
    line.kind = LineKind::caption;
    line.label = table->groups.at(0);
    line.label.append(1, ' ').append(table->groups.at(1));
  } else if (const auto figure = rules_.match(figure_caption_, ink)) {
    line.kind = LineKind::figure_caption;
    line.label = figure->groups.at(0);
    line.label.append(1, ' ').append(figure->groups.at(1));
  } else if (rules_.matches(source_, ink)) {
    line.kind = LineKind::source;
  }
}

}  // namespace vraagbaak::indexer
