// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/render/sheet.h"
#include "query/render/style.h"
#include "query/trend/trend.h"

namespace vraagbaak::query::render {

// One line: query, series (number, from 1), label, kind, unit, standing, points (year, the FIGURE keys,
// citation, others), gaps.
std::string trend_line_json(std::string_view query, std::size_t number, const TrendSeries& series);

// A table of years, values and places; missing years are shown as such.
std::string trend_text(const TrendSeries& series, const Style& style);
// A bar for each year, scaled from 0 to the largest value; missing years keep their line.
std::string trend_chart(const TrendSeries& series, const Style& style);

const std::vector<std::string>& trend_columns();
std::vector<SheetRow> trend_rows(std::size_t number, const TrendSeries& series);

}  // namespace vraagbaak::query::render
