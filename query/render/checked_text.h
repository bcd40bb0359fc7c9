// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/offset_map.h"
#include "query/claim_checker.h"
#include "query/render/sheet.h"
#include "query/render/style.h"

namespace vraagbaak::query::render {

// The verdicts on the figures of a text. `text` is what was checked; offsets in it are code points.

// A VERDICT object with `claimed`: the figure as the text states it, FIGURE keys and offsets.
std::string checked_json(const FigureVerdict& judged, std::string_view text, const OffsetMap& offsets);

// One figure for a terminal: verdict, figure, sentence, why, proof.
std::string checked_text(const FigureVerdict& judged, std::string_view text, const Style& style);

// How many were supported, refuted, not found.
std::string checked_summary(const std::vector<FigureVerdict>& judged);

// One figure as a row of a sheet. One name a column.
const std::vector<std::string>& checked_columns();
SheetRow checked_row(const FigureVerdict& judged, std::string_view text, const OffsetMap& offsets);

}  // namespace vraagbaak::query::render
