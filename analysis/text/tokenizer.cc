// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/text/character.h"
#include "analysis/text/unspaced_words.h"
#include "analysis/text/url.h"
#include "analysis/text/word_shape.h"

namespace vraagbaak::analysis {
namespace {

// How far a decision looks ahead: over the spaces to the next word, or to the bracket that closes within a
// word. Bounded, so that the whole stays linear on any input.
constexpr std::size_t kLookAhead = 48;

constexpr char32_t kLeftSingleQuote = 0x2018;
constexpr char32_t kRightSingleQuote = 0x2019;
constexpr char32_t kHyphen = 0x2010;
constexpr char32_t kNoBreakHyphen = 0x2011;
constexpr char32_t kEnDash = 0x2013;
constexpr char32_t kMinus = 0x2212;
constexpr char32_t kPerMille = 0x2030;
constexpr char32_t kDegree = 0xB0;

bool is_hyphen(char32_t c) {
  return c == '-' || c == kHyphen || c == kNoBreakHyphen;
}
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == kRightSingleQuote;
}
bool is_plain_letter(char c) {
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'z';
}
// What a word of ASCII letters ends before, whatever follows: white space and the signs that join nothing to
// letters.
constexpr std::array<bool, 256> kEndsPlainWord = [] {
  std::array<bool, 256> ends{};
  for (const unsigned char c : {' ', '\t', '\n', '\v', '\f', '\r', ',', ';', ')', '?', '!', '"', ']', '%'})
    ends[c] = true;
  return ends;
}();
// Marks that join what stands on both sides of them: en/of, CD&V, a+b=c, naam_1.
bool is_joiner(char32_t c) {
  return c == '/' || c == '&' || c == '+' || c == '=' || c == '_' || c == '^' || c == '@';
}

// What ends in a hiss has its genitive by an apostrophe alone: Hans' boek.
bool is_hiss(char c) {
  return c == 's' || c == 'x' || c == 'z' || c == 'S' || c == 'X' || c == 'Z';
}

// One walk over one text.
class Scan {
 public:
  Scan(std::string_view text, const Abbreviations& abbreviations, const Clitics& clitics)
      : text_(text), abbreviations_(abbreviations), clitics_(clitics) {
    tokens_.reserve(text.size() / 6 + 4);  // Dutch has about 5.5 bytes a token
  }

  std::vector<Token> run() {
    std::size_t at = 0;
    while (true) {
      if (at < text_.size() && is_plain_letter(text_[at])) {
        const std::size_t end = plain_letters_end(at);
        if (end == text_.size() || kEndsPlainWord[static_cast<unsigned char>(text_[end])]) {
          at = emit(at, end, TokenKind::word);
          if (end < text_.size() && text_[end] == ' ') ++at;
          continue;
        }
      }
      const Character c = at_(at);
      if (c.kind == CharacterKind::end) break;
      if (c.is_space()) {
        if (c.code_point == '\n') quote_open_ = false;
        at += c.size;
      } else if (c.kind == CharacterKind::ideograph) {
        at = unspaced(at);
      } else if (c.is_word()) {
        at = word(at, at);
      } else {
        at = symbol(at, c);
      }
    }
    return std::move(tokens_);
  }

 private:
  Character at_(std::size_t offset) const { return character_at(text_, offset); }
  Character before(std::size_t offset) const { return character_before(text_, offset); }
  std::string_view piece(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  bool starts_with(std::size_t offset, std::string_view what) const {
    return text_.substr(std::min(offset, text_.size()), what.size()) == what;
  }

  std::size_t emit(std::size_t begin, std::size_t end, TokenKind kind) {
    tokens_.push_back({{begin, end}, kind});
    return end;
  }

  std::size_t plain_letters_end(std::size_t at) const {
    while (at < text_.size() && is_plain_letter(text_[at])) ++at;
    return at;
  }

  // --- words and numbers -----------------------------------------------------------------------------------

  // A word or number whose token begins at `begin` (a sign, apostrophe or bracket may stand before `at`, its
  // first letter or digit).
  std::size_t word(std::size_t begin, std::size_t at) {
    word_ = {};
    word_.begin = begin;
    word_.segment = at;
    while (true) {
      const std::size_t run = at;
      at = plain_letters_end(at);  // most of most words
      if (at > run) word_.has_letter = true;
      const Character c = at_(at);
      if (c.is_word()) {
        if (c.is_letter()) word_.has_letter = true;
        if (c.is_digit() || c.kind == CharacterKind::numeral) word_.has_digit = true;
        at += c.size;
        continue;
      }
      if (c.kind == CharacterKind::end || c.is_space() || c.kind == CharacterKind::ideograph) break;
      const std::size_t end = join(at, c);
      if (end == at) break;
      at = end;
      if (word_.closed) break;
    }
    return emit(begin, at,
                word_.has_letter  ? TokenKind::word
                : word_.has_digit ? TokenKind::number
                                  : TokenKind::punctuation);
  }

  // Where the word goes on after the mark `c` at `at`; `at` itself where the word ends before it.
  std::size_t join(std::size_t at, const Character& c) {
    const std::size_t after = at + c.size;
    const Character next = at_(after);
    const Character previous = before(at);
    if (is_hyphen(c.code_point)) return join_hyphen(at, after, next);
    if (is_apostrophe(c.code_point) || c.code_point == '`' || c.code_point == 0xB4) {
      return join_apostrophe(at, after, c, next);
    }
    if (is_joiner(c.code_point)) {
      const bool goes_on = next.is_word() || (word_.formula && next.code_point == '(') ||
                           (next.code_point == '(' && c.code_point != '/' && c.code_point != '&');
      if (goes_on) {
        if (c.code_point == '=' || c.code_point == '+' || c.code_point == '^') word_.formula = true;
        word_.segment = after;
        return after;
      }
      if (c.code_point == '+' && ends_chunk(after)) return after;  // 65+, C+
      return at;
    }
    switch (c.code_point) {
      case '.':
        return join_full_stop(at, after, previous, next);
      case ',':
        if (!previous.is_digit()) return at;
        if (next.is_digit()) return after;
        if ((is_hyphen(next.code_point) || next.code_point == kEnDash) &&
            !word_.has_letter) {  // 25,- and 25,--
          std::size_t end = after;
          while (is_hyphen(at_(end).code_point) || at_(end).code_point == kEnDash) end += at_(end).size;
          if (!at_(end).is_word()) return end;
        }
        return at;
      case ':':
        if (starts_with(after, "//") && word_.has_letter && word_.begin == word_.segment)
          return close(url_end(text_, after + 2));
        return previous.is_digit() && next.is_digit() ? after : at;
      case '%':
      case kPerMille:
      case kDegree:
        return previous.is_digit() ? after : at;
      case kEnDash:
        if (!next.is_word() || !previous.is_word()) return at;
        word_.segment = after;
        return after;
      case kMinus:
      case 0xB7:  // middle dot, as in Catalan l·l
        return next.is_word() && previous.is_word() ? after : at;
      case '(':
        return join_bracket(at, after, next);
      default:
        return at;
    }
  }

  std::size_t join_hyphen(std::size_t at, std::size_t after, const Character& next) {
    if (is_hyphen(next.code_point)) return at;
    word_.segment = after;
    if (starts_with(after, "...")) return close(after + 3);  // 1995-...
    if (is_apostrophe(next.code_point) && at_(after + next.size).is_letter())
      return after + next.size;  // al-'Iskandariyyah
    return after;                // also the hanging hyphen of land-
  }

  std::size_t join_apostrophe(std::size_t at, std::size_t after, const Character& c, const Character& next) {
    if (next.is_word()) return after;
    if (c.code_point == '`' || c.code_point == 0xB4) return at;
    if (is_apostrophe(next.code_point)) return at;
    const std::string_view letters = piece(word_.begin, at);
    if (clitics_.takes_apostrophe_after(letters)) return close(after);  // l' Eau
    // The genitive of what ends in a hiss (Hans' boek, Belfius' aandeel), unless a quotation is open.
    if (is_hiss(text_[at - 1]) && !quote_open_ && next.is_space() && at_(after + next.size).is_letter())
      return close(after);
    return at;
  }

  std::size_t join_full_stop(std::size_t at, std::size_t after, const Character& previous,
                             const Character& next) {
    if (next.code_point == '.') return at;
    if (previous.is_digit() && next.is_digit()) return is_label_glued_to_number(at) ? at : after;
    if (next.is_word() && is_www(piece(word_.begin, at))) return close(url_end(text_, after));
    const std::string_view segment = piece(word_.segment, at);
    const bool one_letter = is_one_letter(segment);
    if (!next.is_word()) return join_last_full_stop(at, after, next);
    if (previous.is_digit()) {
      // 2.a and 4.A are labels, 2.De is the end of one sentence and the begin of another.
      if (next.kind == CharacterKind::upper && at_(after + next.size).is_word()) return at;
      word_.segment = after;
      return after;
    }
    if (next.is_digit()) {
      if ((word_.has_digit && previous.is_word()) || one_letter) return after;
      return abbreviations_.find(piece(word_.begin, at)) ? close(after) : at;
    }
    if (one_letter) {
      word_.segment = after;
      return after;
    }
    if (next.kind == CharacterKind::upper) {
      if (abbreviations_.find(piece(word_.begin, at))) return close(after);
      const bool roman =
          std::ranges::all_of(segment, [](char x) { return x == 'I' || x == 'V' || x == 'X'; });
      if (!roman) return at;
    }
    word_.segment = after;
    return after;
  }

  // The full stop of `in 2016.2. Hoeveel`: three digits or more before it, one or two and a full stop after
  // it, and a capital then. In `1.250.000` three digits follow, in `3.2. Titel` few stand before.
  bool is_label_glued_to_number(std::size_t at) const {
    for (std::size_t digits = 1; digits <= 3; ++digits) {
      if (at < digits || !is_ascii_digit(at - digits)) return false;
    }
    std::size_t end = at + 1;
    while (end < at + 4 && is_ascii_digit(end)) ++end;
    return end <= at + 3 && at_(end).code_point == '.' && !at_(end + 1).is_digit() &&
           following_character(end + 1).kind == CharacterKind::upper;
  }

  bool is_ascii_digit(std::size_t at) const {
    return at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
  }

  // A full stop with no letter or digit after it: part of an abbreviation or initial, or the end of a
  // sentence.
  std::size_t join_last_full_stop(std::size_t at, std::size_t after, const Character& next) {
    const std::string_view whole = piece(word_.begin, at);
    const bool goes_on = is_hyphen(next.code_point) && at_(after + next.size).is_letter();  // St.-Janstraat
    const Character following = following_character(after);
    bool keeps = false;
    if (is_one_letter(piece(word_.segment, at)) && before(at).kind == CharacterKind::upper &&
        (word_.segment == word_.begin || is_initials(whole))) {
      // J. or the last of J.-P.: an initial where a name can follow.
      keeps = following.kind == CharacterKind::upper || following.kind == CharacterKind::lower || goes_on ||
              word_.segment != word_.begin;
    } else if (is_dotted_letters(whole)) {
      keeps = true;
    } else {
      auto use = abbreviations_.find(piece(abbreviation_begin(at), at));
      if (!use && segment_is_dotted_on(at)) use = abbreviations_.find(piece(word_.segment, at));  // v.Chr.
      keeps = use && (*use != AbbreviationUse::number || following.is_digit());
    }
    if (!keeps) return at;
    word_.segment = after;
    return goes_on ? after : close(after);
  }

  // The word has a full stop before its last segment, and that segment is capitalised: v.Chr, not belgie.be.
  bool segment_is_dotted_on(std::size_t at) const {
    return word_.segment > word_.begin && word_.segment < at && text_[word_.segment - 1] == '.' &&
           at_(word_.segment).kind == CharacterKind::upper;
  }

  // The abbreviation in oud-dir. or jan./febr. begins after the last hyphen or slash.
  std::size_t abbreviation_begin(std::size_t at) const {
    const std::string_view whole = piece(word_.begin, at);
    const std::size_t mark = whole.find_last_of("-/");
    return mark == std::string_view::npos ? word_.begin : word_.begin + mark + 1;
  }

  // A bracket within a word: gemeente(n), f(x), a(b+c). It must close, with letters first or nothing but
  // signs in it.
  std::size_t join_bracket(std::size_t at, std::size_t after, const Character& next) {
    if (!word_.has_letter && !word_.formula) return at;
    const bool inner = next.kind == CharacterKind::lower || next.code_point == '-' || word_.formula;
    if (!inner) return at;
    const std::size_t close_bracket = bracket_end(after);
    if (close_bracket == 0) return at;
    return close_bracket;
  }

  // After the bracket that closes the one before `after`, with only letters, digits and joiners between; 0
  // where there is none.
  std::size_t bracket_end(std::size_t after) const {
    std::size_t depth = 1;
    for (std::size_t i = after; i < after + kLookAhead;) {
      const Character c = at_(i);
      if (c.code_point == '(') {
        ++depth;
      } else if (c.code_point == ')') {
        if (--depth == 0) return i == after ? 0 : i + 1;
      } else if (!c.is_word() && !is_joiner(c.code_point) && !is_hyphen(c.code_point)) {
        return 0;
      }
      i += c.size;
    }
    return 0;
  }

  std::size_t close(std::size_t end) {
    word_.closed = true;
    return end;
  }

  // --- punctuation -----------------------------------------------------------------------------------------

  std::size_t symbol(std::size_t at, const Character& c) {
    const std::size_t after = at + c.size;
    const Character next = at_(after);
    const bool opens =
        !before(at).is_word() && before(at).code_point != ')';  // nothing it could belong to stands before it
    if (is_apostrophe(c.code_point) || c.code_point == kLeftSingleQuote)
      return apostrophe(at, after, c, next, opens);
    switch (c.code_point) {
      case '.':
        return same_run(at, c, 2);
      case ',':
        // ,, is a low quotation mark; of three the first is a comma.
        if (starts_with(after, ",,") || next.code_point != ',')
          return emit(at, after, TokenKind::punctuation);
        return emit(at, after + 1, TokenKind::punctuation);
      case '`':
        return emit(at, next.code_point == '`' ? after + 1 : after, TokenKind::punctuation);
      case '-':
        if (next.code_point == '-') return same_run(at, c, 2);
        if (opens && next.is_digit()) return word(at, after);
        if (opens && next.is_letter() && clitics_.takes_hyphen_before(letters_from(after)))
          return word(at, after);
        return emit(at, after, TokenKind::punctuation);
      case '+':
      case kMinus:
        if (opens && next.is_digit()) return word(at, after);
        return emit(at, after, TokenKind::punctuation);
      case '(':
        return bracket(at, after, next);
      case '_':
      case '=':
      case '*':
      case '#':
      case '~':
        return same_run(at, c, 3);
      default:
        return emit(at, after, TokenKind::punctuation);
    }
  }

  // `least` or more of one mark are one token: ... -- ____
  std::size_t same_run(std::size_t at, const Character& c, std::size_t least) {
    std::size_t end = at;
    while (end < text_.size() && text_[end] == static_cast<char>(c.code_point)) ++end;
    return emit(at, end - at >= least ? end : at + 1, TokenKind::punctuation);
  }

  std::size_t apostrophe(std::size_t at, std::size_t after, const Character& c, const Character& next,
                         bool opens) {
    if (c.code_point == '\'' && next.code_point == '\'') return emit(at, after + 1, TokenKind::punctuation);
    if (opens && next.is_digit() && at_(after + 1).is_digit() && !at_(after + 2).is_digit())
      return word(at, after);  // '80
    if (opens && next.is_letter()) {
      const std::string_view letters = letters_from(after);
      const Character behind = at_(after + letters.size());
      if (!is_apostrophe(behind.code_point) && clitics_.takes_apostrophe_before(letters))
        return word(at, after);
    }
    if (c.code_point == kLeftSingleQuote || (opens && !next.is_space())) {
      quote_open_ = true;
    } else {
      quote_open_ = false;
    }
    return emit(at, after, TokenKind::punctuation);
  }

  // (tbs-)behandeling, (her)verdeling: a bracket that closes within the word and is followed by its rest.
  std::size_t bracket(std::size_t at, std::size_t after, const Character& next) {
    if (next.is_letter()) {
      const std::size_t end = bracket_end(after);
      if (end != 0) {
        const Character rest = at_(end);
        const bool word_goes_on = rest.kind == CharacterKind::lower ||
                                  (rest.code_point == '+' && at_(end + 1).is_word()) ||
                                  (is_hyphen(rest.code_point) && at_(end + rest.size).is_letter());
        if (word_goes_on) return word(at, end);
      }
    }
    return emit(at, after, TokenKind::punctuation);
  }

  std::size_t unspaced(std::size_t at) {
    std::size_t end = at;
    while (true) {
      const Character c = at_(end);
      if (c.kind != CharacterKind::ideograph && c.kind != CharacterKind::extend) break;
      end += c.size;
    }
    for (const ByteSpan& span : unspaced_.split(text_, {at, end}))
      emit(span.begin, span.end, TokenKind::word);
    return end;
  }

  // --- looking about ---------------------------------------------------------------------------------------

  // The ASCII letters from `at` on, at most eight: enough for any clitic.
  std::string_view letters_from(std::size_t at) const {
    std::size_t end = at;
    while (end < at + 8 && at_(end).is_word()) end += at_(end).size;
    return piece(at, end);
  }

  // True where nothing but closing punctuation stands between `at` and the next space.
  bool ends_chunk(std::size_t at) const {
    const Character c = at_(at);
    return c.kind == CharacterKind::end || c.is_space() || c.code_point == ')' || c.code_point == ',' ||
           c.code_point == '.' || c.code_point == ';' || is_hyphen(c.code_point) ||
           is_apostrophe(c.code_point);
  }

  // The first character after the spaces at `at`, on this line or the next; `end` after a blank line.
  Character following_character(std::size_t at) const {
    int line_ends = 0;
    for (std::size_t i = at; i < at + kLookAhead && line_ends < 2;) {
      const Character c = at_(i);
      if (!c.is_space()) return c;
      if (c.code_point == '\n') ++line_ends;
      i += c.size;
    }
    return {};
  }

  struct Word {
    std::size_t begin = 0;    // of the token
    std::size_t segment = 0;  // after the last full stop or joiner
    bool has_letter = false;
    bool has_digit = false;
    bool formula = false;  // holds an operator, so brackets belong to it
    bool closed = false;   // ends here whatever follows
  };

  std::string_view text_;
  const Abbreviations& abbreviations_;
  const Clitics& clitics_;
  UnspacedWords unspaced_;
  std::vector<Token> tokens_;
  Word word_;
  bool quote_open_ = false;  // a single quote was opened and not closed yet
};

bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// U+2018 and U+2019 begin with the second of these bytes.
constexpr std::string_view kSingleMarks = "'\xE2";

// Whether a quotation that was opened before the part, on its line, may change how the part is cut: only of
// an apostrophe behind a hiss it tells that it closes.
bool may_be_quoted(std::string_view text, ByteSpan part) {
  const std::string_view line = part.in(text).substr(0, part.in(text).find('\n'));
  bool asks = false;
  for (const char mark : kSingleMarks) {
    for (std::size_t at = line.find(mark); at != std::string_view::npos && !asks;
         at = line.find(mark, at + 1))
      asks = at > 0 && is_hiss(line[at - 1]);
  }
  if (!asks || part.begin == 0) return false;
  const std::size_t line_end = text.rfind('\n', part.begin - 1);
  const std::size_t begin = line_end == std::string_view::npos ? 0 : line_end + 1;
  const std::string_view before = text.substr(begin, part.begin - begin);
  return std::ranges::any_of(kSingleMarks,
                             [&](char mark) { return before.find(mark) != std::string_view::npos; });
}

// Whether a token at `at`, or behind the white space there, is cut as if nothing stood before it: tokens ask
// only whether that is a letter, a digit or a closing bracket.
bool begins_alike(std::string_view text, std::size_t at) {
  if (at == 0 || is_ascii_space(text[at])) return true;
  const Character before = character_before(text, at);
  return before.code_point < 0x80 && !before.is_word() && before.code_point != ')';
}

}  // namespace

Tokenizer::Tokenizer(const DictionarySource& dictionaries)
    : abbreviations_(dictionaries), clitics_(dictionaries) {}

std::vector<Token> Tokenizer::tokenize(std::string_view text) const {
  return Scan(text, abbreviations_, clitics_).run();
}

// No decision looks further back than the character before the token, but for an open quotation, and none
// further ahead than the word behind the spaces. So a part begins as it does in the text where begins_alike()
// says so, and only its last stretch without spaces may be cut otherwise where the part ends.
std::optional<TokenRange> Tokenizer::range_of(std::string_view text, ByteSpan part,
                                              std::span<const Token> tokens) const {
  if (part.empty() || !begins_alike(text, part.begin) || may_be_quoted(text, part)) return std::nullopt;
  const auto index_from = [&](std::size_t offset) {
    const auto begin_of = [](const Token& token) { return token.span.begin; };
    return static_cast<std::size_t>(std::ranges::lower_bound(tokens, offset, {}, begin_of) - tokens.begin());
  };
  const TokenRange range{index_from(part.begin), index_from(part.end)};
  if (range.first > 0 && tokens[range.first - 1].span.end > part.begin) return std::nullopt;
  std::size_t end = part.end;
  while (end > part.begin && is_ascii_space(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > part.begin && !is_ascii_space(text[begin - 1])) --begin;
  const std::string_view ending = text.substr(begin, part.end - begin);
  const std::vector<Token> last = Scan(ending, abbreviations_, clitics_).run();
  if (last.size() > range.last - range.first) return std::nullopt;
  const std::span<const Token> known = tokens.subspan(range.last - last.size(), last.size());
  const bool is_same = std::ranges::equal(last, known, [begin](const Token& own, const Token& of_text) {
    return own.kind == of_text.kind && own.span.begin + begin == of_text.span.begin &&
           own.span.end + begin == of_text.span.end;
  });
  if (!is_same) return std::nullopt;
  return range;
}

}  // namespace vraagbaak::analysis
