// SPDX-License-Identifier: EUPL-1.2
#include "query/evaluation/placed_figure.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "model/offset_map.h"

namespace vraagbaak::query {
namespace {

// Kinds that are not told apart here.
std::string_view comparable_kind(std::string_view kind) {
  if (kind == "number") return "count";
  return kind == "date" || kind == "year" || kind == "period" ? "when" : kind;
}

std::string iso(const std::optional<PartialDate>& date) {
  return date ? date->iso() : "";
}

}  // namespace

std::vector<PlacedFigure> placed_figures(const Document& document) {
  const OffsetMap map(document.text);
  std::vector<PlacedFigure> placed;
  for (const Figure& figure : document.figures) {
    placed.push_back({{map.code_point_at(figure.span.begin), map.code_point_at(figure.span.end)},
                      figure,
                      std::string(figure.span.in(document.text))});
  }
  return placed;
}

bool is_same(const GoldFigure& gold, const Figure& found) {
  if (comparable_kind(gold.kind) != comparable_kind(to_string(found.kind))) return false;
  if (gold.has_value) {
    const auto value = is_temporal(found.kind) ? std::nullopt : found.value;
    return gold.value.has_value() == value.has_value() && (!value || *gold.value == *value);
  }
  return (gold.date.empty() || gold.date == iso(found.date)) &&
         (gold.from.empty() || gold.from == iso(found.from)) && (gold.to.empty() || gold.to == iso(found.to));
}

const Figure* same_figure(const GoldFigure& gold, const std::vector<PlacedFigure>& placed) {
  auto at =
      std::ranges::upper_bound(placed, gold.start, {}, [](const PlacedFigure& it) { return it.span.second; });
  for (; at != placed.end() && at->span.first < gold.end; ++at) {
    if (is_same(gold, at->figure)) return &at->figure;
  }
  return nullptr;
}

}  // namespace vraagbaak::query
