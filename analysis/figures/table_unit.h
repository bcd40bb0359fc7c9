// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "analysis/figures/figure_finder.h"
#include "analysis/figures/figure_lexicon.h"

namespace vraagbaak::analysis {

// The unit and scale in the text of a caption or column header (FigureFinder::unit_in).
TableUnit read_table_unit(std::string_view header, const FigureLexicon& lexicon);

// What a quantity with that unit is: money for an ISO 4217 code, percentage for "%", area for "ha" …
FigureKind kind_of_unit(std::string_view unit, const FigureLexicon& lexicon);

}  // namespace vraagbaak::analysis
