// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/fts_printer.h"

#include <algorithm>
#include <unordered_set>

namespace vraagbaak::query {
namespace {

using analysis::Analyzer;
using analysis::Term;

// The exact terms of a text in order.
std::vector<std::string> exact_terms(std::string_view text, const Analyzer& analyzer) {
  std::vector<std::string> exact;
  for (Term& term : analyzer.analyze(text)) {
    if (!term.colocated) exact.push_back(std::move(term.text));
  }
  return exact;
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string phrase_text(const std::vector<std::string>& terms) {
  std::string text;
  for (const std::string& term : terms) text.append(text.empty() ? "" : " ").append(term);
  return in_quotes(text);
}

std::string bracketed(const std::string& text) {
  return "(" + text + ")";
}

// The texts joined by an operator, each once; brackets where there are several.
std::string joined(std::vector<std::string> parts, std::string_view between) {
  std::unordered_set<std::string_view> seen;
  std::string text;
  std::size_t count = 0;
  for (const std::string& part : parts) {
    if (!seen.insert(part).second) continue;
    if (count++ > 0) text += between;
    text += part;
  }
  return count > 1 ? bracketed(text) : text;
}

class Printer {
 public:
  explicit Printer(const Analyzer& analyzer) : analyzer_(analyzer) {}

  std::optional<std::string> print(const QueryNode& node) const {
    switch (node.kind) {
      case QueryKind::all_of:
        return print_all(node);
      case QueryKind::any_of:
        return print_any(node);
      case QueryKind::near:
        return print_near(node);
      case QueryKind::in_title: {
        auto inner = print(node.children.front());
        if (inner) *inner = "{title} : " + bracketed(*inner);
        return inner;
      }
      case QueryKind::word:
      case QueryKind::prefix:
      case QueryKind::phrase:
        return print_leaf(node, false);
      case QueryKind::none_of:  // printed by the node that holds it
      case QueryKind::filter:
        return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  std::optional<std::string> print_all(const QueryNode& node) const {
    std::vector<std::string> wanted;
    std::vector<std::string> excluded;
    for (const QueryNode& child : node.children) {
      const bool negative = child.kind == QueryKind::none_of;
      auto text = print(negative ? child.children.front() : child);
      if (text) (negative ? excluded : wanted).push_back(std::move(*text));
    }
    if (wanted.empty()) return std::nullopt;
    std::string text = joined(std::move(wanted), " AND ");
    if (!excluded.empty()) text = bracketed(text + " NOT " + joined(std::move(excluded), " OR "));
    return text;
  }

  std::optional<std::string> print_any(const QueryNode& node) const {
    std::vector<std::string> parts;
    for (const QueryNode& child : node.children) {
      if (auto text = print(child)) parts.push_back(std::move(*text));
    }
    if (parts.empty()) return std::nullopt;
    return joined(std::move(parts), " OR ");
  }

  std::optional<std::string> print_near(const QueryNode& node) const {
    std::vector<std::string> parts;
    for (const QueryNode& child : node.children) {
      if (auto text = print_leaf(child, true)) parts.push_back(std::move(*text));
    }
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) return parts.front();
    std::string text = "NEAR(";
    for (const std::string& part : parts) text += part + " ";
    text.back() = ',';
    return text + " " + std::to_string(node.distance) + ")";
  }

  // `single`: FTS5 takes one phrase only, as within NEAR.
  std::optional<std::string> print_leaf(const QueryNode& node, bool single) const {
    if (node.kind == QueryKind::word) {
      std::vector<std::string> terms = word_terms(node.text, analyzer_);
      if (single && terms.size() > 1) terms.resize(1);
      for (std::string& term : terms) term = in_quotes(term);
      if (!terms.empty()) return joined(std::move(terms), " OR ");
    }
    const std::vector<std::string> exact = exact_terms(node.text, analyzer_);
    if (exact.empty()) return std::nullopt;
    return phrase_text(exact) + (node.kind == QueryKind::prefix ? "*" : "");
  }

  const Analyzer& analyzer_;
};

void collect(const QueryNode& node, const Analyzer& analyzer, SoughtTerms& sought) {
  switch (node.kind) {
    case QueryKind::none_of:
    case QueryKind::filter:
      return;
    case QueryKind::word: {
      std::vector<std::string> terms = word_terms(node.text, analyzer);
      if (terms.empty()) {
        if (auto exact = exact_terms(node.text, analyzer); !exact.empty())
          sought.phrases.push_back(std::move(exact));
      }
      std::ranges::move(terms, std::back_inserter(sought.terms));
      return;
    }
    case QueryKind::prefix:
    case QueryKind::phrase: {
      std::vector<std::string> exact = exact_terms(node.text, analyzer);
      if (exact.empty()) return;
      if (node.kind == QueryKind::prefix && exact.size() == 1) {
        sought.prefixes.push_back(std::move(exact.front()));
      } else if (exact.size() == 1) {
        sought.terms.push_back(std::move(exact.front()));
      } else {
        sought.phrases.push_back(std::move(exact));
      }
      return;
    }
    default:
      for (const QueryNode& child : node.children) collect(child, analyzer, sought);
  }
}

}  // namespace

std::optional<std::string> print_fts(const QueryNode& query, const Analyzer& analyzer) {
  return Printer(analyzer).print(query);
}

SoughtTerms sought_terms(const QueryNode& query, const Analyzer& analyzer) {
  SoughtTerms sought;
  collect(query, analyzer, sought);
  return sought;
}

std::vector<std::string> word_terms(std::string_view word, const Analyzer& analyzer) {
  const std::vector<Term> terms = analyzer.analyze(word);
  if (std::ranges::count(terms, false, &Term::colocated) != 1) return {};
  const std::string& exact = terms.front().text;
  for (const Term& term : terms) {
    if (term.text.starts_with('#')) return {term.text, exact};
  }
  // The stem stands right behind the exact term; compound parts follow it.
  const std::string stem = analyzer.stem_term(word);
  const bool has_stem = std::ranges::find(terms, stem, &Term::text) != terms.end();
  return {has_stem ? stem : exact};
}

}  // namespace vraagbaak::query
