// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/layout.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/text/character.h"
#include "analysis/text/label.h"
#include "model/offset_map.h"

namespace vraagbaak::analysis {
namespace {

// Lines on either side that tell what kind of text a line stands in.
constexpr std::size_t kWindow = 8;
// Running text is seldom set narrower (a PDF in three columns comes out at about 40); shorter lines are
// headings and cells.
constexpr std::size_t kNarrowest = 36;
// Of the line ends in running Dutch text, more than half are followed by a lower-case letter; of those in
// lists and headings, few.
constexpr std::size_t kRunningPercent = 20;
// Letters differ in width, so a full line may count some characters less than its neighbours.
constexpr std::size_t kFullPercent = 88;

// Word's symbol fonts put their bullets in the private use area.
bool is_item_mark(char32_t c) {
  return is_bullet(c) || c == 0x2192 || (c >= 0xE000 && c <= 0xF8FF);
}

// 1.  12)  a)  b.  3°  iv) and a bullet, with a space after it.
bool begins_item(std::string_view line) {
  const Character first = character_at(line, 0);
  const auto space_at = [line](std::size_t at) {
    return at >= line.size() || character_at(line, at).is_space();
  };
  if (is_item_mark(first.code_point)) return space_at(first.size);
  std::size_t at = first.code_point == '(' ? 1U : 0U;
  const std::size_t begin = at;
  while (at < line.size() && at < begin + 4 && character_at(line, at).is_digit()) ++at;
  if (at == begin && character_at(line, at).kind == CharacterKind::lower) ++at;
  if (at == begin || at > begin + 3) return false;
  const Character mark = character_at(line, at);
  if (mark.code_point != '.' && mark.code_point != ')' && mark.code_point != 0xB0) return false;
  return space_at(at + mark.size);
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view first_word(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && !is_blank(line[end])) ++end;
  return line.substr(0, end);
}

std::string_view last_word(std::string_view line) {
  std::size_t begin = line.size();
  while (begin > 0 && !is_blank(line[begin - 1])) --begin;
  return line.substr(begin);
}

}  // namespace

Layout::Layout(std::string_view text, const SentenceEdges& edges) : text_(text) {
  if (text.find('\n') == std::string_view::npos) return;
  read_lines(edges);
  find_wrapped();
}

LineEnd Layout::between(ByteSpan gap) const {
  const std::string_view space = gap.in(text_);
  const std::size_t line_ends = static_cast<std::size_t>(std::ranges::count(space, '\n'));
  if (line_ends == 0) return space.find('\f') == std::string_view::npos ? LineEnd::none : LineEnd::plain;
  if (line_ends > 1) return LineEnd::hard;
  const auto next =
      std::ranges::upper_bound(lines_, gap.begin, {}, [](const Line& line) { return line.span.begin; });
  return next != lines_.begin() && (next - 1)->wrapped ? LineEnd::soft : LineEnd::plain;
}

void Layout::read_lines(const SentenceEdges& edges) {
  for (std::size_t begin = 0; begin < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    lines_.push_back(read_line(begin, end, edges));
    begin = end + 1;
  }
}

Layout::Line Layout::read_line(std::size_t begin, std::size_t end, const SentenceEdges& edges) const {
  for (Character c = character_at(text_, begin); begin < end && c.is_space(); c = character_at(text_, begin))
    begin += c.size;
  for (Character c = character_before(text_, end); begin < end && c.is_space();
       c = character_before(text_, end))
    end -= c.size;
  Line line;
  line.span = {begin, std::max(begin, end)};
  if (line.span.empty()) return line;
  const std::string_view content = line.span.in(text_);
  line.width = count_code_points(content);
  line.first_word = count_code_points(first_word(content));
  line.begins_lower = character_at(content, 0).kind == CharacterKind::lower;
  line.begins_item = analysis::begins_item(content);
  line.begins_name = first_word(content).back() == ':';
  const std::size_t last = content.find_last_not_of(")]'\"");
  if (last != std::string_view::npos) {
    const char c = content[last];
    line.stops = c == '.' || c == '?' || c == '!' || c == ':' || c == ';';
    const std::string_view word = last_word(content);
    line.ends_in_comma = c == ',';
    line.goes_on = (content.back() == '-' && word.size() > 1) || edges.goes_on(word);
  }
  return line;
}

// (hoofdstuk ⏎ 7): what looks like a label closes a bracket of the line before.
bool Layout::closes_bracket(const Line& line, const Line& next) const {
  const std::string_view label = first_word(next.span.in(text_));
  const std::string_view before = line.span.in(text_);
  return label.back() == ')' && label.front() != '(' &&
         std::ranges::count(before, '(') > std::ranges::count(before, ')');
}

void Layout::find_wrapped() {
  // How many line ends before line i could have been wrapped, and after how many of them the text runs on.
  std::vector<std::size_t> wide(lines_.size(), 0);
  std::vector<std::size_t> running(lines_.size(), 0);
  for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
    const Line& line = lines_[i];
    const Line& next = lines_[i + 1];
    const bool counts = line.width >= kNarrowest && !next.span.empty() && !next.begins_item;
    wide[i + 1] = wide[i] + (counts ? 1 : 0);
    running[i + 1] = running[i] + (counts && next.begins_lower && !next.begins_name && !line.stops ? 1 : 0);
  }
  for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
    Line& line = lines_[i];
    const Line& next = lines_[i + 1];
    if (line.span.empty() || next.span.empty()) continue;
    if (next.begins_item && !closes_bracket(line, next)) continue;
    const std::size_t from = i < kWindow ? 0 : i - kWindow;
    const std::size_t to = std::min(lines_.size() - 1, i + kWindow);
    const bool runs = (running[to] - running[from]) * 100 >= (wide[to] - wide[from]) * kRunningPercent;
    if (line.goes_on) {
      line.wrapped = true;
    } else if (runs && line.width >= kNarrowest) {
      line.wrapped = (!next.begins_name && (next.begins_lower || line.ends_in_comma)) || is_full(i, from, to);
    }
  }
}

// No room is left on line i for the first word of the next. The width the text is set to is that of the third
// widest line near by (of few lines the second or first), so that two lines glued together do not count.
bool Layout::is_full(std::size_t i, std::size_t from, std::size_t to) const {
  std::array<std::size_t, 3> widest{};  // descending
  std::size_t lines = 0;
  for (std::size_t j = from; j <= to; ++j) {
    std::size_t width = lines_[j].width;
    if (width != 0) ++lines;
    for (std::size_t& place : widest) {
      if (width > place) std::swap(width, place);
    }
  }
  const std::size_t width = widest[lines >= 8 ? 2 : lines >= 5 ? 1 : 0];
  return (lines_[i].width + 1 + lines_[i + 1].first_word) * 100 > width * kFullPercent;
}

}  // namespace vraagbaak::analysis
