// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "analysis/figures/number_reader.h"
#include "model/calendar.h"
#include "model/figure.h"

namespace vraagbaak::analysis {

// A figure with the pieces it was read from.
struct FoundFigure {
  Figure figure;
  std::size_t begin = 0;     // pieces
  std::size_t end = 0;       // behind its own pieces
  std::size_t noun_end = 0;  // behind the noun counted too; `end` where there is none
  bool bare = false;         // a number without a unit or noun
  int power = 0;             // of its magnitude word: 6 for miljoen
};

// Reads the pieces from left to right and names each number's part: quantity, date, reference or nothing.
// Bounds, hedges and ranges are not looked at yet. The memory of `reused` is used again.
std::vector<FoundFigure> scan_figures(const Reading& reading, const std::optional<PartialDate>& reference,
                                      std::vector<FoundFigure> reused = {});

// Sets bound, approx and interval from the words round each figure, and joins ranges (hedges.cc).
void apply_hedges(const Reading& reading, std::vector<FoundFigure>& found);

}  // namespace vraagbaak::analysis
