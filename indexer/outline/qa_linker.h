// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/outline/enumerator.h"
#include "indexer/outline/line_classifier.h"
#include "indexer/outline/outline_rules.h"
#include "indexer/outline/section_builder.h"

namespace vraagbaak::indexer {

// A pair whose sections are still tickets of a SectionBuilder.
struct LinkedPair {
  std::string label;
  SectionBuilder::Ticket question = 0;
  SectionBuilder::Ticket answer = 0;
};

struct QaLinks {
  std::vector<LinkedPair> pairs;        // by the answer's place, then by the question's
  std::vector<std::string> unanswered;  // in the order of the questions
  bool found = false;                   // the document has questions or answers at all
};

// Finds the questions of a document, their lettered parts and the answers to them, and links them. Knows two
// forms: a half headed VRAAG (or nothing) and one headed ANTWOORD, with numbers inside (Flemish Parliament,
// Belgian Chamber); and single questions and answers headed "Vraag 3" and "Antwoord 3" (Tweede Kamer).
// Immutable; safe to share between threads; `rules` must outlive it.
class QaLinker {
 public:
  explicit QaLinker(const OutlineRules& rules) : rules_(rules) {}
  // Adds part, question, sub_question and answer sections to `sections`.
  QaLinks link(std::string_view text, const std::vector<Line>& lines, SectionBuilder& sections) const;

 private:
  const OutlineRules& rules_;
};

}  // namespace vraagbaak::indexer
