// SPDX-License-Identifier: EUPL-1.2
#include "analysis/text/sentence_splitter.h"

#include <algorithm>
#include <cstdint>

#include "analysis/text/character.h"
#include "analysis/text/label.h"
#include "analysis/text/layout.h"

namespace vraagbaak::analysis {
namespace {

// What the end of a token says about the end of the sentence.
enum class Ending : std::uint8_t {
  none,
  terminal,      // . ? !
  ellipsis,      // ... …
  abbreviation,  // an abbreviation that may end a sentence
  initials,      // J. M.C.: only before a word that plainly begins a sentence
};

// Tokens, its mark counted, that an item of a flattened list has at least to be a sentence of its own.
constexpr std::size_t kShortestItem = 9;

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018;
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// A capital and its full stop.
bool is_initial(std::string_view word) {
  const Character c = character_at(word, 0);
  return c.kind == CharacterKind::upper && word.substr(c.size) == ".";
}

class Split {
 public:
  Split(std::string_view text, std::span<const Token> tokens, const Abbreviations& abbreviations,
        const SentenceEdges& edges)
      : text_(text), tokens_(tokens), abbreviations_(abbreviations), edges_(edges), layout_(text, edges) {}

  std::vector<Sentence> run() {
    if (tokens_.empty()) return {};
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (goes_on_plainly(i)) continue;
      observe(i);
      if (ends_after(i)) finish(i);
    }
    finish(tokens_.size() - 1);
    return std::move(sentences_);
  }

 private:
  std::string_view token(std::size_t i) const { return tokens_[i].span.in(text_); }
  Character first(std::size_t i) const { return character_at(text_, tokens_[i].span.begin); }
  bool glued(std::size_t i) const { return tokens_[i].span.end == tokens_[i + 1].span.begin; }

  void finish(std::size_t last) {
    sentences_.push_back({{tokens_[first_].span.begin, tokens_[last].span.end}, first_, last + 1 - first_});
    first_ = last + 1;
    ending_ = Ending::none;
    in_label_ = true;
    in_clause_ = false;
    label_marked_ = false;
    brackets_ = 0;
  }

  // Inside a sentence, a word or number of which nothing is to be remembered, and a space before the next
  // one: most tokens of most texts. observe() and ends_after() would come to the same.
  bool goes_on_plainly(std::size_t i) const {
    const std::size_t end = tokens_[i].span.end;
    return !in_label_ && ending_ == Ending::none && i != first_ &&
           tokens_[i].kind != TokenKind::punctuation && is_plain(text_[end - 1]) && text_[end] == ' ' &&
           tokens_[i + 1].span.begin == end + 1 && is_small(i + 1);
  }

  // Brings the state up to date with token i.
  void observe(std::size_t i) {
    const Token& t = tokens_[i];
    const char last = text_[t.span.end - 1];
    if (t.kind != TokenKind::punctuation) {
      if (i == first_) in_clause_ = is_clause_word(i);
      const bool full_stop = last == '.' && t.span.size() > 1;
      in_label_ = in_label_ && (is_label_part(token(i)) || (i > first_ && edges_.links_labels(token(i))));
      if (full_stop || is_degree_label(token(i))) label_marked_ = true;
      ending_ = full_stop && !in_label_ ? ending_of_abbreviation(i) : Ending::none;
      return;
    }
    if (last == '(') ++brackets_;
    if (last == ')' && brackets_ > 0) --brackets_;
    if (last == '.' || last == '?' || last == '!') {
      ending_ = t.span.size() > 1 ? Ending::ellipsis : Ending::terminal;
      if (in_label_ && last == '.') {
        ending_ = Ending::none;
        label_marked_ = true;
      }
      return;
    }
    if (first(i).code_point == 0x2026) {
      ending_ = Ending::ellipsis;
    } else if (!closes(i)) {
      ending_ = Ending::none;
    }
    if (t.span.size() == 1 && last == '"') quote_open_ = !closes(i);
    if (in_label_ && !is_label_mark(first(i).code_point)) in_label_ = false;
    if (last == '.' || last == ')') label_marked_ = true;
  }

  bool ends_after(std::size_t i) const {
    const std::size_t gap_begin = tokens_[i].span.end;
    const std::size_t gap_end = tokens_[i + 1].span.begin;
    if (gap_begin != gap_end) {
      if (gap_end - gap_begin == 1 && text_[gap_begin] == ' ') return ends_on_a_line(i);
      switch (layout_.between({gap_begin, gap_end})) {
        case LineEnd::none:
          break;
        case LineEnd::hard:
          return true;
        case LineEnd::soft:
          if (label_complete()) return false;
          break;
        case LineEnd::plain:
          return !label_complete() || is_bullet(first(i + 1).code_point);
      }
    }
    return ends_on_a_line(i);
  }

  bool ends_on_a_line(std::size_t i) const {
    // Before a word in small letters or a number nothing ends that did not end before, but for items of a
    // list.
    if (ending_ == Ending::none && is_small(i + 1) && !is_list_mark(i)) return false;
    if (!in_label_ && begins_item(i + 1)) return true;
    return ending_ != Ending::none ? begins_sentence(i + 1) : heading_ends_after(i);
  }

  // Begins with a small letter or a digit.
  bool is_small(std::size_t i) const {
    const char c = text_[tokens_[i].span.begin];
    return is_plain(c) && !(c >= 'A' && c <= 'Z');
  }
  bool is_list_mark(std::size_t i) const {
    const char c = text_[tokens_[i].span.begin];
    return c == ':' || c == ';';
  }

  // True where token i can be the first of a sentence, after the ending that was seen.
  bool begins_sentence(std::size_t i) const {
    if (tokens_[i].kind == TokenKind::punctuation && closes(i)) return false;
    if (ending_ == Ending::initials) return begins_plainly(i) || begins_long_word(i);
    const Character c = first(i);
    if (c.kind == CharacterKind::upper || c.kind == CharacterKind::ideograph ||
        c.kind == CharacterKind::letter)
      return true;
    if (ending_ == Ending::abbreviation) return opens(i) && followed_by_capital(i);
    if (c.is_digit()) return ending_ == Ending::terminal && !is_rest_of_number(i) && !is_damaged_mark(i - 1);
    if (c.kind == CharacterKind::lower) return is_lettered_label(i);
    if (tokens_[i].kind != TokenKind::punctuation) return followed_by_capital(i);  // 's Avonds
    if (c.code_point == ',' && token(i).size() == 1) return false;
    if (c.code_point == ';' || c.code_point == ':' || c.code_point == '.' || c.code_point == '?' ||
        c.code_point == '!' || c.code_point == '/' || c.code_point == '%') {
      return false;
    }
    return followed_by_capital(i);
  }

  // The next letter or digit after token i is a capital or a digit.
  bool followed_by_capital(std::size_t i) const {
    for (std::size_t j = i + 1; j < tokens_.size() && j < i + 4; ++j) {
      const Character c = first(j);
      if (c.kind == CharacterKind::upper || c.kind == CharacterKind::digit ||
          c.kind == CharacterKind::ideograph)
        return true;
      if (tokens_[j].kind != TokenKind::punctuation) return false;
    }
    return false;
  }

  // A capitalised function word with a small letter or digit after it: `Daarnaast is`, `In 2022`.
  bool begins_plainly(std::size_t i) const {
    if (first(i).kind != CharacterKind::upper || i + 1 >= tokens_.size() || glued(i)) return false;
    const Character next = first(i + 1);
    const bool goes_on =
        next.kind == CharacterKind::lower || next.is_digit() || is_apostrophe(next.code_point);
    return goes_on && edges_.begins_sentence(token(i));
  }

  // After an initial: no surname is a function word of three letters or more.
  bool begins_long_word(std::size_t i) const {
    return token(i).size() > 2 && edges_.begins_sentence(token(i));
  }

  // 453.318 in `50. 453.318 euro`: a number that a space has broken at a separator of thousands.
  bool is_rest_of_number(std::size_t i) const {
    if (i < 2 || !glued(i - 2) || tokens_[i - 2].kind != TokenKind::number || token(i - 2).size() > 3)
      return false;
    const std::string_view rest = token(i);
    if (tokens_[i].kind != TokenKind::number || token(i - 1) != "." || glued(i - 1)) return false;
    if (rest.size() < 3 || rest.substr(0, 3).find_first_not_of("0123456789") != std::string_view::npos)
      return false;
    return rest.size() == 3 || rest[3] == '.' || rest[3] == ',';
  }

  // An item of a list that was flattened to one line: `: - eerste; - tweede`, `; b) tweede`, ` • derde`, ` *
  // Vierde`.
  bool begins_item(std::size_t i) const {
    const Character c = first(i);
    if (is_round_bullet(c.code_point)) return true;
    const bool space_after = i + 1 < tokens_.size() && !glued(i);
    if (c.code_point == '*') return space_after && !glued(i - 1) && first(i + 1).kind == CharacterKind::upper;
    const char32_t before = first(i - 1).code_point;
    if (is_bullet(c.code_point) && space_after && glued(i - 1) && ending_ == Ending::terminal) return true;
    if ((before != ':' && before != ';') || is_short_item(i)) return false;
    if (is_bullet(c.code_point)) return space_after;
    if (is_degree_label(token(i))) return true;
    if (!c.is_word() || i + 2 >= tokens_.size() || !glued(i) || glued(i + 1) || !is_label_part(token(i)))
      return false;
    return token(i + 1) == ")" || (token(i + 1) == "." && tokens_[i].kind == TokenKind::number);
  }

  // Too few words to say something without what stands before the list: `in totaal: - 2015: 433.785; - 2016:
  // 450.361`.
  bool is_short_item(std::size_t i) const {
    for (std::size_t j = i + 2; j < i + kShortestItem; ++j) {
      if (j >= tokens_.size()) return true;
      const char32_t c = first(j).code_point;
      if (tokens_[j].kind == TokenKind::punctuation && (c == ';' || c == '.' || c == '?' || c == '!'))
        return true;
    }
    return false;
  }

  // A question mark that stands for a sign which was lost: `artikel 60?7` for § 7, `(artikel 3, ?2)`. A real
  // one, glued to the digit after it, has a label behind: `Gewest?2. Om`.
  bool is_damaged_mark(std::size_t i) const {
    if (token(i) != "?" || !glued(i)) return false;
    const bool label_follows =
        i + 2 < tokens_.size() && glued(i + 1) && is_label_mark(first(i + 2).code_point);
    return brackets_ > 0 || !label_follows;
  }

  // A heading that no mark and no line end parts from the sentence after it: `Stand van zaken In 2022 is`, or
  // which that sentence takes up again: `Natuurbeheer Natuurbeheer is`, `Vlaamse Raad De Vlaamse Raad telt`.
  // So does a quotation whose full stop was left out: `Dat is waar'' De man`.
  bool heading_ends_after(std::size_t i) const {
    if (closes_quotation(i)) return begins_plainly(i + 1);
    if (in_label_ || in_clause_ || first(i + 1).kind != CharacterKind::upper) return false;
    if (tokens_[i].kind == TokenKind::punctuation && first(i).code_point != ')') return false;
    if (edges_.goes_on(token(i))) return false;
    if (token(i + 1) == token(first_)) return token(i + 1) == token(i) && token(i).size() > 3;
    if (begins_plainly(i + 1)) return true;
    return edges_.begins_sentence(token(i + 1)) && i + 2 < tokens_.size() && token(i + 2) == token(first_);
  }

  Ending ending_of_abbreviation(std::size_t i) const {
    const std::string_view word = token(i);
    if (is_initial(word)) return Ending::initials;  // P. is a name, p. a page
    const std::size_t mark = word.find_last_of("-/");
    const auto use = abbreviations_.find(mark == std::string_view::npos ? word : word.substr(mark + 1));
    if (use == AbbreviationUse::final) return Ending::abbreviation;
    return use ? Ending::none : Ending::initials;
  }

  // Closing marks belong to the sentence that ended before them.
  bool closes(std::size_t i) const {
    const Character c = first(i);
    switch (c.code_point) {
      case ')':
      case ']':
      case '}':
      case 0xBB:    // »
      case 0x201D:  // ”
      case 0x2019:  // ’
        return true;
      case '\'':
        if (token(i).size() == 2) return true;
        break;
      case '"':
        break;
      default:
        return false;
    }
    const bool space_before = i == 0 || !glued(i - 1);
    const bool space_after = i + 1 == tokens_.size() || !glued(i);
    if (c.code_point == '"' && space_before == space_after) return quote_open_;
    return !space_before && (space_after || tokens_[i + 1].kind == TokenKind::punctuation);
  }

  // Token i is a closing quotation mark of two strokes; one stroke is an apostrophe as well.
  bool closes_quotation(std::size_t i) const {
    const char32_t c = first(i).code_point;
    return token(i) == "''" || c == 0xBB || c == 0x201D;
  }

  // Sentences often begin with a function word; headings seldom do.
  bool is_clause_word(std::size_t i) const { return edges_.begins_sentence(token(i)); }

  bool opens(std::size_t i) const {
    const Character c = first(i);
    return c.code_point == '"' || c.code_point == '\'' || c.code_point == '(' || c.code_point == 0xAB ||
           c.code_point == 0x201C || c.code_point == 0x201E || c.code_point == 0x2018 || token(i) == ",,";
  }

  // A label with its mark stands in the sentence and nothing else; a bare number may as well be a footnote
  // mark.
  bool label_complete() const { return in_label_ && label_marked_; }

  // a) or b. before a capital.
  bool is_lettered_label(std::size_t i) const {
    return is_label_part(token(i)) && i + 2 < tokens_.size() &&
           (token(i + 1) == ")" || token(i + 1) == ".") && followed_by_capital(i + 1);
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Abbreviations& abbreviations_;
  const SentenceEdges& edges_;
  Layout layout_;
  std::vector<Sentence> sentences_;
  std::size_t first_ = 0;         // first token of the sentence that is open
  Ending ending_ = Ending::none;  // what was seen, closing marks after it left out
  std::size_t brackets_ = 0;      // round brackets open in it
  bool in_clause_ = false;        // a word stands in it that headings have not
  bool quote_open_ = false;       // a straight double quote was opened and not closed yet
  bool label_marked_ = false;     // and the label has its full stop or bracket
  bool in_label_ = true;          // nothing but a label stands in the sentence yet
};

}  // namespace

SentenceSplitter::SentenceSplitter(const DictionarySource& dictionaries)
    : abbreviations_(dictionaries), edges_(dictionaries) {}

std::vector<Sentence> SentenceSplitter::split(std::string_view text, std::span<const Token> tokens) const {
  return Split(text, tokens, abbreviations_, edges_).run();
}

}  // namespace vraagbaak::analysis
