// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/answer/term_matcher.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// What a row label, a column header or a caption says of the question.
struct HeaderReading {
  TermStrengths terms;
  double extra = 1;  // share of its words that the question does not have, function words aside; 1: no words
};

// Reads the headers of tables for one question. Headers are short and abridged, so besides the words that the
// documents say in full it knows
// - a word glued to a year: "2019BO" says 2019 and BO;
// - the initials of words that follow each other in the question, or of the parts of one compound: "GO" is
//   "grote ondernemingen", "BO" is "begrotingsopmaak";
// - a header that is the beginning of a name, part by part: "W-Vl" is West-Vlaanderen;
// - a word that a full stop cuts: "electr." is electriciteit.
// What it is given must outlive it. Remembers what it read; one object serves one thread.
class HeaderReader {
 public:
  HeaderReader(const Question& question, const TermMatcher& matcher)
      : question_(question), matcher_(matcher) {}

  const HeaderReading& read(const std::string& header);

 private:
  HeaderReading make(const std::string& header) const;
  // The terms that the capitals `word` may be the initials of.
  std::vector<std::size_t> spelled_by(std::string_view word) const;
  // How much of a word that a hit stands at the question says, by the parts between hyphens.
  double share_said(std::string_view word) const;
  // The terms of which `word`, with a full stop behind it, is the beginning; normalized, and however short.
  std::vector<std::size_t> cut_from(std::string_view word) const;
  std::vector<std::size_t> cut_from_any(const std::string& cut) const;
  // The names that the whole header abridges.
  std::vector<std::size_t> begun_by(std::string_view header) const;

  const Question& question_;
  const TermMatcher& matcher_;
  std::map<std::string, HeaderReading, std::less<>> known_;
};

}  // namespace vraagbaak::query
