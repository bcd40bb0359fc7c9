// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/byte_span.h"

namespace vraagbaak::query {

// What an answer is. The first eight are figures. `number` is a duration, age, length …
enum class AnswerKind : std::uint8_t {
  money,
  percentage,
  count,
  number,
  date,
  period,
  ratio,
  area,
  person,
  organisation,
  place,
  list,
  text,
};
inline constexpr std::size_t kAnswerKinds = 13;

std::string_view to_string(AnswerKind kind);
std::optional<AnswerKind> answer_kind_from(std::string_view name);

// How likely each kind of answer is; sums to 1.
struct KindWeights {
  std::array<double, kAnswerKinds> weight{};

  double operator[](AnswerKind kind) const { return weight[static_cast<std::size_t>(kind)]; }
  double& operator[](AnswerKind kind) { return weight[static_cast<std::size_t>(kind)]; }
  void add(const KindWeights& other, double factor);
  void normalize();  // so that they sum to 1; all zero stays zero
  AnswerKind likeliest() const;
};

// One way in which documents may say a term of the question: index terms (exact word or "~stem") that stand
// next to each other, and how good a match it is (1: the very word; lower: stem, translation, synonym, part).
struct TermVariant {
  std::vector<std::string> terms;
  double strength = 1;
  friend bool operator==(const TermVariant&, const TermVariant&) = default;
};

// A word (or fixed phrase) of the question that says what it is about.
struct QuestionTerm {
  std::string word;      // normalized, as typed
  ByteSpan span;         // in the question
  double weight = 1;     // how much it says, before rarity is known: a name more than a word, "aantal" little
  bool is_name = false;  // a name, acronym or unknown word
  bool is_translated = false;         // its variants are a guess: documents may say it in other words
  bool is_number = false;             // a number that is no year
  int year = 0;                       // the year it is, or names ("2019BA"); 0: none
  bool is_counted = false;            // the noun that is counted: "bedrijven" in "hoeveel bedrijven"
  std::vector<TermVariant> variants;  // best first
};

// A question as the answerer understands it.
struct Question {
  std::string text;
  std::string language = "nl";  // "nl" or "en"
  KindWeights kinds;            // of the answer
  bool is_keywords = false;     // a look-up without a question word
  bool asks_asker = false;      // who asked a written question is wanted
  bool asks_answerer = false;   // who answered it
  bool asks_why = false;        // a reason is asked
  bool asks_total = false;      // "in totaal"
  std::vector<QuestionTerm> terms;
  std::vector<int> years;             // that the question names
  std::vector<std::string> measures;  // how it asks it to be measured, by family: "besteed" (nl/measures.tsv)
  std::vector<std::pair<std::string, std::string>> read_as;  // typing errors and the words meant
  std::string document_number;                               // "761" in "schriftelijke vraag 761"
  std::optional<int> list_size;                              // "drie redenen"
  std::optional<AnswerKind> item_kind;  // person, organisation or place: what each item of a list must be
};

}  // namespace vraagbaak::query
