// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/dictionary/dictionary_source.h"
#include "model/answer.h"
#include "query/claim/claim.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

class ClaimKnowledge;
struct ReadingKnowledge;

// The verdict on one figure of a text.
struct FigureVerdict {
  ClaimFigure claimed;  // spans are bytes of the whole text
  ByteSpan sentence;    // round it
  Verdict verdict;
};

// Checks claims against an index: read the claim → find what the documents state of the same quantity →
// compare → verdict. Like its reader, one object serves one thread.
class ClaimChecker {
 public:
  // Reader, dictionaries and analyzer must outlive the checker. Throws Error where a dictionary is broken.
  ClaimChecker(const store::IndexReader& reader, const analysis::DictionarySource& dictionaries,
               const analysis::Analyzer& analyzer);
  // The same with knowledge that is read already, for many checkers.
  ClaimChecker(const store::IndexReader& reader, std::shared_ptr<const ClaimKnowledge> knowledge);
  ~ClaimChecker();
  ClaimChecker(ClaimChecker&&) noexcept;
  ClaimChecker& operator=(ClaimChecker&&) = delete;

  // The verdict on a claim in Dutch or English; any bytes, any length. In doubt not_found. With `explain`,
  // `found` carries the evidence by which it was judged. `told_in`: "nl" or "en", the language of
  // verdict.explanation; empty: that of the claim. Throws Error only where the index is damaged or the
  // reader was interrupted.
  Verdict check(std::string_view claim, bool explain = false, std::string_view told_in = {}) const;

  // The verdicts on the figures of a text, in order: the quantities of each sentence, its dates where it has
  // none. verdict.claim is the sentence. Well-formed UTF-8.
  std::vector<FigureVerdict> check_text(std::string_view text, std::string_view told_in = {}) const;
  // The same, each handed over as soon as it is judged.
  void check_text(std::string_view text, std::string_view told_in,
                  const std::function<void(FigureVerdict)>& take) const;

 private:
  const store::IndexReader& reader_;
  std::shared_ptr<const ClaimKnowledge> knowledge_;
};

// What checking reads from the dictionaries. Immutable; safe to share between threads.
std::shared_ptr<const ClaimKnowledge> read_claim_knowledge(const analysis::DictionarySource& dictionaries,
                                                           const analysis::Analyzer& analyzer);
// The same where a part of it is read already, for answering (answerer.h).
std::shared_ptr<const ClaimKnowledge> read_claim_knowledge(const analysis::DictionarySource& dictionaries,
                                                           std::shared_ptr<const ReadingKnowledge> reading);

}  // namespace vraagbaak::query
