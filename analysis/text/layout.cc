// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/layout.h"

#include <algorithm>
#include <array>

#include "analysis/text/character.h"
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

bool is_bullet(char32_t c) {
  return c == '-' || c == 0x2013 || c == 0x2022 || c == '*' || c == 0x25AA || c == 0x25CF || c == 0xB7 ||
         c == 0x2192 || (c >= 0xE000 && c <= 0xF8FF);  // Word's symbol fonts land in the private use area
}

// 1.  12)  a)  b.  3°  iv) and a bullet, with a space after it.
bool begins_item(std::string_view line) {
  const Character first = character_at(line, 0);
  const auto space_at = [line](std::size_t at) {
    return at >= line.size() || character_at(line, at).is_space();
  };
  if (is_bullet(first.code_point)) return space_at(first.size);
  std::size_t at = first.code_point == '(' ? 1U : 0U;
  const std::size_t begin = at;
  while (at < line.size() && at < begin + 4 && character_at(line, at).is_digit()) ++at;
  if (at == begin && character_at(line, at).kind == CharacterKind::lower) ++at;
  if (at == begin || at > begin + 3) return false;
  const Character mark = character_at(line, at);
  if (mark.code_point != '.' && mark.code_point != ')' && mark.code_point != 0xB0) return false;
  return space_at(at + mark.size);
}

std::string_view last_word(std::string_view line) {
  const std::size_t space = line.find_last_of(" \t");
  return space == std::string_view::npos ? line : line.substr(space + 1);
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
  line.first_word = count_code_points(content.substr(0, content.find_first_of(" \t")));
  line.begins_lower = character_at(content, 0).kind == CharacterKind::lower;
  line.begins_item = analysis::begins_item(content);
  const std::size_t last = content.find_last_not_of(")]'\"");
  if (last != std::string_view::npos) {
    const char c = content[last];
    line.stops = c == '.' || c == '?' || c == '!' || c == ':' || c == ';';
    line.goes_on = c == ',' || c == '-' || edges.goes_on(last_word(content));
  }
  return line;
}

void Layout::find_wrapped() {
  for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
    Line& line = lines_[i];
    const Line& next = lines_[i + 1];
    if (line.span.empty() || next.span.empty() || next.begins_item) continue;
    // The width the text is set to: the third widest line near by, so that two lines glued together do not
    // count.
    std::array<std::size_t, 3> widest{};
    std::size_t pairs = 0;
    std::size_t running = 0;
    const std::size_t from = i < kWindow ? 0 : i - kWindow;
    const std::size_t to = std::min(lines_.size() - 1, i + kWindow);
    for (std::size_t j = from; j <= to; ++j) {
      const std::size_t width = lines_[j].width;
      if (width > widest[2]) {
        widest[2] = width;
        std::ranges::sort(widest, std::greater<>());
      }
      if (j < to && !lines_[j].span.empty() && !lines_[j + 1].span.empty()) {
        ++pairs;
        if (lines_[j + 1].begins_lower && !lines_[j].stops) ++running;
      }
    }
    if (running * 100 < pairs * kRunningPercent) continue;
    const std::size_t width = widest[2] != 0 ? widest[2] : widest[0];
    const bool full = line.width >= kNarrowest && line.width + 1 + next.first_word > width;
    if (next.begins_lower) {
      line.wrapped = line.width >= kNarrowest || line.goes_on;
    } else {
      line.wrapped = full || (line.goes_on && line.width >= kNarrowest);
    }
  }
}

}  // namespace vraagbaak::analysis
