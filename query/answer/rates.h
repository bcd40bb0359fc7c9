// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::query {

// For what a figure is told each time: "250 euro per maand". A price a month is no answer where one a year is
// asked. Immutable; safe to share between threads.
class RateWords {
 public:
  // Reads rate-words.tsv; throws Error where it is broken.
  explicit RateWords(const analysis::DictionarySource& dictionaries);

  // What a text is told for, of a question or of the words round a figure: "year", "month", …; "thing" for
  // whatever else stands behind "per". Dutch and English.
  std::set<std::string> in(std::string_view text) const;

 private:
  std::unordered_set<std::string> per_;
  std::unordered_map<std::string, std::string> behind_;
  std::unordered_map<std::string, std::string> alone_;
};

}  // namespace vraagbaak::query
