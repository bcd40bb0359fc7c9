// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/byte_span.h"
#include "model/figure.h"

namespace vraagbaak {

// Where something stands. Can always be checked: `quote` is exactly the document's text in `span`.
struct Citation {
  std::string document;     // path relative to the indexed folder
  std::string title;        // the document's
  std::string section;      // sub-question number ("6", "1.b") or heading path
  std::optional<int> page;  // 1-based, where the format has pages
  std::string sheet;        // the sheet of a workbook, where it has a name
  std::string cell;         // "B12", where the document is a workbook or file of records
  ByteSpan span;            // bytes in the document's text
  std::size_t start = 0;    // the same span in code points of the document's text
  std::size_t end = 0;
  std::string quote;                // the sentence or table row
  std::vector<std::string> copies;  // paths of further files with the same content
  friend bool operator==(const Citation&, const Citation&) = default;
};

enum class AnswerStatus : std::uint8_t { answered, not_found };

// Why a candidate scored as it did: one named feature, its value and what it added.
struct FeatureValue {
  std::string name;
  double value = 0;
  double contribution = 0;
  friend bool operator==(const FeatureValue&, const FeatureValue&) = default;
};

// One answer. A figure, a piece of text, or a list of items, with its proof.
struct Candidate {
  std::string text;              // as the document says it: "ca. 270.000 euro"
  std::optional<Figure> figure;  // span in bytes of the document's text
  std::size_t start = 0;         // `figure` (or `text`) in code points of the document's text
  std::size_t end = 0;
  std::vector<std::string> items;  // a list answer
  double confidence = 0;           // 0–1, calibrated
  bool same_fact = false;          // in `also`: the best answer's own fact in another unit
  Citation citation;
  std::vector<FeatureValue> features;  // for --explain
  // What it was reckoned from, where it stands in no document but follows from stated figures: "difference",
  // "sum", "growth", "maximum", "minimum"; `citation` is then that of the first operand.
  std::string operation;
  std::vector<Candidate> operands;
};

// Why nothing was answered, for who says it in another language than Answer::reason does.
struct Shortfall {
  // "no_word", "no_passage", "absent" (words), "absent_more" (words, how many others), "no_kind" (kind of
  // answer), "no_year" (year, nearest text),
  // "unclear" (nearest text), "too_slow"; empty where there is an answer.
  std::string kind;
  std::vector<std::string> details;  // what stands in brackets
  friend bool operator==(const Shortfall&, const Shortfall&) = default;
};

// How a word of the question was understood: for --explain.
struct TermReading {
  std::string word;        // normalized
  double weight = 0;       // its share in what the question says, 0–1
  bool is_absent = false;  // no document says it in any way
  std::vector<std::pair<std::string, double>>
      said_as;  // index terms that say it, "~" before a stem; how well
  friend bool operator==(const TermReading&, const TermReading&) = default;
};

// How a question was understood: for --explain.
struct Understanding {
  std::vector<std::pair<std::string, double>>
      kinds;  // of answer that are asked, likeliest first; their shares
  std::vector<TermReading> terms;
  friend bool operator==(const Understanding&, const Understanding&) = default;
};

struct Answer {
  std::string question;
  std::string language;  // "nl" or "en": of the question
  AnswerStatus status = AnswerStatus::not_found;
  std::optional<Candidate> best;   // present exactly when answered
  std::vector<Candidate> also;     // other stated values, or the same fact in another unit; best first
  std::vector<Citation> passages;  // up to ten, best first; quote = the passage's text
  std::string reason;              // with not_found: why, in words
  Shortfall shortfall;             // … and the same as its parts
  // Words of the question that no document has and what they were read as: a typing error and the word meant.
  std::vector<std::pair<std::string, std::string>> read_as;
  std::optional<Understanding> understanding;  // where it is asked to be explained
};

enum class VerdictKind : std::uint8_t { supported, refuted, not_found };

struct Verdict {
  std::string claim;
  VerdictKind verdict = VerdictKind::not_found;
  double confidence = 0;
  std::optional<Candidate> found;  // what the document states
  std::string explanation;         // one sentence a person understands
};

struct SearchHit {
  double score = 0;
  std::string snippet;  // matches between \x02 and \x03
  Citation citation;
  std::vector<Citation> answers;  // to the question that the passage is part of; in whatever document
  // The beginnings of the annexes that those answers, or the one the passage is part of, name.
  std::vector<Citation> annexes;
};

struct SearchResult {
  std::string query;
  std::size_t total = 0;
  std::vector<SearchHit> hits;
  bool is_together = false;  // no passage holds all that was asked; these do with the one beside them
  bool is_complete = true;   // not where time was over: then it is of what was looked at
};

inline std::string_view to_string(AnswerStatus status) {
  return status == AnswerStatus::answered ? "answered" : "not_found";
}
inline std::string_view to_string(VerdictKind kind) {
  return kind == VerdictKind::supported ? "supported"
         : kind == VerdictKind::refuted ? "refuted"
                                        : "not_found";
}

}  // namespace vraagbaak
