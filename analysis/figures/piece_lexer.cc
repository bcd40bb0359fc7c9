// SPDX-License-Identifier: EUPL-1.2
#include "analysis/figures/piece_lexer.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "analysis/figures/figure_lexicon.h"
#include "analysis/figures/letter_fold.h"
#include "analysis/figures/number_word.h"
#include "analysis/text/ascii_runs.h"
#include "analysis/text/text_hash.h"

namespace vraagbaak::analysis {
namespace {

using Class = FoldedCharacter::Class;

// Longer words are no vocabulary and spell no number below 10^18.
constexpr std::size_t kLongestWord = 200;
static_assert(kLongestWord % 8 == 0, "letters are folded eight at a time");

bool is_letter(std::string_view text, std::size_t at) {
  return at < text.size() && fold_character(text, at).character_class == Class::letter;
}
bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}
bool ends_sentence(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == ')' || c == '?' || c == '!';
}
bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class Cutter {
 public:
  Cutter(std::string_view text, const FigureLexicon& lexicon, PieceList list)
      : text_(text.substr(0, std::numeric_limits<std::uint32_t>::max())),
        lexicon_(lexicon),
        list_(std::move(list)) {
    list_.pieces.clear();
    list_.numbers.clear();
    list_.pieces.reserve(text_.size() / 5);
  }

  PieceList cut() {
    gap_ = Gap::paragraph;
    for (at_ = 0; at_ < text_.size();) {
      const FoldedCharacter c = fold_character(text_, at_);
      switch (c.character_class) {
        case Class::blank:
          skip_blanks();
          break;
        case Class::digit:
          cut_digits();
          break;
        case Class::letter:
          cut_word();
          break;
        case Class::symbol:
          cut_symbol(c);
          break;
      }
    }
    return std::move(list_);
  }

 private:
  void skip_blanks() {
    // One blank between two words, as nearly all white space is.
    if (text_[at_] == ' ' && at_ + 1 < text_.size() && text_[at_ + 1] > ' ') {
      ++at_;
      gap_ = Gap::space;
      no_break_ = false;
      return;
    }
    std::size_t lines = 0, blanks = 0;
    bool page = false, wide = false, no_break = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ') {
        ++blanks;
      } else if (c == '\n') {
        ++lines;
      } else if (c == '\f') {
        page = true;
      } else if (c == '\t' || c == '\r' || c == '\v') {
        wide = wide || c == '\t';
      } else if (static_cast<unsigned char>(c) < 0x80) {
        break;
      } else {
        const FoldedCharacter folded = fold_character(text_, at_);
        if (folded.character_class != Class::blank) break;
        ++blanks;
        no_break = true;
        at_ += folded.size - 1u;
      }
      ++at_;
    }
    no_break_ = no_break && blanks == 1 && lines == 0;
    gap_ = page                 ? Gap::page
           : lines > 1          ? Gap::paragraph
           : lines > 0          ? Gap::line
           : wide || blanks > 1 ? Gap::wide
                                : Gap::space;
  }

  void cut_digits() {
    const std::size_t begin = at_;
    while (is_digit(text_, at_)) ++at_;
    push(begin, PieceKind::digits, kUnknownWord);
  }

  void cut_word() {
    const std::size_t begin = at_;
    FoldedWord folded = fold_plain_letters();
    if (at_ < text_.size() && may_go_on(text_[at_])) fold_rest(folded);
    std::uint16_t word = kUnknownWord;
    if (folded.size <= kLongestWord) {
      const std::string_view letters(buffer_.data(), folded.size);
      word = lexicon_.word(letters, folded.hash);
      if (word == kUnknownWord && may_spell_number(letters)) {
        if (const auto number = read_number_word(letters, lexicon_)) {
          word = kNumberWord;
          list_.numbers.push_back(*number);
        }
      } else if (is_address_start(letters)) {
        skip_address(begin);
        return;
      }
    }
    push(begin, PieceKind::word, word);
  }

  // What is in the buffer.
  struct FoldedWord {
    std::uint32_t hash = 0;  // letters_hash
    std::size_t size = 0;    // may be more than the buffer holds
  };

  // Folds the ASCII letters at `at_` into the buffer and goes behind them: most words are nothing else.
  FoldedWord fold_plain_letters() {
    FoldedWord word;
    std::uint64_t hash = 0;
    while (text_.size() - at_ >= 8 && word.size < kLongestWord) {
      const EightLetters eight = fold_eight(load_eight(text_.data() + at_));
      store_eight(buffer_.data() + word.size, eight.folded);
      word.size += eight.letters;
      at_ += eight.letters;
      if (eight.letters == 8) {
        hash = mixed_hash(hash, eight.folded);
        continue;
      }
      if (eight.letters != 0)
        hash = mixed_hash(hash, eight.folded & ((std::uint64_t{1} << (8 * eight.letters)) - 1));
      word.hash = static_cast<std::uint32_t>(hash);
      return word;
    }
    for (; at_ < text_.size() && word.size < kLongestWord; ++at_) {
      const char folded = static_cast<char>(text_[at_] | 0x20);
      if (folded < 'a' || folded > 'z') break;
      buffer_[word.size++] = folded;
    }
    word.hash = letters_hash({buffer_.data(), word.size});
    return word;
  }

  // Whether a word may have that byte behind plain letters.
  static bool may_go_on(char c) {
    const char lower = static_cast<char>(c | 0x20);
    return static_cast<unsigned char>(c) >= 0x80 || (lower >= 'a' && lower <= 'z') ||
           (c >= '0' && c <= '9') || c == '\'' || c == '^';
  }

  // The rest of a word that is not plain letters alone: digits, apostrophes, letters beyond ASCII.
  void fold_rest(FoldedWord& word) {
    std::size_t letters_end = 0;  // where a number may be parted off: FLUX|50
    while (at_ < text_.size()) {
      const char c = text_[at_];
      char folded = c;
      std::size_t step = 1;
      if (c >= 'A' && c <= 'Z') {
        folded = static_cast<char>(c + ('a' - 'A'));
      } else if (c >= '0' && c <= '9') {
        if (letters_end == 0) {
          letters_end = at_;
          if (word.size <= kLongestWord &&
              lexicon_.parts_from_digits(lexicon_.word({buffer_.data(), word.size})))
            break;
        }
      } else if (c == '\'' || c == '^') {
        if (c == '\'' ? !is_letter(text_, at_ + 1) : !is_digit(text_, at_ + 1)) break;
      } else if (!(c >= 'a' && c <= 'z')) {
        if (static_cast<unsigned char>(c) < 0x80) break;
        const FoldedCharacter other = fold_character(text_, at_);
        const bool apostrophe = other.ascii == '\'' && is_letter(text_, at_ + other.size);
        if (other.character_class != Class::letter && !apostrophe) break;
        folded = other.ascii;
        step = other.size;
      }
      if (folded != 0) {
        if (word.size < kLongestWord) buffer_[word.size] = folded;
        ++word.size;
      }
      at_ += step;
    }
    word.hash = letters_hash({buffer_.data(), std::min(word.size, kLongestWord)});
  }

  void cut_symbol(FoldedCharacter c) {
    if (c.ascii == '/' && gap_ == Gap::none && is_domain_before()) {
      skip_address(at_);
      return;
    }
    if (c.ascii == '@' && at_ > 0 && !is_blank(text_[at_ - 1]) && is_letter(text_, at_ + 1)) {
      skip_address(at_);
      return;
    }
    const std::size_t begin = at_;
    at_ += c.size;
    const auto byte = static_cast<unsigned char>(text_[begin]);
    push(begin, PieceKind::symbol,
         byte < 0x80 ? lexicon_.symbol(text_[begin]) : lexicon_.word(text_.substr(begin, c.size)));
    list_.pieces.back().symbol = c.ascii;
  }

  // http://… and www.… : the address is no piece. A word is an address only with what follows it.
  bool is_address_start(std::string_view word) const {
    if (word.empty() || (word[0] != 'w' && word[0] != 'h' && word[0] != 'f')) return false;
    if (at_ + 2 >= text_.size()) return false;
    if (word == "www") return text_[at_] == '.';
    return (word == "http" || word == "https" || word == "ftp") && text_.substr(at_, 3) == "://";
  }

  // "site.nl/pagina/12": an address whose beginning is left out.
  bool is_domain_before() const {
    // The top-level domains of the states and bodies that write such papers.
    constexpr std::array<std::string_view, 9> kDomains{"be",  "com", "eu",  "fr", "int",
                                                       "net", "nl",  "org", "uk"};
    const std::size_t count = list_.pieces.size();
    if (count < 3) return false;
    const Piece& last = list_.pieces[count - 1];
    const Piece& point = list_.pieces[count - 2];
    const std::string_view domain = ByteSpan{last.begin, last.end}.in(text_);
    return last.kind == PieceKind::word && last.gap == Gap::none && point.gap == Gap::none &&
           point.symbol == '.' && list_.pieces[count - 3].kind == PieceKind::word &&
           std::ranges::find(kDomains, domain) != kDomains.end();
  }

  // Leaves out the run without blanks that holds `begin`, with the pieces already cut from it.
  void skip_address(std::size_t begin) {
    std::size_t start = begin;
    while (!list_.pieces.empty() && list_.pieces.back().end == start && gap_ == Gap::none) {
      start = list_.pieces.back().begin;
      gap_ = list_.pieces.back().gap;
      list_.pieces.pop_back();
    }
    while (at_ < text_.size() && !is_blank(text_[at_])) ++at_;
    while (at_ > begin + 1 && ends_sentence(text_[at_ - 1])) --at_;  // the marks behind are the sentence's
    if (gap_ == Gap::none) gap_ = Gap::space;
  }

  void push(std::size_t begin, PieceKind kind, std::uint16_t word) {
    list_.pieces.push_back(
        {.begin = static_cast<std::uint32_t>(begin),
         .end = static_cast<std::uint32_t>(at_),
         .number = static_cast<std::uint32_t>(list_.numbers.size()) - (word == kNumberWord ? 1u : 0u),
         .word = word,
         .kind = kind,
         .gap = gap_,
         .symbol = 0,
         .no_break = no_break_});
    gap_ = Gap::none;
    no_break_ = false;
  }

  std::string_view text_;
  const FigureLexicon& lexicon_;
  std::array<char, kLongestWord> buffer_{};
  PieceList list_;
  std::size_t at_ = 0;
  Gap gap_ = Gap::none;
  bool no_break_ = false;
};

}  // namespace

PieceList cut_pieces(std::string_view text, const FigureLexicon& lexicon, PieceList reused) {
  return Cutter(text, lexicon, std::move(reused)).cut();
}

std::vector<std::string> split_form(std::string_view form) {
  std::vector<std::string> parts;
  bool in_word = false;
  for (std::size_t at = 0; at < form.size();) {
    const FoldedCharacter c = fold_character(form, at);
    const bool letter = c.character_class == Class::letter;
    const bool inside = in_word && (c.character_class == Class::digit || c.ascii == '\'' || c.ascii == '^');
    if (letter || inside) {
      if (!in_word) parts.emplace_back();
      if (c.ascii != 0) parts.back().push_back(c.ascii);
      in_word = true;
    } else {
      in_word = false;
      if (c.character_class != Class::blank) parts.emplace_back(form.substr(at, c.size));
    }
    at += c.size;
  }
  return parts;
}

}  // namespace vraagbaak::analysis
