// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "query/audit/audit_finding.h"
#include "query/render/style.h"

namespace vraagbaak::query::render {

// The reckoning in one line, exact: "11.11% × 2500000 = 277750; stated 270000: 7750 less".
std::string arithmetic_text(const AuditFinding& finding);

// `finding` (agrees, rounding, differs), `check` (column_total, row_total, share), `arithmetic`, `computed`,
// `difference` (stated less computed), `tolerance`, `found` (the stated figure: FIGURE keys), `parts` (FIGURE
// objects: the addends; or percentage and base), `table` (caption), `citation`, and `base_citation` where the
// base stands elsewhere. One line without a line end.
std::string finding_line_json(const AuditFinding& finding);

// Kind and place, the reckoning, the quotes.
std::string finding_text(const AuditFinding& finding, const Style& style);

}  // namespace vraagbaak::query::render
