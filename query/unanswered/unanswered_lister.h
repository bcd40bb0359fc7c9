// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dictionary/dictionary_source.h"
#include "analysis/text/segmenter.h"
#include "model/answer.h"
#include "model/result.h"
#include "query/answer/citation_builder.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// How a question was left. Enumerators as they print in JSON. All but the first are answers that say nothing
// of the matter.
enum class AnswerGap : std::uint8_t {
  unanswered,  // no part of the answer is about it
  refused,     // it cannot or may not be said
  no_data,     // there are no figures
  referred,    // look elsewhere: another answer, a colleague, an annex
};

std::string_view to_string(AnswerGap gap);

// A (sub-)question that the minister did not answer.
struct OpenQuestion {
  AnswerGap kind = AnswerGap::unanswered;
  std::string label;  // "3", "1.b"
  std::string asker;  // from the head of the document; may be empty, as the next two
  std::string addressee;
  std::optional<PartialDate> date;
  Citation question;               // quote: the whole question
  std::optional<Citation> answer;  // quote: what was said instead; none for `unanswered`
};

// The words by which an answer says nothing. Immutable; safe to share between threads.
class GapWords {
 public:
  // Reads nl/answer-gaps.tsv and what a Segmenter reads; throws Error where one is broken.
  explicit GapWords(const analysis::DictionarySource& dictionaries);

  // What an answer's text amounts to where most of it says nothing; nullopt where it answers. Linear.
  std::optional<AnswerGap> gap_of(std::string_view answer) const;

 private:
  struct Cue {
    std::vector<std::string> words;  // normalized, in order
    AnswerGap kind = AnswerGap::referred;
  };
  std::optional<AnswerGap> cue_in(std::string_view sentence) const;

  analysis::Segmenter segmenter_;
  std::vector<Cue> cues_;
};

struct UnansweredRequest {
  std::string document;  // as is_named() takes it; empty: all
  bool all = false;      // also what was refused, has no data or was referred elsewhere
};

// The open questions, by document and place. A Problem where no document has the name.
Result<std::vector<OpenQuestion>> find_unanswered(const store::IndexReader& reader, const GapWords& words,
                                                  const CitationBuilder& citations,
                                                  const UnansweredRequest& request);

}  // namespace vraagbaak::query
