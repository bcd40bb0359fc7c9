// SPDX-License-Identifier: EUPL-1.2
#include "indexer/annex_references.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "analysis/text/character.h"

namespace vraagbaak::indexer {
namespace {

using analysis::Character;
using analysis::CharacterKind;

constexpr std::size_t kNothing = std::string_view::npos;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
std::string lower(std::string_view ascii) {
  std::string folded(ascii);
  std::ranges::transform(folded, folded.begin(), [](char c) { return lower(c); });
  return folded;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_plain_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
bool is_letter(const Character& c) {
  return c.is_letter() || c.kind == CharacterKind::ideograph;
}
bool is_letter_or_number(const Character& c) {
  return is_letter(c) || c.is_digit() || c.kind == CharacterKind::numeral;
}

// What a name of an annex is known by: the point of ".pdf", digits, "blg-", "bijlage".
constexpr std::array<bool, 256> kMayTell = [] {
  std::array<bool, 256> may_tell{};
  for (std::size_t c = '0'; c <= '9'; ++c) may_tell[c] = true;
  for (const char c : {'.', 'b', 'B'}) may_tell[static_cast<std::size_t>(c)] = true;
  return may_tell;
}();

// Reads the names that one text has for annexes.
class NameReader {
 public:
  explicit NameReader(std::string_view text) : text_(text) {}

  // The marks that few texts hold and every name has are looked for first.
  std::set<std::string> read() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const char c = text_[i];
      if (!kMayTell[static_cast<unsigned char>(c)]) continue;
      if (c == '.') {
        if (file_kind_end(i) != kNothing) read_run(i, files_end_, &NameReader::file_end, "_.-");
      } else if (lower(c) == 'b') {
        if (word_end(i, {"blg-"}) != kNothing) read_run(i, published_end_, &NameReader::published_end, "-");
        if (word_end(i, {"bijlage"}) != kNothing) read_own(i);
      } else {
        const std::size_t end = digits_end(i);
        const bool is_published =
            (at(end) == '-' && end - i >= 11) || (lower(at(end)) == 'd' && end - i >= 4);
        if (is_published) read_run(end, published_end_, &NameReader::published_end, "-");
        i = end - 1;
      }
    }
    return std::move(names_);
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  Character character(std::size_t i) const { return analysis::character_at(text_, i); }

  // Behind the first of the words that stands at `i`, in any case; kNothing where none does.
  std::size_t word_end(std::size_t i, std::initializer_list<std::string_view> words) const {
    for (const std::string_view word : words) {
      std::size_t same = 0;
      while (same < word.size() && lower(at(i + same)) == word[same]) ++same;
      if (same == word.size()) return i + same;
    }
    return kNothing;
  }
  std::size_t digits_end(std::size_t i) const {
    while (is_digit(at(i))) ++i;
    return i;
  }
  // Behind `least` to `most` digits; kNothing where fewer or more stand there.
  std::size_t digits_end(std::size_t i, std::size_t least, std::size_t most) const {
    const std::size_t end = digits_end(i);
    return end - i >= least && end - i <= most ? end : kNothing;
  }
  std::size_t space_end(std::size_t i) const {
    while (i < text_.size() && is_space(text_[i])) ++i;
    return i;
  }

  // All names in the run without white space that holds `inside`, once: each begins behind what is no letter,
  // number or one of `joined`, and `name_end` says where it ends. The character behind a name is read with
  // it.
  void read_run(std::size_t inside, std::size_t& read_to,
                std::size_t (NameReader::*name_end)(std::size_t) const, std::string_view joined) {
    if (inside < read_to) return;
    std::size_t begin = inside;
    while (begin > 0 && !is_space(text_[begin - 1])) --begin;
    read_to = inside;
    while (read_to < text_.size() && !is_space(text_[read_to])) ++read_to;
    bool may_begin = true;
    for (std::size_t i = begin; i < read_to;) {
      const Character c = character(i);
      const std::size_t end = may_begin ? (this->*name_end)(i) : kNothing;
      if (end == kNothing) {
        may_begin = !is_letter_or_number(c) && (c.size > 1 || joined.find(text_[i]) == joined.npos);
        i += c.size;
        continue;
      }
      names_.insert(lower(text_.substr(i, end - i)));
      i = end + character(end).size;
    }
  }

  // Annexes of the Belgian Chamber have the years of the session, the bulletin, and places in it, and stand
  // against the text before them; those of officielebekendmakingen.nl and the Tweede Kamer have "blg" and
  // "D".
  std::size_t published_end(std::size_t i) const {
    std::size_t end = word_end(i, {"blg-"});
    if (end != kNothing) {
      end = digits_end(end, 4, 8);
    } else if (digits_end(i) - i == 4 && word_end(i, {"19", "20"}) != kNothing && lower(at(i + 4)) == 'd') {
      end = digits_end(i + 5, 5, 5);
    } else {
      end = chamber_end(i);
    }
    if (end == kNothing || is_plain_letter(at(end)) || is_digit(at(end)) || at(end) == '-') return kNothing;
    return end;
  }

  // "2016201712345-12-345-nl-2"
  std::size_t chamber_end(std::size_t i) const {
    std::size_t end = digits_end(i, 11, 14);
    if (end == kNothing || at(end) != '-') return kNothing;
    end = digits_end(end + 1, 1, 3);
    if (end == kNothing || at(end) != '-') return kNothing;
    end = digits_end(end + 1, 1, 5);
    if (end == kNothing) return kNothing;
    std::size_t languages = 0;
    for (std::size_t next = end; languages < 3; ++languages) {
      next = word_end(end, {"-nl", "-fr", "-de"});
      if (next == kNothing) break;
      end = next;
    }
    if (languages == 0) return kNothing;
    const std::size_t part = at(end) == '-' ? digits_end(end + 1, 1, 2) : kNothing;
    return part == kNothing ? end : part;
  }

  // Behind ".docx" at `dot`; kNothing where no kind of file stands there by itself.
  std::size_t file_kind_end(std::size_t dot) const {
    constexpr std::array<std::string_view, 14> kKinds = {"pdf", "docx", "doc", "xlsx", "xls",  "odt", "ods",
                                                         "csv", "rtf",  "zip", "xml",  "html", "htm", "txt"};
    for (const std::string_view kind : kKinds) {
      const std::size_t end = word_end(dot + 1, {kind});
      if (end == kNothing || is_letter_or_number(character(end)) || at(end) == '_' || at(end) == '-')
        continue;
      return end;
    }
    return kNothing;
  }

  // The longest name of a file that begins at `i`.
  std::size_t file_end(std::size_t i) const {
    constexpr std::size_t kLongestName = 100;  // without the kind
    const auto in_name = [](char c) {
      return is_plain_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-';
    };
    if (!is_plain_letter(at(i)) && !is_digit(at(i))) return kNothing;
    std::size_t dot = i + 1;
    while (dot - i < kLongestName && in_name(at(dot))) ++dot;
    for (; dot > i; --dot) {
      if (at(dot) != '.') continue;
      if (const std::size_t end = file_kind_end(dot); end != kNothing) return end;
    }
    return kNothing;
  }

  // "zie de bijlage 2 bij dit antwoord": `word` is that of the annex. What is said behind it tells an annex
  // of something else.
  void read_own(std::size_t word) {
    const std::size_t lead = lead_begin(word);
    if (lead == kNothing || lead < own_end_) return;
    if (lead > own_end_ && is_letter_or_number(analysis::character_before(text_, lead))) return;
    const std::size_t end = word_end(word, {"bijlagen", "bijlage"});
    ByteSpan number = number_behind(end);
    ByteSpan whose = whose_behind(number.empty() ? end : number.end);
    if (!ends_word(whose.empty() ? (number.empty() ? end : number.end) : whose.end)) whose = {};
    if (whose.empty() && !number.empty() && !ends_word(number.end)) {
      number = {};
      whose = whose_behind(end);
      if (!whose.empty() && !ends_word(whose.end)) whose = {};
    }
    const std::size_t last = !whose.empty() ? whose.end : !number.empty() ? number.end : end;
    if (!ends_word(last)) return;
    own_end_ = last + character(last).size;
    if (!whose.empty() && !is_of_answer(whose.in(text_))) return;
    std::string name = lower(text_.substr(word, end - word));
    if (!number.empty()) name.append(1, ' ').append(lower(number.in(text_)));
    names_.insert(std::move(name));
  }

  bool ends_word(std::size_t i) const { return !is_letter_or_number(character(i)); }

  // Where "zie", "in de", "als bijgevoegde" before the word at `i` begins; kNothing where none stands there.
  std::size_t lead_begin(std::size_t i) const {
    const std::size_t lead = word_before(i, {"zie", "in", "als", "met"});
    if (lead != kNothing) return lead;
    const std::size_t article = word_before(i, {"bijgevoegde", "de", "een"});
    return article == kNothing ? kNothing : word_before(article, {"zie", "in", "als", "met"});
  }
  // Where the one of the words begins that stands before `i` with white space between.
  std::size_t word_before(std::size_t i, std::initializer_list<std::string_view> words) const {
    std::size_t end = i;
    while (end > 0 && is_space(text_[end - 1])) --end;
    if (end == i) return kNothing;
    for (const std::string_view word : words) {
      if (end >= word.size() && word_end(end - word.size(), {word}) == end) return end - word.size();
    }
    return kNothing;
  }

  // "2", "a12", "iv", "b" with white space before it, and no letter or digit behind it.
  ByteSpan number_behind(std::size_t i) const {
    const std::size_t begin = space_end(i);
    if (begin == i) return {};
    const std::size_t digits = is_plain_letter(at(begin)) ? begin + 1 : begin;
    if (const std::size_t end = digits_end(digits, 1, 4); end != kNothing) return {begin, end};
    std::size_t end = begin;
    while (end - begin < 4 && (lower(at(end)) == 'i' || lower(at(end)) == 'v' || lower(at(end)) == 'x'))
      ++end;
    if (end > begin) return {begin, end};
    return lower(at(begin)) >= 'a' && lower(at(begin)) <= 'h' ? ByteSpan{begin, begin + 1} : ByteSpan{};
  }

  // "bij dit", "van het"
  ByteSpan whose_behind(std::size_t i) const {
    const std::size_t begin = space_end(i);
    const std::size_t link = begin == i ? kNothing : word_end(begin, {"bij", "van", "tot"});
    const std::size_t noun = link == kNothing ? kNothing : space_end(link);
    if (noun == kNothing || noun == link) return {};
    std::size_t end = noun;
    for (Character c = character(end); is_letter(c); c = character(end)) end += c.size;
    return end == noun ? ByteSpan{} : ByteSpan{begin, end};
  }

  static bool is_of_answer(std::string_view whose) {
    const std::string word = lower(whose.substr(whose.find_last_of(" \t\n\r") + 1));
    return word == "dit" || word == "deze" || word == "mijn" || word == "ons" || word == "onze";
  }

  std::string_view text_;
  std::set<std::string> names_;
  std::size_t published_end_ = 0;  // so far it was read
  std::size_t files_end_ = 0;
  std::size_t own_end_ = 0;
};

}  // namespace

std::set<std::string> annex_names(std::string_view text) {
  return NameReader(text).read();
}

std::vector<store::IndexEntry::Annex> annex_references(const Document& document) {
  std::vector<store::IndexEntry::Annex> found;
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    if (section.kind != SectionKind::answer) continue;
    for (const std::string& name : annex_names(section.span.in(document.text))) found.push_back({i, name});
  }
  return found;
}

}  // namespace vraagbaak::indexer
