// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analysis/dictionary/dictionary_source.h"
#include "model/decimal.h"
#include "query/claim/claim.h"

namespace vraagbaak::query {

// The sentences that explain verdicts, in Dutch and English. Immutable; safe to share between threads.
class VerdictWords {
 public:
  // Reads {nl,en}/verdict-sentences.tsv; throws Error where one is broken.
  explicit VerdictWords(const analysis::DictionarySource& dictionaries);

  // The sentence `key` in that language ("nl" or "en") with {0}, {1} … filled in; empty for an unknown key.
  std::string say(std::string_view language, std::string_view key,
                  std::initializer_list<std::string_view> fillings) const;

 private:
  std::unordered_map<std::string, std::string> dutch_;
  std::unordered_map<std::string, std::string> english_;
};

// The pattern with {0}, {1} … filled in; a slot without a filling is left empty.
std::string filled_in(std::string_view pattern, std::initializer_list<std::string_view> fillings);

// "1.234.567,5" in Dutch, "1,234,567.5" in English.
std::string grouped(const Decimal& value, std::string_view language);

// A figure as a reader writes it: "270.000 EUR", "11,11 %", "2023-06-30".
std::string spoken(const Figure& figure, std::string_view language);

// How far the stated value lies from the claimed one, in words: "2,5 times as much", "6.1 % less"; empty
// where that says nothing.
std::string difference(const Decimal& claimed, const Decimal& stated, const VerdictWords& words,
                       std::string_view language);

}  // namespace vraagbaak::query
