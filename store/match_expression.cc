// SPDX-License-Identifier: EUPL-1.2
#include "store/match_expression.h"

#include <algorithm>
#include <utility>

namespace vraagbaak::store {
namespace {

// Brackets in brackets; a deeper text is FTS5's to refuse.
constexpr int kDeepest = 200;

bool is_operator(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT" || word == "NEAR" ||
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(' ', at), text.size());
}

// The string that opens at `at`; `at` is behind its end then.
std::string read_string(std::string_view text, std::size_t& at) {
  std::string read;
  for (++at; at < text.size(); ++at) {
    if (text[at] != '"') {
      read += text[at];
    } else if (at + 1 < text.size() && text[at + 1] == '"') {
      read += text[++at];
    } else {
      ++at;
      break;
    }
  }
  return read;
}

// A piece of a text: a phrase, a bracket or comma, or a word.
struct Piece {
  std::optional<MatchPhrase> phrase;
  std::string_view word;
};

// The piece at `at`, or behind spaces there; `at` is behind it then. nullopt at the end.
std::optional<Piece> next_piece(std::string_view match, std::size_t& at) {
  at = skip_spaces(match, at);
  if (at >= match.size()) return std::nullopt;
  if (match[at] == '(' || match[at] == ')' || match[at] == ',') return Piece{{}, match.substr(at++, 1)};
  if (match[at] != '"') {
    const std::size_t begin = at;
    at = std::min(match.find_first_of(" (),\"", at), match.size());
    return Piece{{}, match.substr(begin, at - begin)};
  }
  MatchPhrase phrase{read_string(match, at), false, false};
  at = skip_spaces(match, at);
  phrase.is_prefix = at < match.size() && match[at] == '*';
  if (phrase.is_prefix) ++at;
  phrase.is_term = !phrase.is_prefix && phrase.text.find(' ') == std::string::npos;
  return Piece{std::move(phrase), {}};
}

// FTS5's grammar: NOT binds most, then AND, then OR.
class Parser {
 public:
  explicit Parser(std::string_view match) : match_(match) { advance(); }

  std::optional<MatchNode> parse() {
    MatchNode root = read_any(0);
    if (piece_ || failed_) return std::nullopt;
    return root;
  }

 private:
  void advance() { piece_ = next_piece(match_, at_); }
  bool take(std::string_view word) {
    if (!piece_ || piece_->phrase || piece_->word != word) return false;
    advance();
    return true;
  }

  MatchNode read_any(int depth) {
    MatchNode node{MatchNode::Kind::any, 0, {}};
    do {
      node.children.push_back(read_all(depth));
    } while (!failed_ && take("OR"));
    return only_or_all(std::move(node));
  }
  MatchNode read_all(int depth) {
    MatchNode node{MatchNode::Kind::all, 0, {}};
    do {
      node.children.push_back(read_without(depth));
    } while (!failed_ && take("AND"));
    return only_or_all(std::move(node));
  }
  MatchNode read_without(int depth) {
    MatchNode node = read_one(depth);
    while (!failed_ && take("NOT")) {
      MatchNode without{MatchNode::Kind::without, 0, {}};
      without.children.push_back(std::move(node));
      without.children.push_back(read_one(depth));
      node = std::move(without);
    }
    return node;
  }
  MatchNode read_one(int depth) {
    MatchNode node;
    if (piece_ && piece_->phrase) {
      node.phrase = phrases_++;
      advance();
    } else if (depth < kDeepest && take("(")) {
      node = read_any(depth + 1);
      failed_ = failed_ || !take(")");
    } else {
      failed_ = true;
    }
    return node;
  }
  static MatchNode only_or_all(MatchNode node) {
    if (node.children.size() > 1) return node;
    MatchNode only = std::move(node.children.front());
    return only;
  }

  std::string_view match_;
  std::size_t at_ = 0;
  std::optional<Piece> piece_;
  std::size_t phrases_ = 0;
  bool failed_ = false;
};

}  // namespace

std::vector<MatchPhrase> match_phrases(std::string_view match) {
  std::vector<MatchPhrase> phrases;
  std::size_t at = 0;
  while (auto piece = next_piece(match, at)) {
    if (piece->phrase) {
      phrases.push_back(*std::move(piece->phrase));
    } else if (piece->word != "(" && piece->word != ")" && piece->word != "," && !is_operator(piece->word)) {
      return {};
    }
  }
  return phrases;
}

std::optional<MatchNode> parse_match(std::string_view match) {
  return Parser(match).parse();
}

}  // namespace vraagbaak::store
