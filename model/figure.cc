// SPDX-License-Identifier: EUPL-1.2
#include "model/figure.h"

#include <array>

namespace vraagbaak {
namespace {

constexpr std::array<std::string_view, 10> kKindNames = {
    "money", "percentage", "count", "number", "date", "year", "period", "area", "ratio", "ordinal_ref"};

}  // namespace

bool is_temporal(FigureKind kind) {
  return kind == FigureKind::date || kind == FigureKind::year || kind == FigureKind::period;
}

std::string_view to_string(FigureKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<FigureKind> figure_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames[i] == name) return static_cast<FigureKind>(i);
  }
  return std::nullopt;
}

std::string_view to_string(FigureBound bound) {
  switch (bound) {
    case FigureBound::min:
      return "min";
    case FigureBound::max:
      return "max";
    case FigureBound::none:
      break;
  }
  return "";
}

}  // namespace vraagbaak
