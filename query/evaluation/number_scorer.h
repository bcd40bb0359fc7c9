// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "model/calendar.h"
#include "model/figure.h"
#include "query/evaluation/gold.h"
#include "query/evaluation/report.h"

namespace vraagbaak::query {

// The figures of a text; relative dates count from the reference day, where there is one.
using FigureSource =
    std::function<std::vector<Figure>(std::string_view text, const std::optional<PartialDate>& reference)>;

// A case is right where every figure it expects is found and, for money, percentages, dates and periods, no
// other of that model is claimed. Cases above `tier` are left out.
EvaluationReport score_numbers(const std::vector<NumberCase>& gold, const FigureSource& figures, int tier);

}  // namespace vraagbaak::query
