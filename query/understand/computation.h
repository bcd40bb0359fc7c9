// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"

namespace vraagbaak::query {

// What is reckoned from stated figures. Enumerators as they print in JSON.
enum class Operation : std::uint8_t {
  difference,  // the first less the second
  distance,    // the same without its sign: "het verschil tussen"
  sum,
  growth,   // the first less the second, in percents of the second
  maximum,  // the year of the highest
  minimum,
};
std::string_view to_string(Operation operation);

// One figure that is needed: a question for it, and the year it must be of (0: none is named).
struct Operand {
  std::string question;
  int year = 0;
  friend bool operator==(const Operand&, const Operand&) = default;
};

// A question that asks for what must be reckoned. Of a maximum or minimum there is one operand: the question
// without its comparison, whose figures of several years are compared.
struct Computation {
  Operation operation = Operation::difference;
  std::vector<Operand> operands;
  friend bool operator==(const Computation&, const Computation&) = default;
};

// Finds what a question wants reckoned: "hoeveel meer … in 2016 dan in 2015", "het verschil tussen A en B",
// "in 2015 en 2016 samen", "met hoeveel procent steeg … tussen 2015 en 2016", "in welk jaar … het hoogst".
// From dictionaries/{nl,en}/computation-words.tsv. Immutable; safe to share between threads.
class ComputationFinder {
 public:
  // `language` is "nl" or "en". Throws Error where the dictionary is broken.
  ComputationFinder(const analysis::DictionarySource& dictionaries, std::string_view language);

  // nullopt where the question asks for no such thing, or in a way that is not understood. Linear.
  std::optional<Computation> find(std::string_view question) const;

 private:
  enum class Role : std::uint8_t {
    none,
    ask,
    more,
    less,
    than,
    difference,
    together,
    percent,
    rise,
    fall,
    which,
    year,
    highest,
    lowest,
    between,
    and_
  };
  struct Word;
  Role role_of(const std::string& folded) const;
  std::vector<Word> words_of(std::string_view question) const;
  static std::string join(const std::vector<Word>& words, std::size_t from, std::size_t to, int without_year);

  std::unordered_map<std::string, Role> roles_;
};

}  // namespace vraagbaak::query
