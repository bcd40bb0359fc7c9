// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/analyzer.h"
#include "query/understand/query_syntax.h"

namespace vraagbaak::query {

// The FTS5 text of a query's words, for store::PassageSearch; its filters say nothing here. Every term is
// quoted, so that nothing a user types reaches FTS5 as syntax.
// - a word is searched by its stem, or by its value where it is a number: so in all its forms and in
// compounds;
// - a phrase and a prefix are searched by the exact folded words.
// nullopt where no term remains (punctuation only, or filters only).
std::optional<std::string> print_fts(const QueryNode& query, const analysis::Analyzer& analyzer);

// What a query looks for, by which its matches are found again in a text. Words that must not be there are
// left out.
struct SoughtTerms {
  std::vector<std::string> terms;     // as the analyzer gives them; one of them at a word is a match
  std::vector<std::string> prefixes;  // of exact terms
  std::vector<std::vector<std::string>> phrases;  // exact terms at consecutive words
};
SoughtTerms sought_terms(const QueryNode& query, const analysis::Analyzer& analyzer);

// The terms by which one word of a query is searched, any of which is a match: {"~bedrijf"}, {"#270000",
// "270.000"}. More than one token ("a.b@c") gives none: it is searched as a phrase.
std::vector<std::string> word_terms(std::string_view word, const analysis::Analyzer& analyzer);

}  // namespace vraagbaak::query
