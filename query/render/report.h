// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "query/evaluation/report.h"
#include "query/render/style.h"

namespace vraagbaak::query::render {

// A table by type, the summary, and with `misses` what was missed.
std::string report_text(const EvaluationReport& report, const Style& style, bool misses);

// `file`, `what`, the summary's keys (rates with four decimals), `types` (each `right` and `count`) and with
// `misses` an array of that name. One line without a line end.
std::string report_json(const EvaluationReport& report, bool misses);

}  // namespace vraagbaak::query::render
