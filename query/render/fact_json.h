// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "query/fact_lister.h"

namespace vraagbaak::query::render {

// FIGURE keys, the citation's keys, and `subject`, `measure`, `period`, `place` where they are known. `start`
// and `end` are the figure's, `quote_start` and `quote_end` the quote's.
std::string figure_line_json(const ListedFigure& listed);

// `name`, `kind`, `aliases`, `mentions` (`document`, `text`, `start`, `end`).
std::string entity_line_json(const ListedEntity& entity);

}  // namespace vraagbaak::query::render
