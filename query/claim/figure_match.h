// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "model/figure.h"
#include "query/claim/claim.h"
#include "query/understand/question.h"

namespace vraagbaak::query {

// What a document's figure says of a claimed one, were both about the same quantity.
enum class FigureMatch : std::uint8_t {
  agrees,        // within what the claim allows
  differs,       // another value or date
  incomparable,  // of another unit, or too vague to tell
};

// Compares value and unit, or date. Signs do not count: "daalde met 5 %" is -5 %. A share may be a percentage
// or a ratio ("een tiende" is 10 %); a date agrees with a coarser or finer one that covers it where the claim
// is the coarser.
FigureMatch match(const ClaimFigure& claimed, const Figure& stated);

// "twee keer", "driemaal": how often, not how many things.
bool counts_times(const Figure& figure);

// The kinds of answer that could settle a figure.
KindWeights kinds_to_settle(const Figure& figure);

}  // namespace vraagbaak::query
