// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "query/trend/trend.h"
#include "web/server/html_writer.h"

namespace vraagbaak::web {

// A series as an SVG line chart: a point for each year, which leads to the place it comes from; the line
// breaks where years are missing; the scale begins at zero. `address` comes before each place ("" within the
// page). `language` decides how numbers are written. Needs no style sheet; one may refine it by its classes.
void write_chart(HtmlWriter& svg, const query::TrendSeries& series, std::string_view language,
                 const std::string& title, std::string_view address);

}  // namespace vraagbaak::web
