// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/query_syntax.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>
#include <utility>

#include "query/understand/query_fields.h"
#include "query/understand/query_lexer.h"

namespace vraagbaak::query {
namespace {

constexpr std::size_t kDeepest = 32;          // brackets within brackets; FTS5's own parser stops near 100
constexpr std::size_t kDefaultDistance = 10;  // of NEAR, as in FTS5
constexpr std::size_t kFurthest = 1000;

QueryNode leaf(QueryKind kind, std::string text) {
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  return node;
}

// The children under one node; a child of the same kind gives its own children, a single child stands for
// itself.
std::optional<QueryNode> join(QueryKind kind, std::vector<QueryNode> children) {
  if (children.empty()) return std::nullopt;
  if (children.size() == 1 && (kind == QueryKind::all_of || kind == QueryKind::any_of))
    return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  for (QueryNode& child : children) {
    if (child.kind == kind && (kind == QueryKind::all_of || kind == QueryKind::any_of)) {
      std::ranges::move(child.children, std::back_inserter(node.children));
    } else {
      node.children.push_back(std::move(child));
    }
  }
  return node;
}

// How many bytes of signs the text begins with.
std::size_t sign_length(std::string_view text) {
  std::size_t length = 0;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view sign : {"-", "+", "\u2212", "\u2013"}) {
      if (!text.substr(length).starts_with(sign)) continue;
      length += sign.size();
      found = true;
    }
  }
  return length;
}

// Could hold something to look for: a letter or digit, or any character beyond ASCII.
bool says_something(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

class Parser {
 public:
  explicit Parser(std::string_view query) : tokens_(cut_query(query, notes_)) {}

  Result<ParsedQuery> run() {
    std::vector<QueryNode> parts;  // a stray ")" ends a part, not the query
    while (peek().sign != QuerySign::end) {
      if (auto part = alternatives()) parts.push_back(std::move(*part));
      if (peek().sign == QuerySign::close) {
        note("the bracket at character " + std::to_string(peek().character) + " closes nothing: left out");
        ++at_;
      }
    }
    if (problem_) return *problem_;
    auto root = join(QueryKind::all_of, std::move(parts));
    if (!root) return Problem{"query", "holds nothing to look for", "give at least one word"};
    if (auto problem = refusal(*root)) return *problem;
    return ParsedQuery{std::move(*root), std::move(notes_)};
  }

 private:
  const QueryToken& peek() const { return tokens_[at_]; }
  bool at_end_of_group() const { return peek().sign == QuerySign::end || peek().sign == QuerySign::close; }

  void note(std::string text) {
    constexpr std::size_t kMostNotes = 5;  // more say nothing new
    if (notes_.size() < kMostNotes) notes_.push_back(std::move(text));
  }
  void note_idle(const QueryToken& token, std::string_view name) {
    note(std::string(name) + " at character " + std::to_string(token.character) + " joins nothing: left out");
  }
  std::nullopt_t fail(Problem problem) {
    if (!problem_) problem_ = std::move(problem);
    return std::nullopt;
  }

  // a OR b OR …
  std::optional<QueryNode> alternatives() {
    std::vector<QueryNode> children;
    while (true) {
      if (auto child = requirements()) children.push_back(std::move(*child));
      if (peek().sign != QuerySign::operator_or) break;
      const QueryToken& token = tokens_[at_++];
      if (children.empty() || at_end_of_group() || peek().sign == QuerySign::operator_or)
        note_idle(token, "OR");
    }
    return join(QueryKind::any_of, std::move(children));
  }

  // a AND b c …
  std::optional<QueryNode> requirements() {
    std::vector<QueryNode> children;
    while (!at_end_of_group() && peek().sign != QuerySign::operator_or) {
      if (peek().sign == QuerySign::operator_and) {
        const QueryToken& token = tokens_[at_++];
        const bool idle = children.empty() || at_end_of_group() || peek().sign == QuerySign::operator_or ||
                          peek().sign == QuerySign::operator_and;
        if (idle) note_idle(token, "AND");
        continue;
      }
      if (auto child = negation()) children.push_back(std::move(*child));
    }
    return join(QueryKind::all_of, std::move(children));
  }

  // NOT a; NOT NOT a is a.
  std::optional<QueryNode> negation() {
    const QueryToken first = peek();
    bool negated = false;
    while (peek().sign == QuerySign::operator_not) {
      negated = !negated;
      ++at_;
    }
    if (at_end_of_group() || peek().sign == QuerySign::operator_or ||
        peek().sign == QuerySign::operator_and) {
      note_idle(first, "NOT");
      return std::nullopt;
    }
    auto child = operand();
    if (!child || !negated) return child;
    if (child->kind == QueryKind::none_of) return std::move(child->children.front());
    return join(QueryKind::none_of, {std::move(*child)});
  }

  std::optional<QueryNode> operand() {
    const QueryToken& token = tokens_[at_++];
    switch (token.sign) {
      case QuerySign::open:
        return group(token);
      case QuerySign::open_near:
        return near(token);
      case QuerySign::field:
        return field_value(token);
      case QuerySign::phrase:
        return field_ ? filter(token) : phrase(token);
      default:
        return field_ ? filter(token) : word(token);
    }
  }

  std::optional<QueryNode> group(const QueryToken& open) {
    const bool too_deep = depth_ >= kDeepest;
    if (too_deep) {  // read as if the bracket were not there
      ++ignored_;
      return std::nullopt;
    }
    ++depth_;
    auto inner = alternatives();
    // Brackets that were too deep and close here.
    while (ignored_ > 0 && peek().sign == QuerySign::close) {
      --ignored_;
      ++at_;
      auto more = alternatives();
      if (!more) continue;
      std::vector<QueryNode> both;
      if (inner) both.push_back(std::move(*inner));
      both.push_back(std::move(*more));
      inner = join(QueryKind::all_of, std::move(both));
    }
    --depth_;
    close(open);
    return inner;
  }

  void close(const QueryToken& open) {
    if (peek().sign == QuerySign::close) {
      ++at_;
    } else {
      note("the bracket at character " + std::to_string(open.character) +
           " is not closed: read up to the end");
    }
  }

  static std::optional<QueryNode> phrase(const QueryToken& token) {
    if (!says_something(token.text)) return std::nullopt;
    return leaf(QueryKind::phrase, token.text);
  }

  static std::optional<QueryNode> word(const QueryToken& token) {
    if (!says_something(token.text)) return std::nullopt;
    std::string text = token.text;
    // A sign that a number field took and that is none here: under NEAR a field has no meaning.
    text.erase(0, sign_length(text));
    if (!says_something(text)) return std::nullopt;
    if (!text.ends_with('*')) return leaf(QueryKind::word, std::move(text));
    while (text.ends_with('*')) text.pop_back();
    return leaf(QueryKind::prefix, std::move(text));
  }

  // Up to the bracket that closes; a last number behind a comma is the distance.
  std::optional<QueryNode> near(const QueryToken& open) {
    std::vector<QueryNode> children;
    std::size_t distance = kDefaultDistance;
    while (!at_end_of_group()) {
      const QueryToken& token = tokens_[at_++];
      if (token.sign != QuerySign::word && token.sign != QuerySign::phrase) continue;
      if (token.sign == QuerySign::phrase) {
        if (auto child = phrase(token)) children.push_back(std::move(*child));
        continue;
      }
      QueryToken bare = token;
      // "b," or "b,5" or ",5" or "5" after "b,"
      const std::size_t comma = bare.text.rfind(',');
      if (comma != std::string::npos) {
        const std::string behind = bare.text.substr(comma + 1);
        if (peek().sign == QuerySign::close && parse_distance(behind)) {
          distance = *parse_distance(behind);
          bare.text.erase(comma);
        } else if (behind.empty()) {
          bare.text.erase(comma);
          const auto next = peek().sign == QuerySign::word ? parse_distance(peek().text) : std::nullopt;
          if (next && tokens_[at_ + 1].sign == QuerySign::close) {
            distance = *next;
            ++at_;
          }
        }
      }
      if (auto child = word(bare)) children.push_back(std::move(*child));
    }
    close(open);
    if (children.empty()) return std::nullopt;
    if (children.size() == 1) return std::move(children.front());
    auto node = join(QueryKind::near, std::move(children));
    node->distance = distance;
    return node;
  }

  static std::optional<std::size_t> parse_distance(std::string_view text) {
    std::size_t distance = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), distance);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return std::min(distance, kFurthest);
  }

  std::optional<QueryNode> field_value(const QueryToken& name) {
    const bool has_value = peek().sign == QuerySign::word || peek().sign == QuerySign::phrase ||
                           peek().sign == QuerySign::open || peek().sign == QuerySign::open_near;
    if (!has_value) {
      note(name.text + ": at character " + std::to_string(name.character) + " has no value: left out");
      return std::nullopt;
    }
    const FieldName named = find_field(name.text).value_or(FieldName{"title", QueryField::title, {}});
    const QueryField field = named.field;
    if (field == QueryField::title) {
      const bool outer = std::exchange(in_title_, true);
      auto child = operand();
      in_title_ = outer;
      if (!child || in_title_) return child;  // title: within title: says nothing new
      if (child->kind != QueryKind::none_of) return join(QueryKind::in_title, {std::move(*child)});
      auto title = join(QueryKind::in_title, std::move(child->children));
      return join(QueryKind::none_of, {std::move(*title)});
    }
    const auto outer = std::exchange(field_, field);
    const NumberNotation outer_notation = std::exchange(notation_, named.notation);
    auto value = operand();
    field_ = outer;
    notation_ = outer_notation;
    return value;
  }

  // A value of the field we are in.
  std::optional<QueryNode> filter(const QueryToken& token) {
    QueryNode node = leaf(QueryKind::filter, token.text);
    node.field = *field_;
    switch (node.field) {
      case QueryField::year:
      case QueryField::period: {
        const auto years = parse_year_range(token.text);
        const std::string name(to_string(node.field));
        if (!years)
          return fail({"query, " + name + ":" + token.text, "is no year",
                       "write " + name + ":2015, " + name + ":2015..2017 or " + name + ":>2015"});
        std::tie(node.first_year, node.last_year) = *years;
        return node;
      }
      case QueryField::amount:
      case QueryField::value: {
        const std::string text = token.sign == QuerySign::word ? whole_value(token.text) : token.text;
        const auto range = parse_value_range(text, notation_);
        if (!range)
          return fail({"query, " + std::string(to_string(node.field)) + ":" + text, "is no number",
                       "write bedrag:>1mln, bedrag:100k..2mln or waarde:>=12,5"});
        node.range = *range;
        node.text = print(*range);
        return node;
      }
      case QueryField::kind:
        if (const auto kind = passage_kind_named(token.text)) {
          node.text = to_string(*kind);
        } else if (const auto figure = figure_kind_named(token.text)) {
          node.field = QueryField::figure_kind;
          node.text = to_string(*figure);
        } else {
          return fail({"query, kind:" + token.text, "is no kind of passage or figure",
                       "one of text, question, answer, list, table, note; money, percentage, count, number, "
                       "area, ratio, date, year, period"});
        }
        return node;
      default:
        return node;
    }
  }

  // A value with the words behind it that belong to it: "> 1 mln euro", "100k .. 2mln", "14 000".
  std::string whole_value(std::string text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    while (peek().sign == QuerySign::word && !peek().glued) {
      const std::string& next = peek().text;
      const bool open =
          text.ends_with("..") || text.ends_with('=') || text.ends_with('>') || text.ends_with('<');
      const bool groups = next.size() == 3 && std::ranges::all_of(next, is_digit) && is_digit(text.back());
      if (!open && !groups && !next.starts_with("..") && !continues_value(next)) break;
      text.append(" ").append(next);
      ++at_;
    }
    return text;
  }

  static bool holds_filter(const QueryNode& node) {
    return node.kind == QueryKind::filter || std::ranges::any_of(node.children, holds_filter);
  }
  static bool holds_words(const QueryNode& node) {
    return node.children.empty() ? node.kind != QueryKind::filter
                                 : std::ranges::any_of(node.children, holds_words);
  }
  static bool is_negative(const QueryNode& node) { return node.kind == QueryKind::none_of; }
  static bool is_mixed(const QueryNode& node) { return holds_filter(node) && holds_words(node); }

  // Why the tree cannot be searched; nullopt where it can.
  static std::optional<Problem> refusal(const QueryNode& node) {
    const Problem mixed{"query", "a field such as year: stands beside words under OR or NOT",
                        "put the field outside: (a OR b) year:2015"};
    if (node.kind == QueryKind::none_of) {
      return Problem{"query", "only says what must not be there", "add a word to look for"};
    }
    if (node.kind == QueryKind::in_title && holds_filter(node)) {
      return Problem{"query",
                     "a field stands inside title:", "put the field outside: title:(a OR b) year:2015"};
    }
    if (node.kind == QueryKind::any_of && is_mixed(node)) return mixed;
    bool excludes_words = false;
    bool asks_words = false;
    for (const QueryNode& child : node.children) {
      const bool negative = child.kind == QueryKind::none_of;
      if (holds_words(child)) (negative ? excludes_words : asks_words) = true;
      if (negative && node.kind == QueryKind::any_of) {
        return Problem{"query", "NOT stands under OR", "say what to look for before NOT: a OR (b NOT c)"};
      }
      if (negative && is_mixed(child)) return mixed;
      if (auto problem = refusal(negative ? child.children.front() : child)) return problem;
    }
    const bool only_excludes =
        !asks_words && (excludes_words || std::ranges::all_of(node.children, is_negative));
    if (node.kind == QueryKind::all_of && only_excludes) {
      return Problem{"query", "only says what must not be there", "add a word to look for"};
    }
    return std::nullopt;
  }

  std::vector<std::string> notes_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t ignored_ = 0;                          // brackets that opened too deep and are still to close
  std::optional<QueryField> field_;                  // inside the value of a field other than title:
  NumberNotation notation_ = NumberNotation::dutch;  // of that field's numbers
  bool in_title_ = false;                            // inside the value of title:
  std::optional<Problem> problem_;
};

std::string print_children(const QueryNode& node, std::string_view between) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (!text.empty()) text += between;
    const bool bracket = child.kind == QueryKind::any_of ||
                         (child.kind == QueryKind::all_of && node.kind != QueryKind::any_of);
    if (bracket) text += '(';
    text += print(child);
    if (bracket) text += ')';
  }
  return text;
}

}  // namespace

std::string_view to_string(QueryField field) {
  switch (field) {
    case QueryField::title:
      return "title";
    case QueryField::type:
      return "type";
    case QueryField::year:
      return "year";
    case QueryField::author:
      return "author";
    case QueryField::document:
      return "document";
    case QueryField::kind:
    case QueryField::figure_kind:
      return "kind";
    case QueryField::amount:
      return "amount";
    case QueryField::value:
      return "value";
    case QueryField::unit:
      return "unit";
    case QueryField::subject:
      return "subject";
    case QueryField::period:
      return "period";
  }
  return "";
}

Result<ParsedQuery> parse_query(std::string_view query) {
  return Parser(query).run();
}

std::string print(const QueryNode& node) {
  switch (node.kind) {
    case QueryKind::all_of:
      return print_children(node, " ");
    case QueryKind::any_of:
      return print_children(node, " OR ");
    case QueryKind::none_of:
      return "NOT " + print_children(node, " ");
    case QueryKind::word:
      return node.text;
    case QueryKind::prefix:
      return node.text + "*";
    case QueryKind::phrase:
      return "\"" + node.text + "\"";
    case QueryKind::near:
      return "NEAR(" + print_children(node, " ") + ", " + std::to_string(node.distance) + ")";
    case QueryKind::in_title:
      return "title:" + print_children(node, " ");
    case QueryKind::filter:
      return std::string(to_string(node.field)) + ":\"" + node.text + "\"";
  }
  return "";
}

}  // namespace vraagbaak::query
