// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"
#include "query/understand/value_range.h"

namespace vraagbaak::query {

enum class QueryKind : std::uint8_t {
  all_of,    // every child; of the children that are `none_of` none
  any_of,    // at least one child
  none_of,   // not its one child
  word,      // `text`: a word in any of its forms, or a compound with it
  prefix,    // `text`: words that begin so
  phrase,    // `text`: these words in this order, exactly
  near,      // the children (words, prefixes, phrases) within `distance` words of each other
  in_title,  // its one child, in the title of the document
  filter,    // a field the document or passage must have
};

enum class QueryField : std::uint8_t {
  title,
  type,  // of the document …
  year,
  author,
  document,
  kind,         // of the passage
  figure_kind,  // of a figure: written kind: too, its value tells which
  amount,       // money between two values
  value,        // any quantity between two values
  unit,
  subject,
  period,  // the years a figure speaks of
};

// A query as a tree. Which members count depends on the kind.
struct QueryNode {
  QueryKind kind = QueryKind::word;
  std::string text;    // word, prefix, phrase: as typed; filter: its value
  QueryField field{};  // filter
  int first_year = 0;  // filter by year or period, both inclusive
  int last_year = 0;
  ValueRange range;          // filter by amount or value
  std::size_t distance = 0;  // near
  std::vector<QueryNode> children;
  friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

struct ParsedQuery {
  QueryNode root;
  std::vector<std::string>
      notes;  // what was forgiven: "the quote that opens at character 8 is not closed: …"
};

// Reads a query:
//   word  "exact phrase"  prefix*  a AND b  a OR b  NOT a  -a  (a OR b) c  NEAR(a b, 5)
//   title:…  type:…  year:2015  year:2015..2017  year:>2015  author:…  document:…  kind:…
//   amount:>1mln  amount:100k..2mln  value:>=12.5  unit:ha  kind:money  subject:…  period:2016
// The last row speaks of one figure. Fields have Dutch names too (titel, jaar, auteur, soort, bedrag, waarde,
// eenheid, onderwerp, periode); under those, numbers that leave it open are read the Dutch way
// (value_range.h).
// Words side by side are all required; AND and side by side bind closer than OR. Quotes may be curly or Dutch
// („ ”). Any punctuation is part of a word (`F-35`, `50%`, `gemeente(n)`) or has no meaning; what is left
// open is closed at the end, with a note. A Problem where nothing remains to look for, or a year is none. Any
// bytes; linear in the query; brackets nest 32 deep, deeper ones are read as if they were not there.
Result<ParsedQuery> parse_query(std::string_view query);

// The query that parses to the same tree.
std::string print(const QueryNode& node);

std::string_view to_string(QueryField field);

}  // namespace vraagbaak::query
