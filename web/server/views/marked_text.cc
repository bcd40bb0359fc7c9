// SPDX-License-Identifier: EUPL-1.2
#include "web/server/views/marked_text.h"

#include <algorithm>

namespace vraagbaak::web {
namespace {

// The stretch `span` (of the marks' text), in which all `marks` hold from end to end.
void write_stretch(HtmlWriter& html, std::string_view text, std::size_t begin,
                   const std::vector<const TextMark*>& marks) {
  std::string style;
  std::string id;
  std::string title;
  std::string link;
  for (const TextMark* mark : marks) {
    style.append(style.empty() ? "" : " ").append(mark->style);
    if (mark->span.begin == begin && id.empty()) id = mark->id;
    if (!mark->title.empty()) title = mark->title;
    if (!mark->link.empty()) link = mark->link;
  }
  if (!link.empty()) {
    html.open("a", {{"class", style}, {"id", id}, {"title", title}, {"href", link}});
  } else {
    html.open("mark", {{"class", style}, {"id", id}, {"title", title}});
  }
  html.text(text);
  html.close();
}

}  // namespace

std::string joined(std::string_view first, std::string_view second) {
  return std::string(first).append(second);
}

std::string numbered(std::string_view name, std::size_t number) {
  return std::string(name).append(std::to_string(number));
}

void write_marked(HtmlWriter& html, std::string_view text, std::size_t begin,
                  const std::vector<TextMark>& marks) {
  const std::size_t end = begin + text.size();
  const auto piece = [&](std::size_t from, std::size_t to) { return text.substr(from - begin, to - from); };
  std::vector<const TextMark*> open;
  auto next = marks.begin();
  std::size_t at = begin;
  while (at < end) {
    while (next != marks.end() && next->span.begin <= at) {
      if (next->span.end > at) open.push_back(&*next);
      ++next;
    }
    std::erase_if(open, [at](const TextMark* mark) { return mark->span.end <= at; });
    std::size_t until = next != marks.end() ? std::min(end, next->span.begin) : end;
    for (const TextMark* mark : open) until = std::min(until, mark->span.end);
    if (open.empty()) {
      html.text(piece(at, until));
    } else {
      write_stretch(html, piece(at, until), at, open);
    }
    at = until;
  }
}

}  // namespace vraagbaak::web
