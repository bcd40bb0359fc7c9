// SPDX-License-Identifier: EUPL-1.2
#include "query/claim/english_figures.h"

#include <algorithm>
#include <optional>

#include "analysis/dictionary/dictionary_file.h"
#include "analysis/text/normalizer.h"
#include "query/understand/word_group.h"

namespace vraagbaak::query {

namespace {

constexpr std::string_view kOpening = "(\"'[";
constexpr std::string_view kClosing = ".,;:!?)\"']";

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A word without the punctuation round it.
struct Word {
  ByteSpan span;
  std::string folded;
  bool ends_clause = false;  // punctuation follows
};

std::vector<Word> split(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    std::size_t end = i;
    while (begin < end && kOpening.find(text[begin]) != std::string_view::npos) ++begin;
    while (end > begin && kClosing.find(text[end - 1]) != std::string_view::npos) --end;
    if (begin == end) continue;
    words.push_back({{begin, end}, analysis::normalize(text.substr(begin, end - begin)), end < i});
  }
  return words;
}

// "1,100.5" → "1.100,5"; nullopt where the word is no number with digits. What stands before the first digit
// (€) and behind the last (%) stays.
std::optional<std::string> dutch_number(std::string_view word) {
  const auto first = std::ranges::find_if(word, is_digit);
  if (first == word.end()) return std::nullopt;
  for (const char c : word) {
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '/') return std::nullopt;
  }
  std::string dutch(word);
  for (std::size_t i = 1; i + 1 < dutch.size(); ++i) {
    if (!is_digit(word[i - 1]) || !is_digit(word[i + 1])) continue;
    if (word[i] == ',') dutch[i] = '.';
    if (word[i] == '.') dutch[i] = ',';
  }
  return dutch;
}

}  // namespace

ByteSpan DutchFigures::original(ByteSpan in_text) const {
  const auto piece_at = [&](std::size_t at) {
    const auto after =
        std::ranges::upper_bound(pieces, at, {}, [](const Piece& piece) { return piece.here.begin; });
    return after == pieces.begin() ? pieces.begin() : std::prev(after);
  };
  if (pieces.empty()) return {};
  const Piece& first = *piece_at(in_text.begin);
  const Piece& last = *piece_at(in_text.end == in_text.begin ? in_text.end : in_text.end - 1);
  const bool first_same = first.here.size() == first.there.size();
  const bool last_same = last.here.size() == last.there.size();
  return {first_same ? first.there.begin + (in_text.begin - first.here.begin) : first.there.begin,
          last_same ? last.there.begin + std::min(in_text.end - last.here.begin, last.there.size())
                    : last.there.end};
}

EnglishFigures::EnglishFigures(const analysis::DictionarySource& dictionaries) {
  for (const analysis::DictionaryRow& row :
       analysis::DictionaryFile(dictionaries, "en-nl/figure-words.tsv", {"english", "dutch", "place"})) {
    const std::string english = analysis::normalize(row[0]);
    longest_ = std::max(longest_, split_words(english).size());
    entries_[english] = {std::string(row[1]), row[2] == "before number", row[2] == "after number"};
  }
}

DutchFigures EnglishFigures::to_dutch(std::string_view english) const {
  const std::vector<Word> words = split(english);
  const auto entry_at = [&](std::size_t at, std::size_t& taken) -> const Entry* {
    const Entry* found = nullptr;
    std::string phrase;
    for (std::size_t k = 0; k < longest_ && at + k < words.size(); ++k) {
      phrase += (k > 0 ? " " : "") + words[at + k].folded;
      if (const auto entry = entries_.find(phrase); entry != entries_.end()) {
        found = &entry->second;
        taken = k + 1;
      }
      if (words[at + k].ends_clause) break;
    }
    return found;
  };
  const auto is_number = [&](std::size_t at) {
    if (at >= words.size()) return false;
    std::size_t taken = 0;
    const Entry* entry = entry_at(at, taken);
    if (entry != nullptr && !entry->before_number) {
      return !entry->dutch.empty() && (is_digit(entry->dutch[0]) || entry->dutch.starts_with("de helft") ||
                                       entry->dutch.starts_with("een "));
    }
    return dutch_number(words[at].span.in(english)).has_value();
  };

  DutchFigures result;
  std::size_t done = 0;  // of the English text
  const auto append = [&](ByteSpan there, std::string_view here) {
    if (there.empty() && here.empty()) return;
    result.pieces.push_back({{result.text.size(), result.text.size() + here.size()}, there});
    result.text += here;
  };
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 1;
    std::string dutch;
    const Entry* entry = entry_at(i, taken);
    const bool fits = entry != nullptr && (!entry->before_number || is_number(i + taken)) &&
                      (!entry->after_number || (i > 0 && dutch_number(words[i - 1].span.in(english))));
    if (fits) {
      dutch = entry->dutch;
    } else {
      taken = 1;
      const auto number = dutch_number(words[i].span.in(english));
      if (!number) {
        ++i;
        continue;
      }
      dutch = *number;
    }
    append({done, words[i].span.begin}, english.substr(done, words[i].span.begin - done));
    append({words[i].span.begin, words[i + taken - 1].span.end}, dutch);
    done = words[i + taken - 1].span.end;
    i += taken;
  }
  append({done, english.size()}, english.substr(done));
  return result;
}

}  // namespace vraagbaak::query
