// SPDX-License-Identifier: EUPL-1.2
// The pieces that the JSON objects share. Only for the .cc files of this folder.
#pragma once

#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "model/answer.h"
#include "model/figure.h"

namespace vraagbaak::query::render {

using Json = nlohmann::ordered_json;

// One line, keys in the order they were added. Bytes that are no UTF-8 come out as U+FFFD.
std::string dump(const Json& json);

// The FIGURE keys that say what a figure is: kind, value, unit, date, from, to, approx, bound, low, high,
// row, column. Keys without a value are left out; a date, year or period has no value.
void add_figure_keys(Json& json, const Figure& figure);

// `text`, the keys above, `start` and `end` in code points.
Json figure_json(const Figure& figure, std::string_view text, std::size_t start, std::size_t end);

// A VERDICT object; `explain` adds the evidence it was weighed by.
Json verdict_object(const Verdict& verdict, bool explain);

// page, sheet, cell: those that apply.
void add_place_keys(Json& json, const Citation& citation);

// document, title, section, the place keys, start, end, quote.
void add_citation_keys(Json& json, const Citation& citation);
// `answers`: where the question of a passage is answered; left out where it is no question or has no answer.
void add_answers(Json& json, const SearchHit& hit);
Json citation_json(const Citation& citation);

}  // namespace vraagbaak::query::render
