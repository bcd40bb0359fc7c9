// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "query/answer/found_passage.h"
#include "query/answer/term_weights.h"
#include "query/understand/question.h"
#include "store/index_reader.h"

namespace vraagbaak::query {

// Finds the passages most likely to hold the answer, best first, at most `limit`. With `kept`, the index of a
// term: behind them, of all that were looked at, those that say it themselves, best first too.
std::vector<FoundPassage> find_passages(const Question& question, const TermWeights& weights,
                                        const TermMatcher& matcher, const store::IndexReader& reader,
                                        std::size_t limit, std::optional<std::size_t> kept = std::nullopt);

}  // namespace vraagbaak::query
