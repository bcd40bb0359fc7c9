// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/figures/date_reader.h"
#include "analysis/figures/number_reader.h"
#include "model/calendar.h"

namespace vraagbaak::analysis {

// A date or period at `at` that is said from the day of speaking: gisteren, vorig jaar, twee weken geleden,
// volgende week maandag, de afgelopen 3 jaar. `reference` has year, month and day. Weeks begin on Monday.
std::optional<DateMatch> read_relative_date(const Reading& reading, std::size_t at,
                                            const PartialDate& reference);

}  // namespace vraagbaak::analysis
