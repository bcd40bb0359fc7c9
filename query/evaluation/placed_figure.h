// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "query/evaluation/gold.h"

namespace vraagbaak::query {

// A figure with its place in code points.
struct PlacedFigure {
  std::pair<std::size_t, std::size_t> span;
  Figure figure;
  std::string text;
};

// In the order of the document.
std::vector<PlacedFigure> placed_figures(const Document& document);

// Kind and value, or date, are the gold's; kinds that say when count as one, as do count and number.
bool is_same(const GoldFigure& gold, const Figure& found);

// The first that overlaps the gold's figure and is the same; null where there is none.
const Figure* same_figure(const GoldFigure& gold, const std::vector<PlacedFigure>& placed);

}  // namespace vraagbaak::query
