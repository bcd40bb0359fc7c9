// SPDX-License-Identifier: EUPL-1.2
#include "query/render/trend_report.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "model/offset_map.h"
#include "query/claim/verdict_words.h"
#include "query/render/json_parts.h"
#include "query/render/text.h"

namespace vraagbaak::query::render {
namespace {

Json point_json(const TrendPoint& point) {
  Json json;
  json["year"] = point.year;
  json.update(figure_json(point.figure, point.text, point.start, point.end));
  json["citation"] = citation_json(point.citation);
  if (!point.others.empty()) {
    json["others"] = Json::array();
    for (const TrendPoint& other : point.others) json["others"].push_back(point_json(other));
  }
  return json;
}

std::string heading(const TrendSeries& series, const Style& style) {
  std::string said = series.label.empty() ? std::string(to_string(series.kind)) : printable(series.label);
  std::string unit = printable(series.unit);
  if (series.standing != Standing::unsaid)
    unit += (unit.empty() ? "" : ", ") + std::string(to_string(series.standing));
  return style.strong(said) + (unit.empty() ? "" : " (" + unit + ")") + "\n";
}

std::string value_of(const TrendPoint& point) {
  if (!point.figure.value) return printable(point.text);
  const char* mark = point.figure.bound == FigureBound::min   ? "≥ "
                     : point.figure.bound == FigureBound::max ? "≤ "
                     : point.figure.approx                    ? "± "
                                                              : "";
  return mark + grouped(*point.figure.value, "nl");
}

std::string right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, count_code_points(text)), ' ') + text;
}

std::size_t widest(const TrendSeries& series) {
  std::size_t width = 1;
  for (const TrendPoint& point : series.points) {
    width = std::max(width, count_code_points(value_of(point)));
    for (const TrendPoint& other : point.others) width = std::max(width, count_code_points(value_of(other)));
  }
  return width;
}

// Calls `with_point` or `without` for each year from the first to the last.
void each_year(const TrendSeries& series, const std::function<void(const TrendPoint&)>& with_point,
               const std::function<void(int)>& without) {
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    if (i > 0) {
      for (int year = series.points[i - 1].year + 1; year < series.points[i].year; ++year) without(year);
    }
    with_point(series.points[i]);
  }
}

}  // namespace

std::string trend_line_json(std::string_view query, std::size_t number, const TrendSeries& series) {
  Json json;
  json["query"] = query;
  json["series"] = number;
  json["label"] = series.label;
  json["kind"] = to_string(series.kind);
  json["unit"] = series.unit;
  json["standing"] = to_string(series.standing);
  json["points"] = Json::array();
  for (const TrendPoint& point : series.points) json["points"].push_back(point_json(point));
  json["gaps"] = series.gaps;
  return dump(json);
}

std::string trend_text(const TrendSeries& series, const Style& style) {
  std::string out = heading(series, style);
  const std::size_t width = widest(series);
  each_year(
      series,
      [&](const TrendPoint& point) {
        out += "  " + std::to_string(point.year) + "  " + style.strong(right(value_of(point), width)) + "  " +
               style.place(describe(point.citation)) + "\n";
        for (const TrendPoint& other : point.others) {
          out += "        " + style.bad(right(value_of(other), width)) + "  " +
                 style.place(describe(other.citation)) + "  also stated\n";
        }
      },
      [&](int year) { out += "  " + std::to_string(year) + "  " + right("–", width) + "\n"; });
  return out;
}

std::string trend_chart(const TrendSeries& series, const Style& style) {
  constexpr std::size_t kLeastBar = 10;
  const std::size_t width = widest(series);
  const std::size_t room = std::max(kLeastBar, style.width - std::min(style.width, width + 12));
  double most = 0;
  for (const TrendPoint& point : series.points) {
    if (point.figure.value) most = std::max(most, std::abs(point.figure.value->approximate()));
  }
  std::string out = heading(series, style);
  each_year(
      series,
      [&](const TrendPoint& point) {
        const double value = point.figure.value ? std::abs(point.figure.value->approximate()) : 0;
        const auto eighths = static_cast<std::size_t>(
            most > 0 ? std::lround(value / most * static_cast<double>(room) * 8) : 0);
        std::string bar;
        for (std::size_t i = 0; i < eighths / 8; ++i) bar += "█";
        static constexpr const char* kParts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
        bar += kParts[eighths % 8];
        out += "  " + std::to_string(point.year) + "  " + right(value_of(point), width) + "  " + bar + "\n";
      },
      [&](int year) { out += "  " + std::to_string(year) + "  " + right("–", width) + "\n"; });
  return out;
}

const std::vector<std::string>& trend_columns() {
  static const std::vector<std::string> columns = {"series",  "label", "unit",  "standing", "year",
                                                   "value",   "text",  "also",  "document", "title",
                                                   "section", "page",  "start", "end",      "quote"};
  return columns;
}

std::vector<SheetRow> trend_rows(std::size_t number, const TrendSeries& series) {
  const auto count = [](std::size_t value) { return SheetCell(Decimal(static_cast<std::int64_t>(value))); };
  std::vector<SheetRow> rows;
  const auto add = [&](const TrendPoint& point, bool also) {
    const Citation& citation = point.citation;
    rows.push_back({count(number), series.label, series.unit, std::string(to_string(series.standing)),
                    Decimal(point.year), point.figure.value ? SheetCell(*point.figure.value) : SheetCell(),
                    point.text, also ? SheetCell("also") : SheetCell(), citation.document, citation.title,
                    citation.section, citation.page ? SheetCell(Decimal(*citation.page)) : SheetCell(),
                    count(point.start), count(point.end), citation.quote});
  };
  for (const TrendPoint& point : series.points) {
    add(point, false);
    for (const TrendPoint& other : point.others) add(other, true);
  }
  return rows;
}

}  // namespace vraagbaak::query::render
