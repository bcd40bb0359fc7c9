// SPDX-License-Identifier: EUPL-1.2
#include "analysis/entities/name_words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

#include "analysis/entities/entity_lexicon.h"
#include "analysis/lexicon/word_fold.h"

namespace vraagbaak::analysis {
namespace {

enum class CharClass : std::uint8_t { space, line, lower, upper, digit, mark, apostrophe, dot, sign };

struct Char {
  char32_t code = 0;
  std::size_t size = 1;  // bytes
  CharClass kind = CharClass::sign;
};

CharClass classify(UChar32 c) {
  if (c == '\n' || c == '\r' || c == 0x0C || c == 0x2028 || c == 0x2029) return CharClass::line;
  if (c == '\'' || c == 0x2019) return CharClass::apostrophe;
  if (c == '.') return CharClass::dot;
  if (c < 0) return CharClass::sign;
  if (u_isUWhiteSpace(c) || c == 0xAD || c == 0x200B || c == 0xFEFF) return CharClass::space;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::upper;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return CharClass::lower;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::digit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_OTHER_NUMBER:  // the raised 2 of a name; footnote marks are raised too and are cut off elsewhere
      return CharClass::mark;
    default:
      return CharClass::sign;
  }
}

// The same for ASCII, known before the program runs.
constexpr CharClass classify_ascii(unsigned char c) {
  if (c == '\n' || c == '\r' || c == '\f') return CharClass::line;
  if (c == ' ' || c == '\t' || c == '\v') return CharClass::space;
  if (c == '\'') return CharClass::apostrophe;
  if (c == '.') return CharClass::dot;
  if (c >= 'A' && c <= 'Z') return CharClass::upper;
  if (c >= 'a' && c <= 'z') return CharClass::lower;
  return c >= '0' && c <= '9' ? CharClass::digit : CharClass::sign;
}
constexpr std::array<CharClass, 128> kAsciiClasses = [] {
  std::array<CharClass, 128> made{};
  for (unsigned char c = 0; c < 128; ++c) made[c] = classify_ascii(c);
  return made;
}();

Char read_char(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, kAsciiClasses[byte]};
  // At most four bytes are looked at, so the 32-bit offsets of ICU do.
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  std::int32_t size = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, size, length, c);
  return {c < 0 ? 0xFFFDU : static_cast<char32_t>(c), static_cast<std::size_t>(size), classify(c)};
}

bool in_word(CharClass kind) {
  return kind == CharClass::lower || kind == CharClass::upper || kind == CharClass::digit ||
         kind == CharClass::mark;
}

char32_t plain_sign(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x00B4:
    case '`':
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return '-';
    case 0x2022:
    case 0x25AA:
    case 0x25CF:
    case 0xF0B7:
      return 0x2022;
    default:
      return c;
  }
}

struct Letters {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t digits = 0;
  bool upper_first = false;

  void add(CharClass kind) {
    if (upper + lower + digits == 0) upper_first = kind == CharClass::upper;
    upper += kind == CharClass::upper;
    lower += kind == CharClass::lower;
    digits += kind == CharClass::digit;
  }
  WordShape shape() const {
    if (upper + lower == 0) return WordShape::number;
    if (upper == 0) return WordShape::lower;
    if (lower == 0) return WordShape::upper;
    return upper_first && upper == 1 ? WordShape::capitalised : WordShape::mixed;
  }
};

// The word that begins at `at`: its end and shape. A dot or apostrophe joins where a letter follows; a dot
// only between a letter and a small letter, or between single capitals, for "gewest.De" is two sentences.
struct WordEnd {
  std::size_t end = 0;
  WordShape shape = WordShape::lower;
};

WordEnd read_word(std::string_view text, std::size_t at) {
  Letters letters;
  std::size_t part = 0;  // characters since the last joint
  while (at < text.size()) {
    const std::size_t run = at;
    while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;  // most characters of most texts
    letters.lower += at - run;
    part += at - run;
    if (at == text.size()) break;
    const Char c = read_char(text, at);
    if (in_word(c.kind)) {
      letters.add(c.kind);
      ++part;
      at += c.size;
      continue;
    }
    if ((c.kind != CharClass::apostrophe && c.kind != CharClass::dot) || at + c.size >= text.size()) break;
    const Char next = read_char(text, at + c.size);
    if (c.kind == CharClass::apostrophe) {
      if (!in_word(next.kind) || letters.upper + letters.lower == 0) break;
    } else if (letters.upper + letters.lower == 0 || letters.upper == 0 ||
               (next.kind != CharClass::lower && !(next.kind == CharClass::upper && part == 1))) {
      break;
    }
    part = 0;
    at += c.size;
  }
  return {at, letters.shape()};
}

// ASCII words up to this length are folded without a string of their own.
constexpr std::size_t kLongestQuick = 48;

// The letters a word begins with, where they are ASCII, folded and hashed as they are read.
struct PlainLetters {
  std::array<char, kLongestQuick>
      folded;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before read
  std::size_t size = 0;
  std::size_t capitals = 0;
  std::uint64_t key = 0;  // word_hash

  std::string_view view() const { return {folded.data(), size}; }
};

void read_plain_letters(std::string_view text, std::size_t at, PlainLetters& plain) {
  const std::string_view rest = text.substr(at, kLongestQuick);
  std::uint64_t key = 0;
  std::size_t capitals = 0;
  std::size_t size = 0;
  for (; size < rest.size(); ++size) {
    const char c = rest[size];
    const char folded = static_cast<char>(c | 0x20);
    if (folded < 'a' || folded > 'z') break;
    capitals += c != folded;
    plain.folded[size] = folded;
    key = extend_word_key(key, folded);
  }
  plain.size = size;
  plain.capitals = capitals;
  plain.key = key;
}

// Whether a word of plain letters ends before the character at `at`, whatever stands around it: not before
// what may join it (a dot, an apostrophe, a digit, a letter beyond ASCII), nor before the marks of addresses.
bool ends_plain_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  switch (text[at]) {
    case ' ':
    case '\n':
    case '\r':
    case ',':
    case ';':
    case '(':
    case ')':
    case '-':
    case '/':
    case '?':
    case '!':
    case '"':
      return true;
    default:
      return false;
  }
}

// Where a web or mail address that begins with the word [begin, end) ends, or `end` where it is none.
std::size_t address_end(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view rest = text.substr(begin);
  const bool starts = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
  const bool mail = end < text.size() && text[end] == '@';
  if (!starts && !mail) return end;
  const std::size_t stop = text.find_first_of(" \t\r\n)>\"", end);
  return stop == std::string_view::npos ? text.size() : stop;
}

// Behind the "'s" that begins a place name ("'s-Hertogenbosch"), or `at` where none stands there.
std::size_t genitive_end(std::string_view text, std::size_t at, const Char& c) {
  const std::size_t letter = at + c.size;
  if (c.kind != CharClass::apostrophe || letter + 2 >= text.size() || text[letter] != 's' ||
      text[letter + 1] != '-')
    return at;
  return read_char(text, letter + 2).kind == CharClass::upper ? letter + 1 : at;
}

// White space of this many columns inside a line separates columns of a table. Source: layout text.
constexpr std::size_t kWideGap = 3;
// The second of two glued words has at least this many letters: "opEU".
constexpr std::size_t kShortestGlued = 2;
// A first word that is no article or the like has at least this many letters: not the "i" of a trade name.
constexpr std::size_t kShortestGluedWord = 4;
// A line of acronyms has fewer words than this; a heading in capitals has more, or a long one.
constexpr std::size_t kShortestHeading = 4;
// A text was glued where this many words were, and one in this many.
constexpr std::size_t kGluedText = 4;
constexpr std::size_t kGluedShare = 1000;
// A name with a word glued behind it has at least this many bytes.
constexpr std::size_t kShortestTailed = 8;
// Longer words in capitals are no acronyms.
constexpr std::size_t kLongestCapitalAcronym = 6;
// A name of two letters with a number behind it ("S3", "H2") is no name with a footnote mark; marks have at
// most two digits.
constexpr std::size_t kShortestMarked = 3;
// A word of the language this long with digits behind it is no trade name: "Generaal2", not "Flux50".
constexpr std::size_t kLongMarked = 6;
constexpr std::size_t kLongestMark = 2;

class Scanner {
 public:
  Scanner(std::string_view text, const Segmentation& segmentation, std::span<const WordNumber> numbers,
          const NameVocabulary& vocabulary)
      : text_(text),
        tokens_(segmentation.tokens),
        numbers_(numbers),
        sentences_(segmentation.sentences),
        vocabulary_(vocabulary),
        known_(known_words_of_thread()) {
    known_.open(vocabulary.memo_owner);
  }

  // How many words a lost line end had glued together and scan() has cut.
  std::size_t glued_count() const { return glued_; }
  // Cut words with a capital inside as well ("OpenbaarMinisterie"): for a text that shows it was glued.
  void cut_inner_capitals() { cut_inner_capitals_ = true; }

  std::vector<NameWord> scan() {
    words_.reserve(text_.size() / 5 + 1);
    std::size_t at = 0;
    while (at < text_.size()) {
      if (text_[at] == ' ') {
        ++columns_;
        space_ = true;
        ++at;
        continue;
      }
      const Char c = read_char(text_, at);
      if (c.kind == CharClass::space || c.kind == CharClass::line) {
        note_space(c);
        at += c.size;
      } else if (in_word(c.kind)) {
        at = add_word(at);
      } else if (const std::size_t end = genitive_end(text_, at, c); end != at) {
        NameWord& word = add({at, end});  // 's-Gravenhage
        word.shape = WordShape::lower;
        look_up(word);
        at = end;
        continue;
      } else {
        add_sign(at, c);
        at += c.size;
      }
    }
    end_line();
    cut_footnote_marks();
    return std::move(words_);
  }

 private:
  void note_space(const Char& c) {
    if (c.kind == CharClass::line) {
      if (c.code == '\r') return;
      ++lines_;
      columns_ = 0;
      if (c.code == 0x0C) lines_ += 2;
      end_line();
    } else {
      columns_ += c.code == '\t' ? kWideGap : 1;
    }
    space_ = true;
  }

  NameWord& add(ByteSpan span) {
    NameWord& word = words_.emplace_back();
    word.span = span;
    word.space_before = space_;
    word.line_before = lines_ > 0;
    word.gap_before = lines_ > 1 || (lines_ == 0 && columns_ >= kWideGap);
    word.starts_sentence = starts_sentence(word);
    space_ = false;
    lines_ = columns_ = 0;
    return word;
  }

  // "vanEU", "deCommissie": two words that a lost line end has glued. Where the second begins, or `end`.
  std::size_t glued_at(std::size_t at, const WordEnd& read) const {
    if (cut_inner_capitals_ && read.shape == WordShape::capitalised) return tail_at(at, read.end);
    if (read.shape != WordShape::mixed) return read.end;
    const auto is_small = [this](std::size_t i) { return text_[i] >= 'a' && text_[i] <= 'z'; };
    const auto is_capital = [this](std::size_t i) { return text_[i] >= 'A' && text_[i] <= 'Z'; };
    std::size_t second = at;
    if (cut_inner_capitals_ && is_capital(at)) {
      ++second;
      if (second < read.end && is_capital(second)) {  // "IGHoordeelt"
        while (second < read.end && is_capital(second)) ++second;
        return second > at + 1 && second + kShortestGlued <= read.end && is_small(second) &&
                       is_word(second, read.end)
                   ? second
                   : read.end;
      }
    }
    while (second < read.end && is_small(second)) ++second;
    if (second == at || second + kShortestGlued > read.end || !is_capital(second)) return read.end;
    const std::string first = fold_word(text_.substr(at, second - at));
    const WordId id = vocabulary_.names.word_id(first);
    if (id < vocabulary_.small_words.size() && vocabulary_.small_words[id]) return second;
    // "gerespecteerdDeze": both are words.
    const bool both = first.size() >= kShortestGluedWord && is_word(at, second) && is_word(second, read.end);
    return both ? second : read.end;
  }

  // "Nederlandgerespecteerd": where the word behind the longest name at the start begins, or `end`.
  std::size_t tail_at(std::size_t at, std::size_t end) const {
    if (end - at < kShortestTailed || is_word(at, end)) return end;
    for (std::size_t second = end - kShortestGlued; second > at + kShortestGluedWord; --second) {
      if ((static_cast<unsigned char>(text_[second]) & 0xC0U) == 0x80U) continue;  // inside a character
      if (vocabulary_.names.word_id(fold_word(text_.substr(at, second - at))) == 0) continue;
      if (is_word(second, end)) return second;
    }
    return end;
  }

  bool is_word(std::size_t begin, std::size_t end) const {
    const std::string folded = fold_word(text_.substr(begin, end - begin));
    return vocabulary_.language.contains(folded) || vocabulary_.names.word_id(folded) != 0;
  }

  // "2024Tweede", "1Internationaal": behind the number that is glued to a word, or `at`.
  std::size_t glued_number_end(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
    const bool word = end > at && end + 2 < text_.size() && text_[end] >= 'A' && text_[end] <= 'Z' &&
                      text_[end + 1] >= 'a' && text_[end + 1] <= 'z' && text_[end + 2] >= 'a' &&
                      text_[end + 2] <= 'z';
    return word ? end : at;
  }

  // What a token is as a word that names are made of, whatever stands around it.
  struct KnownWord {
    std::uint64_t key = 0;
    std::uint64_t shift = 1;
    WordId id = 0;
    WordShape shape = WordShape::sign;  // lower, capitalised, upper; sign for what has to be read
    bool ordinary = false;
    bool silent = false;
  };
  using KnownWords = NumberedMemo<KnownWord>;

  static KnownWords& known_words_of_thread() {
    thread_local KnownWords words;
    return words;
  }

  // Adds the token that begins at `at` where it is a known word and what follows cannot join it. False where
  // it has to be read.
  bool add_known_word(std::size_t at) {
    while (token_ < numbers_.size() && tokens_[token_].span.begin < at) ++token_;
    if (token_ >= numbers_.size() || tokens_[token_].span.begin != at || numbers_[token_] == 0) return false;
    const ByteSpan span = tokens_[token_].span;
    if (!ends_plain_word(text_, span.end)) return false;
    const KnownWord& known = known_.find(numbers_[token_], [&] { return known_word(span); });
    if (known.shape == WordShape::sign || (known.shape == WordShape::capitalised && cut_inner_capitals_))
      return false;
    NameWord& word = add(span);
    word.shape = known.shape;
    word.ordinary = known.ordinary;
    word.silent = known.silent;
    word.id = known.id;
    word.key = known.key;
    word.shift = known.shift;
    count_letters(word);
    return true;
  }

  KnownWord known_word(ByteSpan span) const {
    const std::string_view spelled = span.in(text_);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const WordEnd read = read_word(spelled, 0);
    if (read.end != spelled.size() || is_digit(spelled.front()) || is_digit(spelled.back()) ||
        (read.shape != WordShape::lower && read.shape != WordShape::capitalised &&
         read.shape != WordShape::upper))
      return {};
    NameWord word;
    word.span = span;
    word.shape = read.shape;
    look_up(word);
    // Once for each word it may be asked what many words only look like.
    const bool is_silent =
        word.silent || (word.shape == WordShape::lower && vocabulary_.inner_words[word.id] &&
                        !vocabulary_.lexicon.ends_in_head(spelled));
    return {word.key, word.shift, word.id, word.shape, word.ordinary, is_silent};
  }

  // For the line that the word stands in.
  void count_letters(const NameWord& word) {
    if (word.shape == WordShape::upper) {
      ++upper_;
      upper_letters_ += word.span.size();
      if (word.span.size() > kLongestCapitalAcronym) long_upper_letters_ += word.span.size();
    } else if (word.is_word()) {
      ++lower_;
    }
  }

  // Adds the number that begins at `at` where it is of digits alone and nothing can join it; false where
  // there is none.
  bool add_plain_number(std::size_t at) {
    std::size_t end = at;
    std::uint64_t key = 0;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9')
      key = extend_word_key(key, text_[end++]);
    if (end == at || (!ends_plain_word(text_, end) && text_[end] != '.' && text_[end] != '%')) return false;
    NameWord& word = add({at, end});
    word.shape = WordShape::number;
    word.key = key;
    word.shift = word_shift(end - at);
    word.id = vocabulary_.names.word_id(key);
    return true;
  }

  std::size_t add_word(std::size_t at) {
    if (add_known_word(at) || add_plain_number(at)) return words_.back().span.end;
    read_plain_letters(text_, at, plain_);
    const std::size_t plain_end = at + plain_.size;
    // A capital first or none: all but a few words, and nothing is glued to them.
    const bool capital = plain_.capitals == 1 && text_[at] != plain_.folded[0];
    if (plain_.size > 0 && (plain_.capitals == 0 || (capital && plain_.size > 1 && !cut_inner_capitals_)) &&
        ends_plain_word(text_, plain_end)) {
      NameWord& word = add({at, plain_end});
      word.shape = capital ? WordShape::capitalised : WordShape::lower;
      look_up(word, plain_.view(), {plain_.key, word_shift(plain_.size)});
      ++lower_;
      return plain_end;
    }
    WordEnd read = read_word(text_, at);
    bool glued = true;
    if (const std::size_t number_end = glued_number_end(at); number_end != at) {
      read = {number_end, WordShape::number};
    } else if (const std::size_t second = glued_at(at, read); second != read.end) {
      ++glued_;
      read.end = second;
      read.shape = text_[at] >= 'a' && text_[at] <= 'z'      ? WordShape::lower
                   : second > at + 1 && text_[at + 1] <= 'Z' ? WordShape::upper
                                                             : WordShape::capitalised;
    } else {
      glued = false;
    }
    const std::size_t end = address_end(text_, at, read.end);
    NameWord& word = add({at, end});
    word.shape = read.shape;
    word.in_address = end != read.end;
    if (!word.in_address) look_up(word);
    const char last = text_[word.span.end - 1];
    if (word.has_capital() && last >= '0' && last <= '9') marked_.push_back(words_.size() - 1);
    count_letters(word);
    space_ = glued;  // as if the space were there
    return end;
  }

  void look_up(NameWord& word) const {
    const std::string_view spelled = word.span.in(text_);
    std::array<char, kLongestQuick> quick{};
    if (spelled.size() <= quick.size()) {
      std::size_t size = 0;
      for (const char c : spelled) {
        if (static_cast<unsigned char>(c) >= 0x80) break;
        quick[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      }
      if (size == spelled.size()) return look_up(word, {quick.data(), size});
    }
    look_up(word, fold_word(spelled));
  }

  void look_up(NameWord& word, std::string_view folded) const { look_up(word, folded, word_hash(folded)); }

  void look_up(NameWord& word, std::string_view folded, WordHash hash) const {
    word.key = hash.key;
    word.shift = hash.shift;
    word.id = vocabulary_.names.word_id(hash.key);
    if (!word.has_capital()) {
      word.silent = word.shape == WordShape::lower && vocabulary_.inner_words[word.id] &&
                    (word.span.size() < WordEndings::kShortest ||
                     !vocabulary_.head_endings.may_hold(word.span.in(text_)));
      return;
    }
    const WordList::Entry known = vocabulary_.language.find(folded);
    word.ordinary = known.known && !known.name;
  }

  void add_sign(std::size_t at, const Char& c) {
    NameWord& word = add({at, at + c.size});
    word.sign = plain_sign(c.code);
    if (word.sign == '&' || word.sign == '+' || word.sign == '/' || word.sign == ',') {
      const char sign[] = {static_cast<char>(word.sign)};
      word.id = vocabulary_.names.word_id({sign, 1});
    }
  }

  // A line of words in capitals, or nearly so: a heading, or a list of keywords ("Thema: VERVOER,
  // BELASTING"). A list of acronyms is none.
  void end_line() {
    const bool heading =
        lower_ == 0 && upper_ >= 2 && (long_upper_letters_ > 0 || upper_ >= kShortestHeading);
    const bool keywords = upper_ >= 2 * lower_ && 2 * long_upper_letters_ > upper_letters_;
    if (heading || keywords) {
      for (std::size_t i = line_first_; i < words_.size(); ++i) {
        words_[i].caps_line = heading || words_[i].shape == WordShape::upper;
      }
    }
    upper_ = lower_ = upper_letters_ = long_upper_letters_ = 0;
    line_first_ = words_.size();
  }

  // "SERV12" where the text has "SERV" more often: the digits are the mark of a footnote.
  void cut_footnote_marks() {
    struct Marked {
      std::size_t word = 0;
      ByteSpan bare;
      std::uint64_t bare_key = 0;
    };
    std::vector<Marked> marked;
    std::unordered_map<std::uint64_t, int> names;  // bare: how often they stand there without digits
    std::unordered_map<std::uint64_t, int> marked_names;
    for (const std::size_t i : marked_) {
      const NameWord& word = words_[i];
      ++marked_names[word.key];
      ByteSpan bare = word.span;
      while (bare.end > bare.begin && text_[bare.end - 1] >= '0' && text_[bare.end - 1] <= '9') --bare.end;
      if (bare.size() < kShortestMarked || word.span.end - bare.end > kLongestMark) continue;
      const std::uint64_t key = word_hash(fold_word(bare.in(text_))).key;
      marked.push_back({i, bare, key});
      names.emplace(key, 0);
    }
    if (marked.empty()) return;
    for (const NameWord& word : words_) {
      if (!word.has_capital()) continue;
      const char last = text_[word.span.end - 1];
      if (last >= '0' && last <= '9') continue;
      if (const auto name = names.find(word.key); name != names.end()) ++name->second;
    }
    for (const Marked& mark : marked) {
      NameWord& word = words_[mark.word];
      const bool more_often = names.at(mark.bare_key) > marked_names[word.key];
      const bool long_word = word.shape == WordShape::capitalised && mark.bare.size() >= kLongMarked;
      if (!more_often && !(long_word && is_word(mark.bare.begin, mark.bare.end))) continue;
      word.span = mark.bare;
      look_up(word);
    }
  }

  // `word` is the last one.
  bool starts_sentence(const NameWord& word) {
    while (next_sentence_ < sentences_.size() && sentences_[next_sentence_].span.begin < word.span.begin) {
      ++next_sentence_;
    }
    if (next_sentence_ < sentences_.size() && sentences_[next_sentence_].span.begin == word.span.begin) {
      return true;
    }
    if (words_.size() < 2 || word.gap_before) return true;
    const NameWord& before = words_[words_.size() - 2];
    if (before.shape == WordShape::number) {  // "?2. Hoeveel" and "3 Hoeveel" at the start of a line
      return before.starts_sentence;
    }
    switch (before.sign) {
      case '.':
      case '?':
      case '!':
      case '*':
      case 0x2022:
        return true;
      case '"':
      case '\'':
      case ')':
      case '-':
      case '(':
        return before.starts_sentence;
      case ':':
        return true;
      default:
        return false;
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::span<const WordNumber> numbers_;  // by token
  const std::vector<Sentence>& sentences_;
  const NameVocabulary& vocabulary_;
  KnownWords& known_;
  std::size_t token_ = 0;  // the first that begins at the word that is read, or behind
  std::vector<NameWord> words_;
  PlainLetters plain_;               // of the word that is read
  std::vector<std::size_t> marked_;  // words with a capital and digits at the end
  std::size_t next_sentence_ = 0;
  std::size_t line_first_ = 0;
  std::size_t upper_ = 0;
  std::size_t lower_ = 0;
  std::size_t upper_letters_ = 0;       // bytes of the words in capitals
  std::size_t long_upper_letters_ = 0;  // … of those too long for an acronym
  std::size_t lines_ = 0;
  std::size_t columns_ = 0;
  bool space_ = false;
  std::size_t glued_ = 0;
  bool cut_inner_capitals_ = false;
};

}  // namespace

std::vector<NameWord> scan_name_words(std::string_view text, const Segmentation& segmentation,
                                      std::span<const WordNumber> numbers, const NameVocabulary& vocabulary) {
  Scanner scanner(text, segmentation, numbers, vocabulary);
  std::vector<NameWord> words = scanner.scan();
  // A capital inside a word is a trade name's whim as often as a lost space; a text full of lost spaces
  // decides.
  if (scanner.glued_count() < kGluedText || scanner.glued_count() * kGluedShare < words.size()) return words;
  Scanner again(text, segmentation, numbers, vocabulary);
  again.cut_inner_capitals();
  return again.scan();
}

std::vector<std::string> phrase_words(std::string_view entry) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < entry.size();) {
    const Char c = read_char(entry, at);
    if (in_word(c.kind)) {
      const std::size_t end = read_word(entry, at).end;
      words.push_back(fold_word(entry.substr(at, end - at)));
      at = end;
      continue;
    }
    if (const std::size_t end = genitive_end(entry, at, c); end != at) {
      words.emplace_back("'s");
      at = end;
      continue;
    }
    if (c.code == '&' || c.code == '+' || c.code == '/' || c.code == ',')
      words.emplace_back(entry.substr(at, 1));
    at += c.size;
  }
  return words;
}

}  // namespace vraagbaak::analysis
