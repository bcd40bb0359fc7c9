// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/query_lexer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "model/offset_map.h"
#include "query/understand/query_fields.h"

namespace vraagbaak::query {
namespace {

// The quotation marks that open or close a phrase: straight, curly, Dutch low, French.
constexpr std::array<std::string_view, 7> kQuotes = {"\"",     "\u201C", "\u201D", "\u201E",
                                                     "\u201F", "\u00AB", "\u00BB"};
// White space of Unicode beyond ASCII that is typed or pasted: no-break, thin, narrow no-break, ideographic.
constexpr std::array<std::string_view, 5> kSpaces = {"\u00A0", "\u2009", "\u202F", "\u2003", "\u3000"};
// A minus that keyboards and word processors make: hyphen-minus, minus, en dash.
constexpr std::array<std::string_view, 3> kMinuses = {"-", "\u2212", "\u2013"};

template <std::size_t N>
std::size_t length_of_any(std::string_view text, const std::array<std::string_view, N>& marks) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

std::size_t space_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte <= 0x20 || byte == 0x7F) return 1;  // control characters separate words too
  return length_of_any(text, kSpaces);
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

class Lexer {
 public:
  Lexer(std::string_view query, std::vector<std::string>& notes)
      : query_(query), notes_(notes), at_character_(query) {}

  std::vector<QueryToken> run() {
    while (skip_space(), at_ < query_.size()) next();
    add(QuerySign::end, "", at_);
    return std::move(tokens_);
  }

 private:
  std::string_view rest() const { return query_.substr(at_); }

  void skip_space() {
    while (const std::size_t length = space_length(rest())) {
      at_ += length;
      glued_ = after_dash_ = false;
    }
  }

  void add(QuerySign sign, std::string text, std::size_t begin) {
    tokens_.push_back(
        {sign, std::move(text), at_character_.code_point_at(begin) + 1, glued_ && !tokens_.empty()});
    glued_ = true;
  }

  void next() {
    const std::size_t begin = at_;
    if (const std::size_t quote = length_of_any(rest(), kQuotes)) return phrase(quote);
    if (rest().front() == '(') {
      ++at_;
      return add(QuerySign::open, "", begin);
    }
    if (rest().front() == ')') {
      ++at_;
      return add(QuerySign::close, "", begin);
    }
    if (begins_number()) return word();  // the minus of value:-2 is its sign
    if (const std::size_t minus = length_of_any(rest(), kMinuses)) {
      const bool excludes = begins_excluded(minus);
      at_ += minus;
      after_dash_ = true;
      return excludes ? add(QuerySign::operator_not, "", begin) : void();
    }
    if (rest().front() == '+') {  // "required", as every word is
      ++at_;
      return;
    }
    word();
  }

  bool begins_number() const {
    const std::string_view text = rest();
    const std::size_t sign = length_of_any(text, kMinuses);
    if (sign == 0 || sign >= text.size() || text[sign] < '0' || text[sign] > '9') return false;
    if (!glued_ || tokens_.empty() || tokens_.back().sign != QuerySign::field) return false;
    const auto name = find_field(tokens_.back().text);
    return name && takes_number(name->field);
  }

  // A minus excludes where something to look for is glued to it and it is not glued to something itself.
  bool begins_excluded(std::size_t minus) const {
    const std::string_view after = query_.substr(at_ + minus);
    const bool free = !glued_ || tokens_.empty() || tokens_.back().sign == QuerySign::open;
    return free && !after_dash_ && !after.empty() && space_length(after) == 0 && after.front() != ')' &&
           length_of_any(after, kMinuses) == 0;
  }

  void phrase(std::size_t quote) {
    const std::size_t begin = at_;
    at_ += quote;
    const std::size_t inner = at_;
    std::size_t close = 0;
    while (at_ < query_.size() && (close = length_of_any(rest(), kQuotes)) == 0) ++at_;
    const std::string_view text = query_.substr(inner, at_ - inner);
    if (at_ == query_.size()) {
      notes_.push_back("the quote at character " + std::to_string(at_character_.code_point_at(begin) + 1) +
                       " is not closed: read up to the end");
    }
    at_ += close;
    add(QuerySign::phrase, std::string(text), begin);
  }

  // Up to a space, a quote, or a bracket that is not a part of the word as in gemeente(n).
  void word() {
    const std::size_t begin = at_;
    while (at_ < query_.size() && space_length(rest()) == 0 && length_of_any(rest(), kQuotes) == 0) {
      const std::string_view so_far = query_.substr(begin, at_ - begin);
      if (rest().front() == ':' && find_field(lower_ascii(so_far))) {
        ++at_;
        return add(QuerySign::field, lower_ascii(so_far), begin);
      }
      if (rest().front() == ')') break;
      if (rest().front() == '(') {
        if (so_far == "NEAR") {
          ++at_;
          return add(QuerySign::open_near, "", begin);
        }
        const auto inner = letters_in_brackets();
        if (!inner) break;
        at_ += *inner;
        continue;
      }
      ++at_;
    }
    const std::string_view text = query_.substr(begin, at_ - begin);
    add(sign_of(text), std::string(text), begin);
  }

  // The length of "(n)" or "(en)" at the current place; nullopt where the bracket holds something else.
  std::optional<std::size_t> letters_in_brackets() const {
    constexpr std::size_t kLongestEnding = 8;
    const std::string_view text = rest();
    for (std::size_t i = 1; i < text.size() && i <= kLongestEnding + 1; ++i) {
      if (text[i] == ')') return i > 1 ? std::optional(i + 1) : std::nullopt;
      if (space_length(text.substr(i)) > 0 || text[i] == '(' || length_of_any(text.substr(i), kQuotes) > 0)
        return std::nullopt;
    }
    return std::nullopt;
  }

  static QuerySign sign_of(std::string_view text) {
    if (text == "AND" || text == "&&") return QuerySign::operator_and;
    if (text == "OR" || text == "||") return QuerySign::operator_or;
    if (text == "NOT") return QuerySign::operator_not;
    return QuerySign::word;
  }

  std::string_view query_;
  std::vector<std::string>& notes_;
  OffsetCursor at_character_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  bool glued_ = false;
  bool after_dash_ = false;
};

}  // namespace

std::vector<QueryToken> cut_query(std::string_view query, std::vector<std::string>& notes) {
  return Lexer(query, notes).run();
}

}  // namespace vraagbaak::query
