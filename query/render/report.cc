// SPDX-License-Identifier: EUPL-1.2
#include "query/render/report.h"

#include <cmath>
#include <cstdio>

#include "model/offset_map.h"
#include "query/render/json_parts.h"

namespace vraagbaak::query::render {
namespace {

std::string decimals(double value, int count) {
  char text[48];
  std::snprintf(text, sizeof text, "%.*f", count, value);
  return text;
}

std::string column(std::string text, std::size_t width) {
  const std::size_t length = count_code_points(text);
  if (length < width) text.append(width - length, ' ');
  return text;
}

std::string right_aligned(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

}  // namespace

std::string report_text(const EvaluationReport& report, const Style& style, bool misses) {
  constexpr std::size_t kNameColumn = 26;
  constexpr std::size_t kNumberColumn = 7;
  std::string out = style.strong(report.what) + "  " + report.gold + "\n";
  for (const auto& [name, tally] : report.groups) {
    out += "  " + column(name, kNameColumn) + right_aligned(std::to_string(tally.right), kNumberColumn) +
           " /" + right_aligned(std::to_string(tally.count), kNumberColumn) + "  " +
           decimals(rate(tally.right, tally.count), 3) + "\n";
  }
  for (const auto& [name, value] : report.summary) {
    const bool is_count = std::holds_alternative<std::size_t>(value);
    const std::string number =
        is_count ? std::to_string(std::get<std::size_t>(value)) : decimals(std::get<double>(value), 4);
    out += "  " + style.dim(column(name, kNameColumn)) + right_aligned(number, kNumberColumn) + "\n";
  }
  if (!misses) return out;
  for (const std::string& miss : report.misses) out += style.bad("MISS") + " " + miss + "\n";
  return out;
}

std::string report_json(const EvaluationReport& report, bool misses) {
  Json json;
  json["file"] = report.gold;
  json["what"] = report.what;
  for (const auto& [name, value] : report.summary) {
    if (const auto* count = std::get_if<std::size_t>(&value)) {
      json[name] = *count;
    } else {
      json[name] = std::round(std::get<double>(value) * 1e4) / 1e4;
    }
  }
  Json types = Json::object();
  for (const auto& [name, tally] : report.groups)
    types[name] = Json{{"right", tally.right}, {"count", tally.count}};
  json["types"] = std::move(types);
  if (misses) json["misses"] = report.misses;
  return dump(json);
}

}  // namespace vraagbaak::query::render
