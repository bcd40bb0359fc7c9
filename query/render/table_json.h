// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "query/table_lister.h"

namespace vraagbaak::query::render {

// `table` (its number in the document, from 1), `caption`, `unit`, `scale_power`, `columns`, the citation's
// keys (document, title, section, page, start, end; no quote), and `rows`: each `header`, `quote_start`,
// `quote_end`, `quote`, and `cells`, one for every column: null where it is empty, else the FIGURE keys of
// its first figure with the text and place of the cell, `also` (FIGURE objects) where it holds more, and the
// citation's keys as a listed figure has them. One line without a line end.
std::string table_line_json(const ListedTable& table);

}  // namespace vraagbaak::query::render
