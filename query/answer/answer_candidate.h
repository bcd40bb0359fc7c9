// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/figure.h"
#include "query/answer/features.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// Where a candidate comes from; each has weights of its own.
enum class CandidateSource : std::uint8_t {
  figure,  // a figure in running text
  cell,    // a figure in a table
  name,    // a mention of an entity
  list,    // a series of items
  text,    // a sentence or clause
};
inline constexpr std::size_t kCandidateSources = 5;

// A possible answer. Spans are bytes of the document's text.
struct AnswerCandidate {
  CandidateSource source = CandidateSource::figure;
  AnswerKind kind = AnswerKind::count;
  std::size_t passage = 0;  // index of the found passage it stands in
  ByteSpan span;            // of the answer itself
  ByteSpan quote;           // sentence or table row round it
  std::optional<Figure> figure;
  std::optional<std::size_t> table;  // of the document, where the figure stands in a cell
  std::vector<std::string> items;
  FeatureVector features;
  double score = 0;
  bool is_excluded =
      false;  // of a kind that cannot answer this question; it still casts doubt, and shows beside its twin
};

}  // namespace vraagbaak::query
