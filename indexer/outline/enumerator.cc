// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/enumerator.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/text/ascii_runs.h"

namespace vraagbaak::indexer {
namespace {

// More parts than this no question has; a bigger number is a quantity or a year.
constexpr int kMostParts = 199;
// A range that spans more is no list of parts.
constexpr int kLongestRange = 60;
constexpr std::size_t kMostItems = 40;
// A text with more enumerators is no question and no answer; its first ones are read.
constexpr std::size_t kMostEnumerators = 20'000;
// Letters a word must have for an enumerator glued to it to count: "m2. De" and "CO2. De" are none.
constexpr std::size_t kGluedWord = 4;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
constexpr std::array<bool, 256> kLetters = [] {
  std::array<bool, 256> letters{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) letters[c] = letters[c - 'a' + 'A'] = true;
  for (std::size_t c = 0xC3; c < letters.size(); ++c) letters[c] = true;
  return letters;
}();
bool is_letter(char c) {
  return kLetters[static_cast<unsigned char>(c)];
}
// Letters, digits and what an item may open with.
constexpr std::array<bool, 256> kMayOpen = [] {
  std::array<bool, 256> may_open = kLetters;
  for (std::size_t c = '0'; c <= '9'; ++c) may_open[c] = true;
  may_open['('] = true;
  return may_open;
}();
char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// One "3.", "3", "a)", "(b)".
struct Item {
  PartNumber part;
  std::size_t end = 0;
  bool terminated = false;  // by a full stop, bracket or colon
};

class Reader {
 public:
  Reader(std::string_view text, ByteSpan range, const OutlineRules& rules)
      : text_(text.substr(0, std::min(range.end, text.size()))),
        range_(range),
        parts_(rules.words("word.part")),
        cites_(rules.words("word.cites")),
        ranges_(rules.words("word.range")),
        joins_(rules.words("word.join")) {
    for (const std::string& word : parts_) {
      if (word.size() > 1) part_begins_[beginning(word[0], word[1])] = true;
    }
  }

  std::vector<Enumerator> find() const {
    std::vector<Enumerator> found;
    std::size_t at = std::min(range_.begin, text_.size());
    while (at < text_.size() && found.size() < kMostEnumerators) {
      const char c = text_[at];
      if (!kMayOpen[static_cast<unsigned char>(c)]) {
        ++at;
        continue;
      }
      // Of words longer than a letter only those that name a part can open one.
      if (is_letter(c) && at + 1 < text_.size() && is_letter(text_[at + 1]) &&
          !part_begins_[beginning(c, text_[at + 1])]) {
        at = skip_letters(at);
        continue;
      }
      std::optional<Enumerator> hit = is_digit(c) ? at_digit(at) : at_letter(at);
      if (hit) {
        at = std::max(hit->span.end, at + 1);
        found.push_back(std::move(*hit));
      } else if (is_digit(c)) {
        while (at < text_.size() && is_digit(text_[at])) ++at;
      } else if (is_letter(c)) {
        at = skip_letters(at);
      } else {
        ++at;
      }
    }
    return found;
  }

  std::vector<PartNumber> whole_list() const {
    const auto list = items(range_.begin, true);
    if (!list) return {};
    return skip_space(list->end) >= text_.size() ? list->parts : std::vector<PartNumber>{};
  }

 private:
  struct ItemList {
    std::vector<PartNumber> parts;
    std::size_t end = 0;
    bool terminated = false;
  };

  std::size_t skip_space(std::size_t at) const {
    while (at < text_.size() && is_space(text_[at])) ++at;
    return at;
  }
  std::size_t skip_letters(std::size_t at) const {
    at = analysis::letters_end(text_, at);
    while (at < text_.size() && is_letter(text_[at])) at = analysis::letters_end(text_, at + 1);
    return at;
  }
  bool at_end(std::size_t at) const { return at >= text_.size(); }

  std::optional<Enumerator> at_digit(std::size_t at) const {
    // "18. 7713. Er": four digits where a group of thousands has three: the last one opens a part.
    if (digits_from(at) == 4 && after_thousands(at) && starts_sentence_after(at + 4)) {
      if (auto list = items(at + 3, false); list && list->terminated)
        return Enumerator{{at + 3, list->end}, std::move(list->parts), EnumeratorPlace::glued, false};
    }
    const auto place = place_of(at);
    if (!place) return behind_figure(at);
    if (*place == EnumeratorPlace::glued && !starts_sentence_after(at + digits_from(at))) return std::nullopt;
    auto list = items(at, false);
    if (!list) return behind_figure(at);
    if (!list->terminated) return bare_number(at, *list, *place);
    if (looks_like_quantity(at, list->end)) return std::nullopt;
    return Enumerator{{at, list->end}, std::move(list->parts), *place, false};
  }

  // "2016: 1392. Hieronder": the last digit of a figure that lost its line end may open a part. Years are
  // left alone.
  std::optional<Enumerator> behind_figure(std::size_t at) const {
    const std::size_t run = digits_from(at);
    if (run < 2 || run > 7 || !starts_sentence_after(at + run)) return std::nullopt;
    const bool year = run == 4 && (text_.substr(at, 2) == "19" || text_.substr(at, 2) == "20");
    const std::size_t last = at + run - 1;
    if (year || text_[last] == '0' || text_[last + 1] != '.') return std::nullopt;
    return Enumerator{{last, last + 2}, {{text_[last] - '0', 0}}, EnumeratorPlace::figure, false};
  }

  std::optional<Enumerator> at_letter(std::size_t at) const {
    const bool bracket = text_[at] == '(';
    const std::size_t letter = bracket ? at + 1 : at;
    if (at_end(letter)) return std::nullopt;
    const bool opens_part = is_lower(text_[letter]) && letter + 1 < text_.size() && text_[letter + 1] == ')';
    const bool dotted = !bracket && is_lower(text_[letter]) && letter + 2 < text_.size() &&
                        text_[letter + 1] == '.' && text_[letter + 2] == ' ' && begins_line(at);
    const bool listed = !bracket && is_lower(text_[letter]) && letter + 1 < text_.size() &&
                        (text_[letter + 1] == ' ' || text_[letter + 1] == ',');
    const bool number_in_brackets = bracket && is_digit(text_[letter]);
    if (opens_part || dotted || listed || number_in_brackets) {
      const auto place = place_of(at);
      if (!place || *place == EnumeratorPlace::glued) return std::nullopt;
      auto list = items(at, dotted);
      if (!list || !list->terminated) return std::nullopt;
      return Enumerator{{at, list->end}, std::move(list->parts), *place, false};
    }
    return bracket ? std::nullopt : named_part(at);
  }

  // Two letters in either case as a number; other characters share theirs with letters.
  static std::size_t beginning(char first, char second) {
    return (static_cast<std::size_t>(first) % 32) * 32 + static_cast<std::size_t>(second) % 32;
  }

  // "Vraag 4:", "Antwoord op vraag 1."; the word list is short, and most words fail on their first two
  // letters.
  std::optional<Enumerator> named_part(std::size_t at) const {
    if (at > range_.begin && is_letter(text_[at - 1])) {
      if (!is_upper(text_[at]) || !is_lower(text_[at - 1])) return std::nullopt;
    }
    if (at + 1 >= text_.size() || !part_begins_[beginning(text_[at], text_[at + 1])]) return std::nullopt;
    for (const std::string& word : parts_) {
      if (!starts_with_folded(at, word)) continue;
      const std::size_t list_at = skip_space(at + word.size());
      if (list_at == at + word.size() || at_end(list_at) || !is_digit(text_[list_at])) continue;
      const auto place = place_of(at);
      if (!place) return std::nullopt;
      auto list = items(list_at, false);
      if (!list) continue;
      std::size_t end = list->end;
      // "(cf. punt 2), wat": a bracket that closes belongs to one that opened before.
      if (list->terminated && text_[end - 1] == ')') continue;
      if (!list->terminated) {
        if (!at_end(end) && text_[end] != ':' && text_[end] != '\n') continue;
        if (!at_end(end) && text_[end] == ':') ++end;
      }
      return Enumerator{{at, end}, std::move(list->parts), *place, false};
    }
    return std::nullopt;
  }

  bool starts_with_folded(std::size_t at, std::string_view word) const {
    if (text_.size() - at < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
      if (lower(text_[at + i]) != word[i]) return false;
    return true;
  }

  // A number that opens a line without any mark: "1 Kan de minister".
  std::optional<Enumerator> bare_number(std::size_t at, const ItemList& list, EnumeratorPlace place) const {
    if (place != EnumeratorPlace::line || list.parts.size() != 1 || list.parts[0].letter != 0)
      return std::nullopt;
    const std::size_t next = skip_space(list.end);
    if (next == list.end || at_end(next) || !is_upper(text_[next])) return std::nullopt;
    return Enumerator{{at, list.end}, list.parts, place, true};
  }

  bool begins_line(std::size_t at) const {
    while (at > range_.begin) {
      const char c = text_[at - 1];
      if (c == '\n' || c == '\f') return true;
      if (!is_space(c)) return false;
      --at;
    }
    return true;
  }

  // What stands before `at`; nullopt where no enumerator can stand there.
  std::optional<EnumeratorPlace> place_of(std::size_t at) const {
    std::size_t before = at;
    bool line = false;
    // White space runs are cut short: far-off text says nothing.
    for (int steps = 0; before > range_.begin && is_space(text_[before - 1]) && steps < 200; ++steps) {
      line = line || text_[before - 1] == '\n' || text_[before - 1] == '\f';
      --before;
    }
    if (before == range_.begin || line) return EnumeratorPlace::line;
    const char c = text_[before - 1];
    const bool glued = before == at;
    if (c == ';' || c == ':') return EnumeratorPlace::listed;
    if (c == '?' || c == '!' || c == ')' || c == ']' || c == '"' || c == '\'')
      return EnumeratorPlace::sentence;
    if (c == '.') {
      if (cites(before - 1)) return std::nullopt;
      // "2.3. De" is a decimal label, not part 3; "in 2016.2. Wat" is a full stop.
      if (glued && before >= 2 && is_digit(text_[before - 2]) && digits_before(before - 1) < 3)
        return std::nullopt;
      return EnumeratorPlace::sentence;
    }
    const std::string_view tail = text_.substr(range_.begin, before - range_.begin);
    for (const std::string_view closer : {"”", "’", "»", "…", "•"})
      if (tail.ends_with(closer)) return EnumeratorPlace::sentence;
    // An address that a sentence ends in: "…/student/nl/2. en 3."
    if (c == '/' && glued) return EnumeratorPlace::sentence;
    if (glued && is_lower(c)) {
      std::size_t letters = 0;
      while (letters < kGluedWord && before > range_.begin + letters && is_lower(text_[before - 1 - letters]))
        ++letters;
      if (letters == kGluedWord) return EnumeratorPlace::glued;
    }
    return std::nullopt;
  }

  // "nr. 2", "art. 3": the full stop at `stop` ends an abbreviation that takes a number.
  bool cites(std::size_t stop) const {
    for (const std::string& word : cites_) {
      if (stop < range_.begin + word.size()) continue;
      const std::size_t begin = stop - word.size();
      if (begin > range_.begin && is_letter(text_[begin - 1])) continue;
      if (starts_with_folded(begin, word)) return true;
    }
    return false;
  }

  std::size_t digits_from(std::size_t at) const {
    std::size_t count = 0;
    while (at + count < text_.size() && count < 12 && is_digit(text_[at + count])) ++count;
    return count;
  }
  std::size_t digits_before(std::size_t at) const {
    std::size_t count = 0;
    while (at > range_.begin + count && count < 12 && is_digit(text_[at - 1 - count])) ++count;
    return count;
  }
  bool after_thousands(std::size_t at) const {
    std::size_t before = at;
    if (before > range_.begin && text_[before - 1] == ' ') --before;
    return before >= range_.begin + 2 && text_[before - 1] == '.' && is_digit(text_[before - 2]);
  }
  // ". Er", ".Er", ". a)": full stop and a capital or a lettered part.
  bool starts_sentence_after(std::size_t at) const {
    if (at_end(at) || text_[at] != '.') {
      // "voorgelegd2 en 3. De" does not occur; "…1) De" does.
      if (at_end(at) || text_[at] != ')') return false;
    }
    const std::size_t next = skip_space(at + 1);
    return !at_end(next) && (is_upper(text_[next]) || (next + 1 < text_.size() && text_[next + 1] == ')'));
  }

  // "50. 453.318 euro", "1. 825.000": thousands broken by a space. Also "3. 5" in a decimal label.
  bool looks_like_quantity(std::size_t begin, std::size_t end) const {
    if (end > begin && text_[end - 1] != '.') return false;
    if (!at_end(end) && is_digit(text_[end])) return true;
    const std::size_t next = skip_space(end);
    const std::size_t run = digits_from(next);
    if (run != 3) return false;
    const std::size_t after = next + run;
    if (at_end(after)) return true;
    if ((text_[after] == '.' || text_[after] == ',') && after + 1 < text_.size() &&
        is_digit(text_[after + 1]))
      return true;
    // "2. 100 dossiers": a part at a line's begin, thousands elsewhere.
    return !begins_line(begin) && next == end + 1 && text_[after] == ' ' && begin > range_.begin &&
           text_[begin - 1] == ' ' && begin >= 2 && text_[begin - 2] == ':';
  }

  std::optional<Item> item(std::size_t at, bool dotted_letters) const {
    if (at_end(at)) return std::nullopt;
    const bool bracket = text_[at] == '(';
    if (bracket) ++at;
    if (at_end(at)) return std::nullopt;
    Item found;
    if (is_digit(text_[at])) {
      const std::size_t run = digits_from(at);
      if (run > 3 || text_[at] == '0') return std::nullopt;
      for (std::size_t i = 0; i < run; ++i)
        found.part.number = found.part.number * 10 + (text_[at + i] - '0');
      if (found.part.number > kMostParts) return std::nullopt;
      found.end = at + run;
    } else if (is_lower(text_[at]) && !(at + 1 < text_.size() && is_letter(text_[at + 1]))) {
      found.part.letter = text_[at];
      found.end = at + 1;
    } else {
      return std::nullopt;
    }
    if (!at_end(found.end)) {
      const char mark = text_[found.end];
      const bool dot_counts = found.part.letter == 0 || dotted_letters;
      if (mark == ')' || (mark == '.' && dot_counts && !bracket)) {
        found.terminated = true;
        ++found.end;
        if (!at_end(found.end) && mark == '.' && text_[found.end] == ')') ++found.end;
      }
    }
    if (bracket && !found.terminated) return std::nullopt;
    return found;
  }

  struct Join {
    std::size_t end = 0;
    bool range = false;
  };
  // ",", "en", ", en", "tot": what stands between two items; nullopt where nothing joins.
  std::optional<Join> join(std::size_t at) const {
    std::size_t next = skip_space(at);
    if (next > at + 8 || at_end(next)) return std::nullopt;
    bool joined = false;
    if (text_[next] == ',' || text_[next] == ';') {
      joined = true;
      next = skip_space(next + 1);
    }
    for (const bool range : {true, false}) {
      for (const std::string& word : range ? ranges_ : joins_) {
        if (!starts_with_folded(next, word)) continue;
        const std::size_t after = next + word.size();
        const bool sign = !is_letter(word.back()) && word.back() != '.';
        if (!sign && !at_end(after) && !is_space(text_[after]) && !is_digit(text_[after])) continue;
        return Join{skip_space(after), range};
      }
    }
    if (joined) return Join{next, false};
    return std::nullopt;
  }

  // The longest list of items from `at` that ends in a terminated one, or else its first item alone;
  // `unmarked`: none needs a mark (a header's list).
  std::optional<ItemList> items(std::size_t at, bool unmarked) const {
    auto current = item(at, unmarked);
    if (!current) return std::nullopt;
    ItemList list;
    int number = current->part.number;
    std::vector<PartNumber> parts{current->part};
    list = {parts, current->end, current->terminated};
    bool any_terminated = current->terminated;
    for (std::size_t n = 1; n < kMostItems; ++n) {
      // "2. a)": a letter follows its number without a joint.
      if (parts.back().letter == 0) {
        const std::size_t next = skip_space(current->end);
        auto letter = next <= current->end + 8 ? item(next, false) : std::nullopt;
        if (letter && letter->part.letter != 0 && (letter->terminated || join(letter->end))) {
          letter->part.number = number;
          parts.back() = letter->part;
          current = letter;
          if (letter->terminated) {
            any_terminated = true;
            list = {parts, letter->end, true};
          }
          continue;
        }
      }
      const auto joint = join(current->end);
      if (!joint) break;
      auto next = item(joint->end, unmarked);
      if (!next) break;
      if (next->part.number != 0)
        number = next->part.number;
      else
        next->part.number = number;
      if (joint->range && !extend_range(parts, next->part)) break;
      if (!joint->range) parts.push_back(next->part);
      current = next;
      if (next->terminated || unmarked) {
        any_terminated = any_terminated || next->terminated;
        list = {parts, next->end, next->terminated};
      }
    }
    list.terminated = list.terminated || (unmarked && any_terminated);
    return list;
  }

  static bool extend_range(std::vector<PartNumber>& parts, PartNumber last) {
    const PartNumber first = parts.back();
    if (first.letter == 0 && last.letter == 0) {
      if (last.number <= first.number || last.number - first.number > kLongestRange) return false;
      for (int n = first.number + 1; n <= last.number; ++n) parts.push_back({n, 0});
      return true;
    }
    if (first.letter == 0 || last.letter <= first.letter || first.number != last.number) return false;
    for (char letter = static_cast<char>(first.letter + 1); letter <= last.letter; ++letter)
      parts.push_back({first.number, letter});
    return true;
  }

  std::string_view text_;
  ByteSpan range_;
  const std::vector<std::string>& parts_;
  const std::vector<std::string>& cites_;
  const std::vector<std::string>& ranges_;
  const std::vector<std::string>& joins_;
  std::array<bool, 1024> part_begins_{};  // by the first two letters of parts_
};

}  // namespace

std::string to_string(PartNumber part) {
  std::string out = part.number == 0 ? std::string() : std::to_string(part.number);
  if (part.letter != 0) {
    if (!out.empty()) out.append(1, '.');
    out.append(1, part.letter);
  }
  return out;
}

std::vector<Enumerator> find_enumerators(std::string_view text, ByteSpan range, const OutlineRules& rules) {
  return Reader(text, range, rules).find();
}

std::vector<PartNumber> parse_part_list(std::string_view list, const OutlineRules& rules) {
  return Reader(list, {0, list.size()}, rules).whole_list();
}

}  // namespace vraagbaak::indexer
