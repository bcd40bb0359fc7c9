// SPDX-License-Identifier: EUPL-1.2
#include "indexer/outline/table_header.h"

#include <algorithm>

namespace vraagbaak::indexer {
namespace {

using Names = std::vector<std::string>;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Names split_words(std::string_view text) {
  Names words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Names on one line that two or more blanks, or a tab, keep apart.
Names split_gaps(std::string_view line) {
  Names names;
  std::string name;
  std::size_t blanks = 0;
  bool tab = false;
  for (const char c : line) {
    if (is_blank(c)) {
      ++blanks;
      tab = tab || c == '\t';
      continue;
    }
    if ((blanks > 1 || tab) && !name.empty()) {
      names.push_back(std::move(name));
      name.clear();
    } else if (blanks > 0 && !name.empty()) {
      name += ' ';
    }
    blanks = 0;
    tab = false;
    name += c;
  }
  if (!name.empty()) names.push_back(std::move(name));
  return names;
}

bool opens_name(const std::string& word) {
  const auto c = static_cast<unsigned char>(word.front());
  if (c == 0xC3 && word.size() > 1) return static_cast<unsigned char>(word[1]) <= 0x9E;
  return (c >= 'A' && c <= 'Z') || is_digit(word.front()) || c == '#' || c == '%' || word.starts_with("€");
}

// "(MEUR)" says more of the name before it; "#" waits for the name behind it.
bool hangs_on(const std::string& word) {
  return word.front() == '(' || word.front() == '[' || word == "%)";
}
bool waits(const std::string& word) {
  return word == "#" || word == "%" || word == "€";
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::ranges::all_of(word, is_digit);
}

// What begins a name besides capitals, digits and signs. `small_words`: a lower-case word that is no function
// word too; `words_alone`: a year does not ("Meldingen 2021").
enum class Opening { capitals, small_words, words_alone };

Names divide_words(const Names& words, Opening opening, const OutlineRules& rules) {
  const bool loose = opening == Opening::small_words;
  Names names;
  bool open_bracket = false;
  const std::vector<std::string>& functions = rules.words("word.function");
  const auto is_function_word = [&functions](const std::string& word) {
    return std::ranges::find(functions, word) != functions.end();
  };
  bool joins_next = false;
  for (const std::string& word : words) {
    const bool year = opening == Opening::words_alone && is_year(word);
    const bool starts = !open_bracket && !joins_next && !hangs_on(word) && !year &&
                        (opens_name(word) || (loose && !is_function_word(word)));
    if (names.empty() || starts) {
      names.push_back(word);
    } else {
      names.back().append(1, ' ').append(word);
    }
    joins_next = waits(word) || is_function_word(word);
    if (word.find('(') != std::string::npos) open_bracket = true;
    if (word.find(')') != std::string::npos) open_bracket = false;
  }
  return names;
}

std::optional<TableHeader> fit(Names names, std::size_t columns) {
  if (names.size() == columns) return TableHeader{"", std::move(names)};
  if (names.size() != columns + 1) return std::nullopt;
  TableHeader header;
  header.label_column = std::move(names.front());
  header.columns.assign(std::make_move_iterator(names.begin() + 1), std::make_move_iterator(names.end()));
  return header;
}

// Header lines with no blank line between them hold one name each, wrapped.
Names paragraphs(std::string_view text, const std::vector<ByteSpan>& lines) {
  Names names;
  std::vector<ByteSpan> open;
  for (const ByteSpan line : lines) {
    const bool gap = !open.empty() &&
                     std::ranges::count(text.substr(open.back().end, line.begin - open.back().end), '\n') > 1;
    if (gap) {
      names.push_back(join_lines(text, open));
      open.clear();
    }
    open.push_back(line);
  }
  if (!open.empty()) names.push_back(join_lines(text, open));
  return names;
}

// How far a reading goes: by gaps and capitals, by paragraphs, or by taking small words for names too.
enum class Trust { capitals, paragraphs, words };

std::optional<TableHeader> one_level(std::string_view text, const std::vector<ByteSpan>& lines,
                                     std::size_t columns, const OutlineRules& rules, Trust trust) {
  const Names words = split_words(join_lines(text, lines));
  if (trust == Trust::capitals) {
    if (lines.size() == 1)
      if (auto header = fit(split_gaps(lines.front().in(text)), columns)) return header;
    if (auto header = fit(divide_words(words, Opening::capitals, rules), columns)) return header;
    return fit(divide_words(words, Opening::words_alone, rules), columns);
  }
  if (trust == Trust::paragraphs)
    return lines.size() > 1 ? fit(paragraphs(text, lines), columns) : std::nullopt;
  if (auto header = fit(divide_words(words, Opening::small_words, rules), columns)) return header;
  return fit(words, columns);
}

// The names of the first lines each stand over as many columns of the lower ones. The lower line must open
// with a name of its own: a lower-case word there is the wrapped end of the line above.
std::optional<TableHeader> two_levels(std::string_view text, const std::vector<ByteSpan>& lines,
                                      std::size_t columns, const OutlineRules& rules, Trust trust) {
  for (std::size_t upper_lines = 1; upper_lines < lines.size() && upper_lines <= 2; ++upper_lines) {
    const auto split = lines.begin() + static_cast<std::ptrdiff_t>(upper_lines);
    const std::vector<ByteSpan> above(lines.begin(), split);
    const std::vector<ByteSpan> below(split, lines.end());
    const Names first_words = split_words(below.front().in(text));
    if (first_words.empty() || !opens_name(first_words.front())) continue;
    auto lower = one_level(text, below, columns, rules, Trust::capitals);
    // "# projecten steun": a mark that waits for its name shows that small words are names here.
    const bool marked = std::ranges::any_of(first_words, waits);
    if (!lower && (marked || trust == Trust::words))
      lower = one_level(text, below, columns, rules, Trust::words);
    if (!lower) continue;
    Names upper = divide_words(split_words(join_lines(text, above)), Opening::capitals, rules);
    const bool indented = is_blank(text[above.front().begin]);
    if (upper.size() > 1 && columns % upper.size() != 0 && columns % (upper.size() - 1) == 0) {
      if (lower->label_column.empty()) lower->label_column = upper.front();
      upper.erase(upper.begin());
    } else if (upper.size() < 2 && !indented) {
      continue;  // one name at the margin stands over the labels
    }
    if (upper.empty() || upper.size() >= columns || columns % upper.size() != 0) continue;
    const std::size_t width = columns / upper.size();
    for (std::size_t i = 0; i < columns; ++i) {
      std::string name = upper[i / width];
      lower->columns[i] = name.append(1, ' ').append(lower->columns[i]);
    }
    return lower;
  }
  return std::nullopt;
}

}  // namespace

std::string join_lines(std::string_view text, const std::vector<ByteSpan>& lines) {
  std::string out;
  for (const ByteSpan line : lines) {
    const bool hyphen = out.size() > 1 && out.back() == '-' && !is_blank(out[out.size() - 2]);
    bool blank = !out.empty() && !hyphen;
    for (const char c : line.in(text)) {
      if (is_blank(c)) {
        blank = blank || (!out.empty() && !(hyphen && out.back() == '-'));
        continue;
      }
      if (blank) out += ' ';
      blank = false;
      out += c;
    }
  }
  return out;
}

std::optional<TableHeader> divide_header(std::string_view text, const std::vector<ByteSpan>& lines,
                                         std::size_t columns, const OutlineRules& rules, HeaderLines extent) {
  if (lines.empty() || columns == 0) return std::nullopt;
  if (auto header = two_levels(text, lines, columns, rules, Trust::capitals)) return header;
  if (auto header = one_level(text, lines, columns, rules, Trust::capitals)) return header;
  if (auto header = one_level(text, lines, columns, rules, Trust::paragraphs)) return header;
  if (extent == HeaderLines::part) return std::nullopt;
  if (auto header = two_levels(text, lines, columns, rules, Trust::words)) return header;
  return one_level(text, lines, columns, rules, Trust::words);
}

}  // namespace vraagbaak::indexer
