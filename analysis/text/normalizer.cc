// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/normalizer.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "analysis/text/word_list.h"
#include "model/error.h"

namespace vraagbaak::analysis {
namespace {

std::string fold(std::string_view text, const WordList* words);

// Folds what folds character by character; false where the text needs more.
bool fold_simply(std::string_view text, std::string& folded);

}  // namespace

std::string normalize(std::string_view text) {
  std::string folded;
  return fold_simply(text, folded) ? folded : fold(text, nullptr);
}

std::string normalize(std::string_view text, const WordList& words) {
  std::string folded;
  return fold_simply(text, folded) ? folded : fold(text, &words);
}

namespace {

constexpr UChar32 kSoftHyphen = 0xAD;

void append(std::string& text, UChar32 c) {
  uint8_t bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

// The code point at `at`, which moves behind it; U+FFFD for ill-formed bytes.
UChar32 next(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    ++at;
    return byte;
  }
  // A code point is 4 bytes at most: a short window keeps ICU's 32-bit offsets out of long texts.
  const auto window = static_cast<int32_t>(std::min<std::size_t>(text.size() - at, U8_MAX_LENGTH));
  int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes + at, used, window, c);
  at += static_cast<std::size_t>(used);
  return c;
}

bool is_dash(UChar32 c) {
  return c == '-' || (c >= 0x80 && (u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212 || c == 0x2043));
}

bool is_line_break(UChar32 c) {
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_space(UChar32 c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x80 && u_isUWhiteSpace(c));
}

bool is_lower_letter(UChar32 c) {
  return u_isalpha(c) && !u_isupper(c);
}

// Letters that Unicode does not decompose though readers take them for a plain letter with a mark.
std::string_view plain_letters(UChar32 c) {
  switch (c) {
    case 0xE6:
      return "ae";
    case 0xF0:
      return "d";
    case 0xF8:
      return "o";
    case 0xFE:
      return "th";
    case 0x111:
      return "d";
    case 0x127:
      return "h";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    case 0x167:
      return "t";
    default:
      return {};
  }
}

// Apostrophes, quotes and dashes in one form each; other characters as they are.
UChar32 plain_sign(UChar32 c) {
  switch (c) {
    case '`':
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2035:
    case 0x2039:
    case 0x203A:
    case 0x2BC:
    case 0x2BB:
      return '\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x2036:
      return '"';
    default:
      return is_dash(c) ? '-' : c;
  }
}

bool is_vowel(UChar32 c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// Vowels that would be misread as one sound, between which a compound therefore keeps its hyphen: zee-egel,
// auto-ongeval. Source: Woordenlijst Nederlandse Taal, "klinkerbotsing".
bool vowels_clash(UChar32 left, UChar32 right) {
  if (!is_vowel(left) || !is_vowel(right)) return false;
  return left == right || (left == 'e' && (right == 'i' || right == 'u')) ||
         (left == 'a' && (right == 'i' || right == 'u' || right == 'e')) ||
         (left == 'o' && (right == 'e' || right == 'i' || right == 'u')) || (left == 'i' && right == 'e') ||
         (left == 'u' && right == 'i');
}

// Where a hyphen at `at` (behind its code point) ends a line inside a word: where the word goes on; else
// npos.
std::size_t continuation(std::string_view text, std::size_t at) {
  bool broken = false;
  while (at < text.size()) {
    std::size_t behind = at;
    const UChar32 c = next(text, behind);
    if (!is_space(c)) return broken && (u_isalpha(c) || u_isdigit(c)) ? at : std::string_view::npos;
    broken = broken || is_line_break(c);
    at = behind;
  }
  return std::string_view::npos;
}

// Enough of a word to look it up; no word of a list is longer.
constexpr std::size_t kLongestLookup = 64;

std::string_view word_before(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < kLongestLookup &&
         !is_space(static_cast<unsigned char>(text[begin - 1])))
    --begin;
  return text.substr(begin);
}

std::string_view word_after(std::string_view text) {
  const std::size_t end = text.find_first_of(" \t\n\r\f\v-");
  return text.substr(0, std::min({end, text.size(), kLongestLookup}));
}

// Whether the hyphen that ends a line between `left` and `right` is part of the word.
bool keeps_hyphen(std::string_view left, std::string_view right, UChar32 before, UChar32 behind,
                  const WordList* words) {
  if (!is_lower_letter(before) || !is_lower_letter(behind)) return true;
  const std::string first = normalize(word_before(left));
  const std::string second = normalize(word_after(right));
  if (words != nullptr) {
    if (words->contains(first + second)) return false;
    if (words->contains(first + "-" + second)) return true;
  }
  return !first.empty() && !second.empty() &&
         vowels_clash(static_cast<unsigned char>(first.back()), static_cast<unsigned char>(second.front()));
}

// Signs and line-end hyphens, before letters lose their case.
std::string undo_line_ends(std::string_view text, const WordList* words) {
  std::string joined;
  joined.reserve(text.size());
  UChar32 before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next(text, at);
    if (c == 0xB4) {  // NFKC would make a space and an accent of it
      joined += '\'';
    } else if (is_dash(c) || c == kSoftHyphen) {
      const std::size_t resume = u_isalpha(before) || u_isdigit(before) ? continuation(text, at) : text.npos;
      if (resume != std::string_view::npos) {
        std::size_t peek = resume;
        const UChar32 behind = next(text, peek);
        if (c != kSoftHyphen && keeps_hyphen(joined, text.substr(resume), before, behind, words))
          joined += '-';
        at = resume;
      } else if (c != kSoftHyphen) {
        joined += '-';
      }
    } else {
      append(joined, c);
    }
    if (c != kSoftHyphen) before = c;
  }
  return joined;
}

std::string to_form(const icu::Normalizer2* form, const std::string& text) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result,
                                        static_cast<int32_t>(std::min<std::size_t>(text.size(), 1 << 20)));
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, text, sink, nullptr, status);
  if (U_FAILURE(status))
    throw Error("Unicode normalization", u_errorName(status), "check the installed ICU data");
  return result;
}

struct Forms {
  const icu::Normalizer2* case_fold;
  const icu::Normalizer2* decompose;
  const icu::Normalizer2* compose;
};

const Forms& forms() {
  static const Forms instances = [] {
    UErrorCode status = U_ZERO_ERROR;
    const Forms found{icu::Normalizer2::getNFKCCasefoldInstance(status),
                      icu::Normalizer2::getNFDInstance(status), icu::Normalizer2::getNFCInstance(status)};
    if (U_FAILURE(status))
      throw Error("Unicode normalization", u_errorName(status), "check the installed ICU data");
    return found;
  }();
  return instances;
}

bool is_accent(UChar32 c) {
  return c >= 0x300 && c <= 0x36F;
}

std::string fold_letters(const std::string& text) {
  const std::string decomposed = to_form(forms().decompose, to_form(forms().case_fold, text));
  std::string folded;
  folded.reserve(decomposed.size());
  bool ascii = true;
  for (std::size_t at = 0; at < decomposed.size();) {
    const UChar32 c = next(decomposed, at);
    if (is_accent(c)) continue;
    if (is_space(c)) {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
      continue;
    }
    if (const std::string_view plain = plain_letters(c); !plain.empty()) {
      folded += plain;
      continue;
    }
    const UChar32 sign = plain_sign(c);
    ascii = ascii && sign < 0x80;
    append(folded, sign);
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return ascii ? folded : to_form(forms().compose, folded);
}

// ICU counts bytes in 32 bits: longer text is folded piece by piece, cut at a space or a whole code point.
constexpr std::size_t kPiece = std::size_t{1} << 26;

std::string fold(std::string_view text, const WordList* words) {
  const std::string joined = undo_line_ends(text, words);
  if (joined.size() <= kPiece) return fold_letters(joined);
  std::string folded;
  for (std::size_t begin = 0; begin < joined.size();) {
    std::size_t end = std::min(begin + kPiece, joined.size());
    while (end < joined.size() && (static_cast<unsigned char>(joined[end]) & 0xC0) == 0x80) --end;
    folded += fold_letters(joined.substr(begin, end - begin));
    begin = end;
  }
  return folded;
}

constexpr char kBlank = ' ';
// What ASCII folds to; white space to a blank.
constexpr std::array<char, 0x80> kAscii = [] {
  std::array<char, 0x80> folded{};
  for (std::size_t c = 0; c < folded.size(); ++c) folded[c] = static_cast<char>(c);
  for (std::size_t c = 'A'; c <= 'Z'; ++c) folded[c] = static_cast<char>(c - 'A' + 'a');
  for (std::size_t c = '\t'; c <= '\r'; ++c) folded[c] = kBlank;
  folded['`'] = '\'';
  return folded;
}();

// What the letters with marks and the signs of Western European text fold to, each by itself: Latin-1
// Supplement and Latin Extended-A, and dashes, quotes and dots of General Punctuation. Made by the folding of
// all text.
class SimpleFolds {
 public:
  struct Fold {
    std::array<char, 3> bytes{};
    std::uint8_t size = 0;
    bool simple = false;  // no longer than the character itself, and the same wherever it stands
  };

  static const SimpleFolds& instance() {
    static const SimpleFolds folds;
    return folds;
  }

  // Of the character that begins `text`, whose first byte is not ASCII; moves `size` to its bytes.
  const Fold& find(std::string_view text, std::size_t& size) const {
    static constexpr Fold kNone;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (text.size() < 2 || (byte(1) & 0xC0) != 0x80) return kNone;
    if (byte(0) >= 0xC2 && byte(0) <= 0xC5) {
      size = 2;
      return letters_[(byte(0) - 0xC2u) * 0x40u + (byte(1) & 0x3Fu)];
    }
    if (text.size() < 3 || byte(0) != 0xE2 || byte(1) != 0x80 || (byte(2) & 0xC0) != 0x80) return kNone;
    size = 3;
    return signs_[byte(2) & 0x3F];
  }

 private:
  SimpleFolds() {
    for (std::size_t i = 0x20; i < letters_.size(); ++i)
      letters_[i] = fold_of(static_cast<UChar32>(0x80 + i));
    for (std::size_t i = 0x10; i < 0x3F; ++i) signs_[i] = fold_of(static_cast<UChar32>(0x2000 + i));
  }

  static Fold fold_of(UChar32 c) {
    Fold found;
    std::string text = "a";
    append(text, c);
    const std::size_t own_size = text.size() - 1;
    const std::string folded = fold(text.append("a"), nullptr);
    const std::string_view own = std::string_view(folded).substr(1, folded.size() - 2);
    if (c == kSoftHyphen || own.size() > own_size || (own.size() > 1 && own.find(kBlank) != own.npos))
      return found;
    std::ranges::copy(own, found.bytes.begin());
    found.size = static_cast<std::uint8_t>(own.size());
    found.simple = true;
    return found;
  }

  std::array<Fold, 0x100> letters_;  // from U+0080
  std::array<Fold, 0x40> signs_;     // from U+2000
};

// Whether a hyphen with `behind` behind it may end a line inside a word.
bool may_end_line(std::string_view behind) {
  for (const char c : behind) {
    if (static_cast<unsigned char>(c) >= 0x80) return true;
    if (kAscii[static_cast<unsigned char>(c)] != kBlank) return false;
    if (c != ' ' && c != '\t') return true;
  }
  return false;
}

bool fold_simply(std::string_view text, std::string& folded) {
  folded.resize(text.size());
  char* const begin = folded.data();
  char* end = begin;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const char c = kAscii[byte];
      ++at;
      if (c == '-' && may_end_line(text.substr(at))) return false;
      if (c != kBlank || (end != begin && end[-1] != kBlank)) *end++ = c;
      continue;
    }
    std::size_t size = 0;
    const SimpleFolds::Fold& fold = SimpleFolds::instance().find(text.substr(at), size);
    if (!fold.simple) return false;
    at += size;
    const char c = fold.bytes[0];
    if (c == '-' && may_end_line(text.substr(at))) return false;
    if (c == kBlank && fold.size == 1) {
      if (end != begin && end[-1] != kBlank) *end++ = c;
      continue;
    }
    end = std::copy_n(fold.bytes.data(), fold.size, end);
  }
  if (end != begin && end[-1] == kBlank) --end;
  folded.resize(static_cast<std::size_t>(end - begin));
  return true;
}

}  // namespace
}  // namespace vraagbaak::analysis
