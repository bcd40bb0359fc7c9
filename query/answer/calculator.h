// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/answer.h"
#include "query/understand/computation.h"

namespace vraagbaak::query {

// Reckons what follows from stated figures: one for each operand of a difference, sum or growth, in their
// order; of a maximum or minimum two or more of different years, each with its year in `years`. The answer
// shows the result with every operand and its citation; its confidence is that of the least sure operand,
// lessened. nullopt where they may not be taken together: other kinds, units or measures, twice the same
// figure, bounds ("minstens 5"), or a result that does not fit. `language` is that of the numbers shown, "nl"
// or "en".
std::optional<Candidate> calculate(Operation operation, const std::vector<Candidate>& operands,
                                   const std::vector<int>& years, std::string_view language);

}  // namespace vraagbaak::query
