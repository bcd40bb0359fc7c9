// SPDX-License-Identifier: EUPL-1.2
#include "indexer/note_mark_splitter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/text/normalizer.h"

namespace vraagbaak::indexer {
namespace {

constexpr std::size_t kPage = 6'000;        // bytes that a page and its notes take at most
constexpr std::size_t kMostFigures = 120;   // of a page
constexpr std::size_t kNoteOpening = 240;   // bytes of a note in which it names what it is about
constexpr std::size_t kFarthestList = 600;  // bytes between a count and the list of what was counted
constexpr std::size_t kFewestItems = 2;
constexpr const char* kRule = "reference.note_mark";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// The number of a note: it begins a line behind a blank line, and a capital follows on the same line.
bool opens_note(std::string_view text, ByteSpan number) {
  std::size_t at = number.begin;
  while (at > 0 && is_blank(text[at - 1])) --at;
  if (at == 0 || text[at - 1] != '\n') return false;
  std::size_t above = at - 1;
  while (above > 0 && is_blank(text[above - 1])) --above;
  if (above == 0 || text[above - 1] != '\n') return false;
  std::size_t behind = number.end;
  while (behind < text.size() && is_blank(text[behind])) ++behind;
  return behind > number.end && behind < text.size() && text[behind] >= 'A' && text[behind] <= 'Z';
}

// "departement1", "failliet?1": the number glued to a word or a closing mark.
bool is_seen_as_mark(std::string_view page, std::string_view number) {
  for (std::size_t at = page.find(number); at != page.npos; at = page.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    if (end < page.size() && (is_digit(page[end]) || is_letter(page[end]))) continue;
    if (at == 0 || is_digit(page[at - 1]) || is_blank(page[at - 1]) || page[at - 1] == '\n') continue;
    const char before = page[at - 1];
    if (is_letter(before) || std::string_view("?!.;:)\"").find(before) != std::string_view::npos) return true;
  }
  return false;
}

// The word of the note's opening that has the stem of `noun`, folded; empty where it has none.
std::string word_like(std::string_view note, std::string_view noun, const analysis::Stemmer& stemmer) {
  const std::string wanted = stemmer.stem(analysis::normalize(noun));
  for (std::size_t at = 0; at < note.size();) {
    std::size_t end = at;
    while (end < note.size() && is_letter(note[end])) ++end;
    if (end > at) {
      std::string word = analysis::normalize(note.substr(at, end - at));
      if (stemmer.stem(word) == wanted) return word;
    }
    at = end + 1;
  }
  return {};
}

// Lines of the text that begin with a bullet; none where the first is too far.
std::size_t count_items(std::string_view text) {
  std::size_t items = 0;
  for (std::size_t line = 0; line < text.size();) {
    std::size_t at = line;
    while (at < text.size() && is_blank(text[at])) ++at;
    const std::string_view ink = text.substr(at);
    const bool bullet = ink.starts_with("\u2022") || ink.starts_with("\u25AA") || ink.starts_with("- ") ||
                        ink.starts_with("\u2013 ") || ink.starts_with("* ");
    if (bullet && items == 0 && at > kFarthestList) return 0;
    items += bullet ? 1 : 0;
    line = std::min(text.find('\n', line), text.size() - 1) + 1;
  }
  return items;
}

class Splitter {
 public:
  Splitter(Document& document, const analysis::Stemmer& stemmer) : document_(document), stemmer_(stemmer) {}

  void run() {
    for (std::size_t i = 0; i < document_.figures.size(); ++i) {
      if (!is_number_of_note(document_.figures[i])) continue;
      const auto count = count_of(i);
      if (!count) continue;
      Figure& number = document_.figures[i];
      split(document_.figures[*count], number.span.size());
      number.kind = FigureKind::ordinal_ref;
      number.unit.clear();
      number.rule = kRule;
    }
    if (marks_.empty()) return;
    document_.figures.insert(document_.figures.end(), marks_.begin(), marks_.end());
    std::ranges::stable_sort(document_.figures, {}, &Figure::span);
  }

 private:
  bool is_number_of_note(const Figure& figure) const {
    constexpr std::size_t kMostDigits = 2;
    const std::string_view said = figure.span.in(document_.text);
    return said.size() <= kMostDigits && std::ranges::all_of(said, is_digit) && said.front() != '0' &&
           (figure.kind == FigureKind::number || figure.kind == FigureKind::count ||
            figure.kind == FigureKind::ordinal_ref) &&
           opens_note(document_.text, figure.span);
  }

  std::size_t page_of(ByteSpan note) const {
    std::size_t begin = note.begin > kPage ? note.begin - kPage : 0;
    const auto after = std::ranges::upper_bound(document_.pages, note.begin, {},
                                                [](const Page& page) { return page.span.begin; });
    if (after != document_.pages.begin()) begin = std::max(begin, std::prev(after)->span.begin);
    const std::size_t feed = ByteSpan{begin, note.begin}.in(document_.text).rfind('\f');
    return feed == std::string_view::npos ? begin : begin + feed;
  }

  // The one count of the page that the mark of the note is glued to.
  std::optional<std::size_t> count_of(std::size_t note) const {
    const ByteSpan number = document_.figures[note].span;
    const std::string_view mark = number.in(document_.text);
    const std::size_t page = page_of(number);
    std::optional<std::size_t> only;
    for (std::size_t i = note; i > 0 && note - i < kMostFigures; --i) {
      const Figure& figure = document_.figures[i - 1];
      if (figure.span.begin < page) break;
      if (figure.rule == kRule && figure.span.in(document_.text) == mark) return std::nullopt;
      if (!ends_in(figure, mark)) continue;
      if (only) return std::nullopt;
      only = i - 1;
    }
    if (!only || is_seen_as_mark(ByteSpan{page, number.begin}.in(document_.text), mark)) return std::nullopt;
    return is_supported(document_.figures[*only], number) ? only : std::nullopt;
  }

  bool ends_in(const Figure& figure, std::string_view mark) const {
    const std::string_view said = figure.span.in(document_.text);
    return figure.kind == FigureKind::count && !figure.unit.empty() && !figure.low && !figure.high &&
           said.size() > mark.size() && said.ends_with(mark) && std::ranges::all_of(said, is_digit);
  }

  bool is_supported(const Figure& count, ByteSpan note) const {
    const std::string_view text = document_.text;
    const std::string word = word_like(text.substr(note.end, kNoteOpening), count.unit, stemmer_);
    if (word.empty()) return false;
    const std::size_t items = count_items(ByteSpan{count.span.end, note.begin}.in(text));
    if (items < kFewestItems) return false;
    const std::string_view said = count.span.in(text);
    const auto wanted = Decimal::parse(said.substr(0, said.size() - note.size()));
    const bool speaks_of_one = word != analysis::normalize(count.unit);
    return wanted && (*wanted == Decimal(static_cast<std::int64_t>(items)) ||
                      (speaks_of_one && *wanted == Decimal(static_cast<std::int64_t>(items) + 1)));
  }

  // Cuts the last `size` digits off the count.
  void split(Figure& count, std::size_t size) {
    Figure mark;
    mark.kind = FigureKind::ordinal_ref;
    mark.span = {count.span.end - size, count.span.end};
    mark.value = Decimal::parse(mark.span.in(document_.text));
    mark.rule = kRule;
    count.span.end -= size;
    count.value = Decimal::parse(count.span.in(document_.text));
    marks_.push_back(std::move(mark));
  }

  Document& document_;
  const analysis::Stemmer& stemmer_;
  std::vector<Figure> marks_;
};

}  // namespace

void split_note_marks(Document& document, const analysis::Stemmer& stemmer) {
  Splitter(document, stemmer).run();
}

}  // namespace vraagbaak::indexer
