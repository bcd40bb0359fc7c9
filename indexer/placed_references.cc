// SPDX-License-Identifier: EUPL-1.2
#include "indexer/placed_references.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vraagbaak::indexer {
namespace {

constexpr std::size_t kFarthestNote = 20'000;  // bytes between a mark and its note
constexpr std::size_t kMostDigits = 4;
constexpr std::size_t kLongestLine = 200;  // bytes of a line of contents

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

struct Note {
  std::string_view label;
  std::size_t begin = 0;
};

class Teller {
 public:
  explicit Teller(Document& document) : document_(document), text_(document.text) {
    for (const Section& section : document.sections) {
      if (section.kind == SectionKind::note && !section.label.empty())
        notes_.push_back({section.label, section.span.begin});
    }
    std::ranges::sort(notes_, {}, &Note::begin);
  }

  void run() {
    for (Figure& figure : document_.figures) {
      if (figure.kind != FigureKind::number || !figure.unit.empty()) continue;
      const std::string_view said = figure.span.in(text_);
      if (said.size() > kMostDigits || !std::ranges::all_of(said, is_digit)) continue;
      const bool begins = begins_line(figure.span.begin);
      const bool ends = ends_line(figure.span.end);
      if (ends && is_page_of_contents(figure.span.begin)) {
        make(figure, "reference.page");
        figure.row.clear();
        figure.column.clear();
      } else if (!figure.row.empty() || !figure.column.empty()) {
        continue;
      } else if (begins && has_note_below(said, figure.span.begin)) {
        make(figure, "reference.note_mark");
      } else if (begins && ends && said == document_.metadata.number) {
        make(figure, "reference.number");
      } else if (begins && ends && is_at_page_edge(figure.span)) {
        make(figure, "reference.page");
      }
    }
  }

 private:
  static void make(Figure& figure, std::string rule) {
    figure.kind = FigureKind::ordinal_ref;
    figure.approx = false;
    figure.bound = FigureBound::none;
    figure.low.reset();
    figure.high.reset();
    figure.rule = std::move(rule);
  }

  bool begins_line(std::size_t at) const {
    while (at > 0 && is_blank(text_[at - 1])) --at;
    return at == 0 || text_[at - 1] == '\n';
  }
  bool ends_line(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at == text_.size() || text_[at] == '\n';
  }

  // The first or last line of a page.
  bool is_at_page_edge(ByteSpan span) const {
    const auto after = std::ranges::upper_bound(document_.pages, span.begin, {},
                                                [](const Page& page) { return page.span.begin; });
    if (after == document_.pages.begin() || document_.pages.size() < 2) return false;
    const ByteSpan page = std::prev(after)->span;
    const auto is_empty = [&](ByteSpan it) {
      return it.in(text_).find_first_not_of(" \t\r\n\f") == std::string_view::npos;
    };
    constexpr std::size_t kFarthest = 200;  // bytes of blanks between a page number and the edge
    return (span.begin - page.begin < kFarthest && is_empty({page.begin, span.begin})) ||
           (page.end > span.end && page.end - span.end < kFarthest && is_empty({span.end, page.end}));
  }

  // A note further below that is not the line itself.
  bool has_note_below(std::string_view label, std::size_t at) const {
    constexpr std::size_t kMostNotes = 60;  // on a page
    auto note = std::ranges::upper_bound(notes_, at, {}, &Note::begin);
    for (std::size_t i = 0; i < kMostNotes && note != notes_.end(); ++i, ++note) {
      if (note->begin - at > kFarthestNote) return false;
      if (note->label == label) return true;
    }
    return false;
  }

  // "1.2 Gebouwen<tab>142", "Inleiding ........ 3"
  bool is_page_of_contents(std::size_t at) const {
    const std::size_t from = at > kLongestLine ? at - kLongestLine : 0;
    const std::string_view before = text_.substr(from, at - from);
    const std::size_t feed = before.rfind('\n');
    if (feed == std::string_view::npos && from > 0) return false;
    std::string_view line = before.substr(feed == std::string_view::npos ? 0 : feed + 1);
    const bool tab = line.ends_with('\t');
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    if (line.ends_with("...") || line.ends_with("\u2026") || line.ends_with(". .")) return true;
    return tab && !line.empty() && is_digit(line.front());
  }

  Document& document_;
  std::string_view text_;
  std::vector<Note> notes_;
};

}  // namespace

void tell_placed_references(Document& document) {
  Teller(document).run();
}

}  // namespace vraagbaak::indexer
