// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "analysis/dictionary/dictionary_source.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// What a word tells of the answer that is wanted. Enumerators as they stand in the dictionary.
enum class QuestionWordRole : std::uint8_t {
  ask,       // opens a question: "hoeveel", "welk bedrag"
  head,      // what is measured: "kosten", "voorzitter"
  kind,      // the same, and says nothing of the subject: "aantal", "bedrag"
  noun,      // what is asked behind "welk", "which", "what" alone, or where a look-up begins or ends with it:
             // "verzekeraar"; elsewhere it says nothing
  unit,      // a unit of measure, behind "hoeveel" or where a look-up begins: "uren"
  last,      // asks where a look-up ends with it: "verlengd tot", "sinds"
  hint,      // narrows: "gemiddeld"
  numbered,  // the number of a document follows: "vraag", "nr."
  asker,     // who asked the written question is meant: "indiener"
  answerer,  // who answered it is meant: "minister"
};

struct QuestionWord {
  QuestionWordRole role = QuestionWordRole::ask;
  KindWeights kinds;
};

// The question words of one language, from dictionaries/{nl,en}/question-words.tsv. Immutable; safe to share
// between threads.
class QuestionWords {
 public:
  // `language` is "nl" or "en". Throws Error where the dictionary is broken.
  QuestionWords(const analysis::DictionarySource& dictionaries, std::string_view language);

  struct Ask {
    std::size_t words = 0;  // how many the phrase has
    const QuestionWord* word = nullptr;
  };
  // The longest phrase that asks and begins at words[0]; nullopt where none does. Words are normalized.
  std::optional<Ask> ask_at(std::span<const std::string> words) const;

  // True where it tells that the asker (or the answerer) of a written question is meant.
  bool means_asker(const std::string& word) const { return askers_.contains(word); }
  bool means_answerer(const std::string& word) const { return answerers_.contains(word); }

  // True where the number of a document follows.
  bool precedes_number(const std::string& word) const { return numbered_.contains(word); }

  // What `word` is as a head, kind or hint: as it stands, or by the last part of a compound. nullptr:
  // nothing.
  const QuestionWord* find(std::string_view word) const;

 private:
  std::unordered_set<std::string>* plain_words(QuestionWordRole role);  // nullptr: the role has kinds

  std::unordered_map<std::string, QuestionWord> asks_;
  std::unordered_map<std::string, QuestionWord> words_;    // whole words
  std::unordered_map<std::string, QuestionWord> endings_;  // last parts, without "-"
  std::unordered_set<std::string> askers_;
  std::unordered_set<std::string> answerers_;
  std::unordered_set<std::string> numbered_;
  std::size_t longest_ask_ = 0;  // in words
};

}  // namespace vraagbaak::query
