// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::query {

// What a word of nl/audit-words.tsv does; the roles are told there.
enum class AuditRole : std::uint8_t {
  total,
  subtotal,
  unsummed,
  part,
  nothing,
  equals,
  makes,
  of_these,
  whole,
  costs,
  from
};

// A noun for an amount that is divided, taken apart: "projectbudget" is project + budget.
struct WholeNoun {
  std::string owner;  // "project"; empty for "budget"
  std::string head;   // "budget"
};

// The vocabulary of the audit. Words come in as the text has them. Immutable; safe to share between threads.
class AuditWords {
 public:
  // Reads nl/audit-words.tsv and, for hedges, nl/approximators.tsv; throws Error where one is broken.
  explicit AuditWords(const analysis::DictionarySource& dictionaries);

  bool has(std::string_view word, AuditRole role) const;
  // Whether any word of `text` has that role.
  bool any(std::string_view text, AuditRole role) const;
  // What stands behind the words of that role at the start of the label ("Totaal 2022": "2022"), folded.
  // `found` is false where it begins otherwise.
  struct Rest {
    bool found = false;
    std::string text;
  };
  Rest behind(std::string_view label, AuditRole role) const;
  // The same at the end: "2022 Totaal".
  Rest before(std::string_view label, AuditRole role) const;

  bool is_hedge(std::string_view word) const;
  // Nullptr-like: an empty head where the word is no such noun.
  WholeNoun whole_noun(std::string_view word) const;

 private:
  bool has_folded(const std::string& folded, AuditRole role) const;

  std::unordered_map<std::string, std::uint32_t> roles_;  // by folded form: a bit for each role
  std::unordered_set<std::string> hedges_;
  std::vector<std::string> wholes_;  // longest first
};

// The words of `text`, folded, without the punctuation round them.
std::vector<std::string> folded_words(std::string_view text);

}  // namespace vraagbaak::query
