// SPDX-License-Identifier: EUPL-1.2
// The FIGURE keys, for whoever writes them. Only for the .cc files of this folder.
#pragma once

#include <string_view>

#include "model/figure.h"

namespace vraagbaak::query::render {

// Calls `add(key, value)` for each FIGURE key that says what a figure is and has a value: kind, value, unit,
// date, from, to, approx, bound, low, high, row, column. A date, year or period has no value; `low` and
// `high` are the interval that a hedge or bound stands for, an open end left out. `value` is a
// std::string_view, valid during the call, or a bool.
template <typename Add>
void for_each_figure_key(const Figure& figure, Add add) {
  const auto text = [&add](std::string_view key, std::string_view value) { add(key, value); };
  const bool timed = is_temporal(figure.kind);
  text("kind", to_string(figure.kind));
  if (figure.value && !timed) text("value", figure.value->print());
  if ((figure.value || !figure.unit.empty()) && !timed) text("unit", figure.unit);
  if (figure.date) text("date", figure.date->iso());
  if (figure.from) text("from", figure.from->iso());
  if (figure.to) text("to", figure.to->iso());
  if (figure.approx) add("approx", true);
  if (figure.bound != FigureBound::none) text("bound", to_string(figure.bound));
  if (figure.low) text("low", figure.low->print());
  if (figure.high) text("high", figure.high->print());
  if (!figure.row.empty()) text("row", figure.row);
  if (!figure.column.empty()) text("column", figure.column);
}

}  // namespace vraagbaak::query::render
