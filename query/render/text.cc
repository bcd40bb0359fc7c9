// SPDX-License-Identifier: EUPL-1.2
#include "query/render/text.h"

#include <algorithm>

#include "model/offset_map.h"

namespace vraagbaak::query::render {
namespace {

// `text` and spaces behind it up to `width` code points.
std::string padded(std::string text, std::size_t width) {
  const std::size_t length = count_code_points(text);
  if (length < width) text.append(width - length, ' ');
  return text;
}

// Line numbers of rising byte offsets, counted from 1.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  std::size_t line_at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset > seen_) {
      line_ += static_cast<std::size_t>(std::ranges::count(text_.substr(seen_, offset - seen_), '\n'));
      seen_ = offset;
    }
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t seen_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

std::string printable(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (byte < 0x20 || byte == 0x7F) {
      line += '?';
    } else if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      line += '?';  // U+0080–U+009F: control characters, some of which terminals obey
      ++i;
    } else {
      line += text[i];
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string describe(const Figure& figure) {
  std::string words(to_string(figure.kind));
  const auto add = [&](std::string_view piece) { words.append(" ").append(piece); };
  if (figure.value && !figure.date && !figure.from) add(figure.value->print());
  if (!figure.unit.empty()) add(figure.unit);
  if (figure.date) add(figure.date->iso());
  if (figure.from || figure.to) {
    add((figure.from ? figure.from->iso() : "") + ".." + (figure.to ? figure.to->iso() : ""));
  }
  if (figure.approx) add("approx");
  if (figure.bound != FigureBound::none) add(to_string(figure.bound));
  if (!figure.row.empty()) add("row: " + figure.row);
  if (!figure.column.empty()) add("column: " + figure.column);
  return printable(words);
}

std::string extract_text(std::string_view heading, std::string_view text, std::span<const Figure> figures,
                         const EntityList& names, const Style& style) {
  constexpr std::size_t kTextColumn = 32;
  std::string out;
  LineCounter figure_line(text);
  for (const Figure& figure : figures) {
    const std::string number = std::to_string(figure_line.line_at(figure.span.begin));
    out += "  " + style.dim(padded(number, 5)) +
           style.strong(padded(printable(figure.span.in(text)), kTextColumn)) + " " + describe(figure) + "\n";
  }
  LineCounter mention_line(text);
  for (const Mention& mention : names.mentions) {
    const std::string number = std::to_string(mention_line.line_at(mention.span.begin));
    out += "  " + style.dim(padded(number, 5)) +
           style.strong(padded(printable(mention.span.in(text)), kTextColumn)) + " " +
           std::string(to_string(mention.kind)) + "\n";
  }
  return out.empty() ? out : style.place(printable(heading)) + "\n" + out;
}

}  // namespace vraagbaak::query::render
