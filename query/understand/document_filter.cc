// SPDX-License-Identifier: EUPL-1.2
#include "query/understand/document_filter.h"

#include <algorithm>
#include <array>
#include <functional>

#include "analysis/text/normalizer.h"

namespace vraagbaak::query {
namespace {

constexpr std::array kAllKinds = {PassageKind::text,     PassageKind::question, PassageKind::answer,
                                  PassageKind::list,     PassageKind::table,    PassageKind::note,
                                  PassageKind::furniture};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Glob with '*' alone, in time text × stars at worst.
bool matches_pattern(std::string_view text, std::string_view pattern) {
  std::size_t at = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (at < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = at;
    } else if (p < pattern.size() && pattern[p] == text[at]) {
      ++p;
      ++at;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

// "Schriftelijke vraag" -> "schriftelijke_vraag".
std::string type_name(std::string_view text) {
  std::string name = lower_ascii(text);
  std::ranges::replace_if(
      name, [](char c) { return c == ' ' || c == '-'; }, '_');
  return name;
}

// A type by its name or one of its words: "vraag" is a "schriftelijke_vraag" too.
bool is_of_type(std::string_view type, std::string_view wanted) {
  for (std::size_t at = type.find(wanted); at != std::string_view::npos; at = type.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if ((at == 0 || type[at - 1] == '_') && (end == type.size() || type[end] == '_')) return !wanted.empty();
  }
  return false;
}

bool matches_document(const QueryNode& filter, const store::DocumentRecord& document) {
  switch (filter.field) {
    case QueryField::type:
      return is_of_type(type_name(document.metadata.type), type_name(filter.text));
    case QueryField::year:
      return document.metadata.date && document.metadata.date->year >= filter.first_year &&
             document.metadata.date->year <= filter.last_year && document.metadata.date->year != 0;
    case QueryField::author: {
      const std::string wanted = analysis::normalize(filter.text);
      return !wanted.empty() &&
             analysis::normalize(document.metadata.author).find(wanted) != std::string::npos;
    }
    case QueryField::document:
      return is_named(document, filter.text);
    default:
      return false;
  }
}

using Test = std::function<bool(const QueryNode&)>;

// A tree of filters, each judged by `test`.
bool holds(const QueryNode& node, const Test& test) {
  const auto child_holds = [&](const QueryNode& child) { return holds(child, test); };
  switch (node.kind) {
    case QueryKind::all_of:
      return std::ranges::all_of(node.children, child_holds);
    case QueryKind::any_of:
      return std::ranges::any_of(node.children, child_holds);
    case QueryKind::none_of:
      return !child_holds(node.children.front());
    default:
      return test(node);
  }
}

// What a field speaks of.
enum class Realm : std::uint8_t { documents, passages, figures };

Realm realm_of(QueryField field) {
  switch (field) {
    case QueryField::title:
    case QueryField::type:
    case QueryField::year:
    case QueryField::author:
    case QueryField::document:
      return Realm::documents;
    case QueryField::kind:
      return Realm::passages;
    case QueryField::figure_kind:
    case QueryField::amount:
    case QueryField::value:
    case QueryField::unit:
    case QueryField::subject:
    case QueryField::period:
      break;
  }
  return Realm::figures;
}

bool speaks_of(const QueryNode& node, Realm realm) {
  return (node.kind == QueryKind::filter && realm_of(node.field) == realm) ||
         std::ranges::any_of(node.children,
                             [realm](const QueryNode& child) { return speaks_of(child, realm); });
}

store::FigureTest figure_test(const QueryNode& filter, const UnitNames& units) {
  store::FigureTest test;
  switch (filter.field) {
    case QueryField::figure_kind:
      test.kind = figure_kind_from(filter.text);
      break;
    case QueryField::amount:
      test.kind = FigureKind::money;
      [[fallthrough]];
    case QueryField::value:
      test.least = filter.range.least;
      test.most = filter.range.most;
      if (!filter.range.unit.empty()) test.units = units.meant_by(filter.range.unit);
      break;
    case QueryField::unit:
      test.units = units.meant_by(filter.text);
      break;
    case QueryField::subject:
      test.subject.push_back(analysis::normalize(filter.text));
      break;
    case QueryField::period:
      test.first_year = filter.first_year;
      test.last_year = filter.last_year;
      break;
    default:
      break;
  }
  return test;
}

// A tree of filters of figures as a condition.
store::FigureCondition figure_condition(const QueryNode& node, const UnitNames& units) {
  using Kind = store::FigureCondition::Kind;
  store::FigureCondition condition;
  condition.kind = node.kind == QueryKind::all_of    ? Kind::all_of
                   : node.kind == QueryKind::any_of  ? Kind::any_of
                   : node.kind == QueryKind::none_of ? Kind::none_of
                                                     : Kind::test;
  if (condition.kind == Kind::test) condition.test = figure_test(node, units);
  for (const QueryNode& child : node.children) condition.children.push_back(figure_condition(child, units));
  return condition;
}

// The parts of the query that are filters through and through: those that stand beside the words.
void gather(const QueryNode& node, std::vector<const QueryNode*>& filters) {
  if (node.kind == QueryKind::all_of) {
    for (const QueryNode& child : node.children) gather(child, filters);
  } else if (has_filter(node)) {
    filters.push_back(&node);
  }
}

// `wanted` is in lower case.
bool is_path_named(const std::string& any_case, const std::string& wanted) {
  const std::string path = lower_ascii(any_case);
  if (wanted.find('*') != std::string::npos) return matches_pattern(path, wanted);
  const auto ends_with_name = [&](std::string_view text) {
    return text == wanted || (text.ends_with(wanted) && text[text.size() - wanted.size() - 1] == '/');
  };
  if (ends_with_name(path)) return true;
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  const bool has_extension = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
  return has_extension && ends_with_name(std::string_view(path).substr(0, dot));
}

}  // namespace

bool has_filter(const QueryNode& query) {
  return query.kind == QueryKind::filter || std::ranges::any_of(query.children, has_filter);
}

bool is_named(const store::DocumentRecord& document, std::string_view name) {
  std::string wanted = lower_ascii(name);
  if (wanted.starts_with("./")) wanted.erase(0, 2);
  if (wanted.empty()) return false;
  if (wanted.front() == '/' && wanted == lower_ascii(document.source)) return true;
  return is_path_named(document.path, wanted) ||
         std::ranges::any_of(document.copies,
                             [&](const std::string& copy) { return is_path_named(copy, wanted); });
}

bool speaks_of_documents(const QueryNode& query) {
  return speaks_of(query, Realm::documents);
}
bool speaks_of_figures(const QueryNode& query) {
  return speaks_of(query, Realm::figures);
}

Result<store::SearchFilter> resolve_filter(const QueryNode& query,
                                           const std::vector<store::DocumentRecord>& documents,
                                           const UnitNames& units) {
  std::vector<const QueryNode*> of_documents;
  std::vector<const QueryNode*> of_kinds;
  std::vector<const QueryNode*> of_figures;
  std::vector<const QueryNode*> filters;
  gather(query, filters);
  for (const QueryNode* filter : filters) {
    const bool documents_too = speaks_of(*filter, Realm::documents);
    const bool kinds_too = speaks_of(*filter, Realm::passages);
    const bool figures_too = speaks_of(*filter, Realm::figures);
    if (documents_too + kinds_too + figures_too > 1) {
      return Problem{"query", "fields of documents, of passages and of figures stand under one OR or NOT",
                     "ask them one after the other"};
    }
    (documents_too ? of_documents : kinds_too ? of_kinds : of_figures).push_back(filter);
  }
  store::SearchFilter allowed;
  if (!of_documents.empty()) {
    allowed.documents.emplace();
    for (const store::DocumentRecord& document : documents) {
      const auto matches = [&](const QueryNode& filter) { return matches_document(filter, document); };
      const bool all =
          std::ranges::all_of(of_documents, [&](const QueryNode* node) { return holds(*node, matches); });
      if (all) allowed.documents->push_back(document.id);
    }
    std::ranges::sort(*allowed.documents);
  }
  if (!of_kinds.empty()) {
    for (const PassageKind kind : kAllKinds) {
      const auto matches = [&](const QueryNode& filter) { return passage_kind_from(filter.text) == kind; };
      const bool all =
          std::ranges::all_of(of_kinds, [&](const QueryNode* node) { return holds(*node, matches); });
      if (all) allowed.kinds.push_back(kind);
    }
    if (allowed.kinds.empty()) allowed.documents.emplace();  // they contradict each other
  }
  for (const QueryNode* filter : of_figures) {
    if (filter->kind == QueryKind::none_of) {
      allowed.without_figure.push_back(figure_condition(filter->children.front(), units));
    } else {
      if (!allowed.with_figure) allowed.with_figure.emplace();
      allowed.with_figure->children.push_back(figure_condition(*filter, units));
    }
  }
  return allowed;
}

}  // namespace vraagbaak::query
