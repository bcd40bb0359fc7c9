// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/figures/figure_finder.h"

namespace vraagbaak::analysis {

inline const FigureFinder& finder() {
  static const FigureFinder instance(DictionarySource::built_in());
  return instance;
}

// A figure in one line: `text kind value unit date from..to ~ min|max`, empty parts left out.
inline std::string describe(const Figure& figure, std::string_view text) {
  std::string line = "[";
  line.append(figure.span.in(text)).append("] ").append(to_string(figure.kind));
  const auto append = [&line](std::string_view part) { line.append(" ").append(part); };
  if (figure.value && figure.kind != FigureKind::year) append(figure.value->normalized().print());
  if (!figure.unit.empty()) append(figure.unit);
  if (figure.date) append(figure.date->iso());
  if (figure.from) append(figure.from->iso().append("..").append(figure.to->iso()));
  if (figure.approx) append("~");
  if (figure.bound != FigureBound::none) append(to_string(figure.bound));
  return line;
}

// All figures of a text, parted by " | ".
inline std::string describe(std::string_view text, const FigureOptions& options = {}) {
  std::string lines;
  for (const Figure& figure : finder().find(text, options)) {
    if (!lines.empty()) lines += " | ";
    lines += describe(figure, text);
  }
  return lines;
}

}  // namespace vraagbaak::analysis
