// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/answer.h"
#include "model/figure.h"
#include "query/quantity/stated_figure.h"

namespace vraagbaak::query {

// Who contradicts whom. Enumerators as they print in JSON.
enum class ConflictKind : std::uint8_t {
  within_document,
  between_documents,
  asker_minister,  // a figure of the question that the answer puts differently
};

// One side of a conflict. `start`, `end`: code points of the document's text.
struct ConflictSide {
  Figure figure;
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
  Side side = Side::other;  // whose words
  Standing standing = Standing::unsaid;
  Citation citation;
};

// Two statements of one quantity with values that cannot both be right. Rounding and hedges are allowed for.
struct Conflict {
  ConflictKind kind = ConflictKind::within_document;
  double likeness = 0;  // of the two statements without their figures, 0–1
  ConflictSide first;   // of asker_minister: the asker's
  ConflictSide second;
};

inline std::string_view to_string(ConflictKind kind) {
  return kind == ConflictKind::within_document     ? "within_document"
         : kind == ConflictKind::between_documents ? "between_documents"
                                                   : "asker_minister";
}

}  // namespace vraagbaak::query
