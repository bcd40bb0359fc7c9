// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <memory>
#include <string_view>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "model/answer.h"
#include "query/answer/answer_builder.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Answers questions from an index: understand → retrieve → candidates → score → answer. Every answer is a
// figure, a name, a list or a sentence that stands in a document, with its citation. Like its reader, one
// object serves one thread; what it reads from the dictionaries can be shared (AnswerKnowledge).
class AnswerKnowledge;
struct ReadingKnowledge;

// How long a question may take unless the caller says otherwise.
inline constexpr std::chrono::milliseconds kAnswerTime{5000};

class Answerer {
 public:
  // Reader, dictionaries and analyzer must outlive the answerer. Throws Error where a dictionary is broken.
  Answerer(const store::IndexReader& reader, const analysis::DictionarySource& dictionaries,
           const analysis::Analyzer& analyzer);
  // The same with knowledge that is read already, for many answerers.
  Answerer(const store::IndexReader& reader, std::shared_ptr<const AnswerKnowledge> knowledge);
  ~Answerer();
  Answerer(Answerer&&) noexcept;
  Answerer& operator=(Answerer&&) = delete;

  // The answer to a question or keyword look-up in Dutch or English; any bytes, any length. `not_found`
  // carries the reason; both carry up to ten passages. `detail` asks for the features behind it, or for all
  // candidates in its place. What the documents do not state but what follows from what they state (a
  // difference, a sum …) is reckoned where the question asks for it. After `limit` (0: none) the reply is
  // what was found until then, or `not_found` with that reason. Throws Error only where the index is damaged.
  Answer ask(std::string_view question, AnswerDetail detail = AnswerDetail::plain,
             std::chrono::milliseconds limit = kAnswerTime) const;

 private:
  const store::IndexReader& reader_;
  std::shared_ptr<const AnswerKnowledge> knowledge_;
};

// What answering reads from the dictionaries. Immutable; safe to share between threads.
std::shared_ptr<const AnswerKnowledge> read_answer_knowledge(const analysis::DictionarySource& dictionaries,
                                                             const analysis::Analyzer& analyzer);
// What it has in common with checking claims (ClaimChecker), for whoever does both.
std::shared_ptr<const ReadingKnowledge> reading_of(const AnswerKnowledge& knowledge);

}  // namespace vraagbaak::query
