// SPDX-License-Identifier: EUPL-1.2
#include "query/answer/list_assembler.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/phrases/noun_phrases.h"
#include "analysis/text/normalizer.h"

namespace vraagbaak::query {

namespace {

constexpr std::size_t kFewestItems = 2;
constexpr std::size_t kMostItems = 40;
constexpr std::size_t kLongestItem = 160;    // bytes, of an item in a sentence
constexpr std::size_t kLongestBullet = 400;  // bytes

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  return span;
}

std::string folded_space(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '.' || out.back() == ';' || out.back() == ','))
    out.pop_back();
  return out;
}

// Bytes that a bullet mark or number takes at the beginning of a line, white space behind it included; 0:
// none.
std::size_t marker_size(std::string_view line) {
  static constexpr std::array<std::string_view, 7> kBullets{"-", "•", "–", "o ", "*", "▪", ""};
  for (const std::string_view bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    std::size_t size = bullet.size();
    const std::size_t mark = size;
    while (size < line.size() && is_space(line[size])) ++size;
    return size > mark || bullet.ends_with(' ') ? size : 0;
  }
  std::size_t size = 0;
  while (size < line.size() && size < 2 && line[size] >= '0' && line[size] <= '9') ++size;
  if (size == 0 && !line.empty() && line[0] >= 'a' && line[0] <= 'z') size = 1;
  if (size == 0 || size >= line.size() || (line[size] != ')' && line[size] != '.')) return 0;
  ++size;
  const std::size_t mark = size;
  while (size < line.size() && is_space(line[size])) ++size;
  return size > mark ? size : 0;
}

// Bulleted lines in a row; a bullet may go on over further lines.
void find_bullets(const PassageReading& reading, std::vector<ItemList>& lists) {
  const std::string_view text = reading.text();
  std::vector<ByteSpan> items;
  std::size_t announced_from = 0;
  const auto finish = [&] {
    if (items.size() >= kFewestItems && items.size() <= kMostItems) {
      ItemList list;
      list.places = items;
      for (const ByteSpan item : items) list.items.push_back(folded_space(item.in(text)));
      list.span = {items.front().begin, items.back().end};
      list.sentence = trimmed(text, {std::min(announced_from, list.span.begin), list.span.end});
      list.is_announced = true;
      lists.push_back(std::move(list));
    }
    items.clear();
  };
  std::size_t previous = 0;  // where the last line that is no bullet began
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const ByteSpan line = trimmed(text, {at, end});
    const std::size_t marker = marker_size(line.in(text));
    if (marker > 0) {
      if (items.empty()) announced_from = previous;
      items.push_back({line.begin + marker, line.end});
    } else if (!line.empty()) {
      if (!items.empty() && line.end - items.back().begin < kLongestBullet &&
          (line.in(text)[0] >= 'a' && line.in(text)[0] <= 'z')) {
        items.back().end = line.end;
      } else {
        finish();
        previous = line.begin;
      }
    }
    at = end + 1;
  }
  finish();
}

// ";- " between items is all that is left of bullets where the line ends are lost.
std::string item_text(std::string_view text, ByteSpan item) {
  return folded_space(ByteSpan{item.begin + marker_size(item.in(text)), item.end}.in(text));
}

// The bullet behind the colon, or the number, of a sentence that announces bullets.
std::optional<ByteSpan> joined_bullet(std::string_view text, ByteSpan sentence) {
  for (const std::string_view mark :
       {std::string_view(": - "), std::string_view(":- "), std::string_view(". - ")}) {
    const std::size_t at = sentence.in(text).rfind(mark);
    if (at == std::string_view::npos) continue;
    const ByteSpan item = trimmed(text, {sentence.begin + at + mark.size(), sentence.end});
    if (!item.empty()) return item;
  }
  return std::nullopt;
}

// Sentences in a row that begin with a bullet, in documents that lost their line ends: "- In 2014: 11. - In
// 2015: 22."
void find_bulleted_sentences(const PassageReading& reading, std::vector<ItemList>& lists) {
  const std::string_view text = reading.text();
  const auto marker_of = [&](std::size_t i) { return marker_size(reading.sentences[i].in(text)); };
  for (std::size_t i = 0; i < reading.sentences.size();) {
    std::size_t end = i;
    while (end < reading.sentences.size() && marker_of(end) > 0) ++end;
    // "… overzicht: - In 2014: 11. - In 2015: 22.": the first is behind the colon of the sentence before.
    const std::optional<ByteSpan> joined =
        i > 0 && end > i ? joined_bullet(text, reading.sentences[i - 1]) : std::nullopt;
    const std::size_t count = end - i + (joined ? 1 : 0);
    if (count >= kFewestItems && count <= kMostItems) {
      ItemList list;
      if (joined) {
        list.places.push_back(*joined);
        list.items.push_back(item_text(text, *joined));
      }
      for (std::size_t k = i; k < end; ++k) {
        const ByteSpan sentence = reading.sentences[k];
        list.places.push_back({sentence.begin + marker_of(k), sentence.end});
        list.items.push_back(folded_space(list.places.back().in(text)));
      }
      list.span = trimmed(
          text, {joined ? joined->begin : reading.sentences[i].begin, reading.sentences[end - 1].end});
      list.sentence = {i > 0 ? reading.sentences[i - 1].begin : list.span.begin, list.span.end};
      list.is_announced = i > 0;
      lists.push_back(std::move(list));
    }
    i = std::max(end, i + 1);
  }
}

// Cuts [from, to) at commas, semicolons and "en"/"of" into items; at commas alone where one stands before the
// last "en": "Kunst, Natuur en Samenleving, en Heelal".
std::vector<ByteSpan> cut_series(std::string_view text, ByteSpan span) {
  std::vector<ByteSpan> items;
  const std::string_view words = span.in(text);
  const bool at_commas =
      words.find(", en ") != std::string_view::npos || words.find(", of ") != std::string_view::npos;
  std::size_t begin = span.begin;
  const auto cut = [&](std::size_t end, std::size_t next) {
    const ByteSpan item = trimmed(text, {begin, end});
    if (!item.empty()) items.push_back(item);
    begin = next;
  };
  int depth = 0;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') depth = std::max(0, depth - 1);
    if (depth > 0) continue;
    const bool decimal = text[i] == ',' && i + 1 < span.end && !is_space(text[i + 1]);
    if ((text[i] == ',' && !decimal) || text[i] == ';' || text[i] == '/') {
      if (text[i] == '/' && !(i > 0 && is_space(text[i - 1]))) continue;
      cut(i, i + 1);
    } else if (is_space(text[i])) {
      const bool is_behind_comma = i > span.begin && text[i - 1] == ',';
      if (at_commas && !is_behind_comma) continue;
      for (const std::string_view word :
           {std::string_view("en"), std::string_view("of"), std::string_view("alsook")}) {
        const std::size_t after = i + 1 + word.size();
        if (after < span.end && text.substr(i + 1, word.size()) == word && is_space(text[after])) {
          cut(i, after);
          break;
        }
      }
    }
  }
  cut(span.end, span.end);
  return items;
}

// Words before the first item of a series that no colon announces: "terreinen in Amel, Gent en Brecht".
constexpr std::array<std::string_view, 26> kBeforeItems{
    "aan", "als",   "bij", "de",   "door", "een", "heeft", "het", "in",  "is",   "met",   "naar", "namelijk",
    "om",  "onder", "op",  "over", "per",  "te",  "tot",   "uit", "van", "voor", "waren", "was",  "zijn"};

// The item behind the last of those words; the whole where none stands in it.
ByteSpan without_head(std::string_view text, ByteSpan item) {
  std::size_t begin = item.begin;
  for (std::size_t at = item.begin; at < item.end;) {
    std::size_t end = at;
    while (end < item.end && !is_space(text[end])) ++end;
    const std::string_view word = ByteSpan{at, end}.in(text);
    if (end < item.end && std::ranges::find(kBeforeItems, word) != kBeforeItems.end()) begin = end + 1;
    at = end + 1;
  }
  return trimmed(text, {begin, item.end});
}

std::optional<ItemList> list_of(std::string_view text, const std::vector<ByteSpan>& items, ByteSpan sentence,
                                bool is_announced) {
  if (items.size() < kFewestItems || items.size() > kMostItems) return std::nullopt;
  ItemList list;
  list.places = items;
  for (const ByteSpan item : items) {
    if (item.empty() || item.size() > kLongestItem) return std::nullopt;
    list.items.push_back(item_text(text, item));
    if (list.items.back().empty()) return std::nullopt;
  }
  list.span = {items.front().begin, items.back().end};
  list.sentence = sentence;
  list.is_announced = is_announced;
  return list;
}

// Where the words stand in an item at which a series ends or begins: verbs, and what begins a clause.
struct Breaks {
  std::size_t first = 0;  // begin of the first such word
  std::size_t last = 0;   // end of the last one
  bool any = false;
};
Breaks breaks_in(std::string_view text, ByteSpan item, const analysis::NounPhraseFinder& words) {
  static constexpr std::array<std::string_view, 12> kClauseWords{
      "die",       "dat",   "waar",     "waarbij", "omdat", "waarvan",
      "waaronder", "zoals", "namelijk", "terwijl", "als",   "indien"};
  Breaks breaks;
  for (std::size_t at = item.begin; at < item.end;) {
    while (at < item.end && is_space(text[at])) ++at;
    std::size_t end = at;
    while (end < item.end && !is_space(text[end])) ++end;
    if (end == at) break;
    const std::string word = analysis::normalize(ByteSpan{at, end}.in(text));
    const bool is_break = std::ranges::find(kClauseWords, word) != kClauseWords.end() ||
                          analysis::is_verbal(words.role_of(word));
    if (is_break) {
      if (!breaks.any) breaks.first = at;
      breaks.any = true;
      breaks.last = end;
    }
    at = end;
  }
  return breaks;
}

// An item behind the first that a preposition opens goes on with the sentence, not with the series: "in Gent
// en Aalst, naast andere"; unless the first has the same one before it: "in Gent, in Aalst".
bool goes_on_otherwise(std::string_view text, ByteSpan first, ByteSpan item) {
  static constexpr std::array<std::string_view, 20> kPrepositions{
      "aan", "bij",  "door", "in",    "met",   "na",  "naar",   "naast", "om",      "onder",
      "op",  "over", "per",  "sinds", "tegen", "tot", "tussen", "uit",   "volgens", "voor"};
  const std::string_view said = item.in(text);
  const std::string_view word = said.substr(0, said.find(' '));
  if (word.size() == said.size() || std::ranges::find(kPrepositions, word) == kPrepositions.end())
    return false;
  const std::string_view before = text.substr(0, first.begin);
  return !before.ends_with(std::string(word) + ' ');
}

// The series of a sentence that no colon announces: items in a row between two verbs, as in "Er zijn kantoren
// in Gent, Brugge en Aalst geopend".
void find_bare_series(std::string_view text, ByteSpan sentence, const analysis::NounPhraseFinder& words,
                      std::vector<ItemList>& lists) {
  const std::vector<ByteSpan> items = cut_series(text, sentence);
  if (items.size() < kFewestItems) return;
  std::vector<ByteSpan> run;
  const auto begin_with = [&](ByteSpan item, const Breaks& breaks) {
    if (breaks.any) item.begin = breaks.last;
    item = without_head(text, trimmed(text, item));
    run.clear();
    if (!item.empty()) run.push_back(item);
  };
  const auto finish = [&] {
    if (auto list = list_of(text, run, sentence, false)) lists.push_back(*std::move(list));
  };
  begin_with(items.front(), breaks_in(text, items.front(), words));
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (!run.empty() && goes_on_otherwise(text, run.front(), items[i])) {
      finish();
      begin_with(items[i], breaks_in(text, items[i], words));
      continue;
    }
    const Breaks breaks = breaks_in(text, items[i], words);
    const ByteSpan said = trimmed(text, {items[i].begin, breaks.any ? breaks.first : items[i].end});
    if (!run.empty() && !said.empty()) run.push_back(said);
    const bool is_last = i + 1 == items.size();
    if (breaks.any || is_last) finish();
    if (breaks.any || run.empty()) begin_with(items[i], breaks);
  }
}

std::optional<ItemList> announced_series(std::string_view text, ByteSpan span, ByteSpan sentence) {
  return list_of(text, cut_series(text, span), sentence, true);
}

void find_series(const PassageReading& reading, const analysis::NounPhraseFinder& words,
                 std::vector<ItemList>& lists) {
  const std::string_view text = reading.text();
  for (const ByteSpan sentence : reading.sentences) {
    // A series has a comma or "en" and is announced by a colon or stands in brackets; otherwise it is looked
    // for between the verbs.
    if (sentence.in(text).find(',') == std::string_view::npos &&
        sentence.in(text).find(" en ") == std::string_view::npos) {
      continue;
    }
    bool any = false;
    if (const std::size_t colon = sentence.in(text).find(": "); colon != std::string_view::npos) {
      if (auto list = announced_series(text, {sentence.begin + colon + 2, sentence.end}, sentence)) {
        lists.push_back(*std::move(list));
        any = true;
      }
    }
    if (const std::size_t open = sentence.in(text).find('('); open != std::string_view::npos) {
      const std::size_t close = sentence.in(text).find(')', open);
      if (close != std::string_view::npos) {
        auto list = announced_series(text, {sentence.begin + open + 1, sentence.begin + close}, sentence);
        if (list && list->items.size() > 2) {
          lists.push_back(*std::move(list));
          any = true;
        }
      }
    }
    if (!any) find_bare_series(text, sentence, words, lists);
  }
}

}  // namespace

std::vector<ItemList> find_lists(const PassageReading& reading, const analysis::NounPhraseFinder& words) {
  std::vector<ItemList> lists;
  find_bullets(reading, lists);
  if (lists.empty()) find_bulleted_sentences(reading, lists);
  find_series(reading, words, lists);
  return lists;
}

}  // namespace vraagbaak::query
